import type { Token } from "../tokens.ts";

const noAgent: ReadonlySet<string> = new Set(
  `then now default design hand accident mistake chance means law far about around at least half
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august
  september october november december noon midnight tomorrow today tonight next email mail phone
  way comparison contrast version date name id type`.split(/\s+/),
);
const times =
  /^(?:end|time|day|week|month|year|quarter|morning|evening|deadline|beginning|start|way)$/;
const articles = /^(?:a|an|the|our|my|their|his|her|its|your|one|two|another|some|any)$/;
const stops =
  /^(?:in|on|at|to|for|from|with|after|before|when|while|and|or|but|who|which|that|because|so|within|during|over|by|as|is|was|had|has|of)$/;

/** Where "by" and the doer end, in tokens from `at`; null where "by" brings a time, a way or an amount. */
export function agentEnd(tokens: readonly Token[], at: number): number | null {
  const by = tokens.slice(at, at + 4).findIndex(({ word, gap }) => word === "by" && !isCut(gap));
  if (by < 0 || tokens.slice(at, at + by).some(({ gap }) => isCut(gap))) return null;
  const start = at + by + 1;
  const first = tokens[start];
  if (!first || isCut(first.gap) || noAgent.has(first.word)) return null;
  if (/ing$|^\d/.test(first.word)) return null;
  const head = articles.test(first.word) ? start + 1 : start;
  const noun = tokens[head];
  if (!noun || isCut(noun.gap) || times.test(noun.word)) return null;
  let end = head + 1;
  while (end < head + 3 && continues(tokens[end])) end += 1;
  return end;
}

export const isCut = (gap: string): boolean => /[,;:.!?()\uFFFC–—]|\n\s*\n/.test(gap);

const continues = (token: Token | undefined): boolean =>
  token !== undefined && !isCut(token.gap) && !stops.test(token.word) && !token.word.endsWith("ly");
