import type { Evidence, Verdict } from "@loopwright/core";

export type Found = { verdict: Verdict; evidence: Evidence[]; note?: string };

/** One thing that went wrong: what to do instead, then why. The heaviest comes first. */
export type Slip = { advice: string; why: string; criterion: string };

/** What a form finds in an answer: verdicts by id of the criterion, and the slips behind them. */
export type Judged = { found: Record<string, Found>; slips: Slip[] };

/** An answer that earns nothing: silence, or a handful of everything. */
export const missed = (text: string): Found => ({
  verdict: "missed",
  evidence: [{ type: "reason", text }],
});

export const otherForm = "The answer is not of the form that was asked for.";

/** Titles and remarks are plain text; long ones end with an ellipsis. In UTF-16 code units. */
export function plain(text: string, charsMax = 90): string {
  const bare = text.replaceAll("`", "").replace(/\.$/, "");
  return bare.length <= charsMax ? bare : `${bare.slice(0, charsMax - 1).trimEnd()}…`;
}
