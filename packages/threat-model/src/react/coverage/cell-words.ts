import type { CoverageCell } from "../../report/coverage.ts";

type State = CoverageCell["state"];

export const cellWords: Readonly<Record<State, string>> = {
  open: "open",
  handled: "answered by a threat",
  decided: "decided",
  none: "nothing found",
  "not-applicable": "not asked",
};

export const cellSigns: Readonly<Record<State, string>> = {
  open: "○",
  handled: "●",
  decided: "◐",
  none: "·",
  "not-applicable": "",
};

export const shownStates = ["open", "handled", "decided", "none"] as const satisfies State[];
