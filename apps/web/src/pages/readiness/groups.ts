import type { DimensionView } from "@loopwright/server";

type GroupId = DimensionView["group"];
export type ShownGroup = { id: GroupId; title: string; note: string };

/** What an interview is about, in the order of the brief. */
export const groups: readonly ShownGroup[] = [
  { id: "line", title: "Done means", note: "Ticked by evidence alone, each with its own minutes." },
  { id: "criterion", title: "What interviewers judge", note: "" },
  { id: "value", title: "What Amazon values", note: "" },
  { id: "track", title: "Tracks", note: "" },
];

/** Maps of the field, side by side where there is room. */
export const maps: readonly ShownGroup[] = [
  { id: "owasp-2025", title: "OWASP Top 10:2025", note: "" },
  { id: "owasp-2021", title: "OWASP Top 10:2021", note: "" },
  { id: "stride", title: "STRIDE", note: "" },
  { id: "aws", title: "AWS", note: "" },
];
