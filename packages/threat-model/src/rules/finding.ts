import type { Decision } from "../model/model.ts";
import type { StrideCategory } from "../model/words.ts";
import type { Rule } from "./rule.ts";

/** What a rule says of one element or flow of a model. */
export type Finding = {
  /** "<rule id>:<id of the element or flow>": moving, renaming or adding other parts does not change it. */
  id: string;
  rule: Rule;
  on: "element" | "flow";
  /** Id of the element or flow. */
  subject: string;
  stride: StrideCategory;
  /** The rule's title with the names of this model. */
  title: string;
  /** Why this threat: one clause for each condition that held, in words of this model. */
  why: string[];
  /** Elements, flows and zones that those clauses speak of. */
  about: string[];
  /** Names of the assets concerned. */
  data: string[];
  score: Score;
  /** What a person decided on it, if anything. */
  decision: Decision | null;
  /** The threat of the model that began as it. */
  threat: string | null;
};

/** drop × data × exposure × weight; each factor with what it was made of. */
export type Score = {
  /**
   * 1 to 5: 1, and one more for every 25 that trust rises along the flow (of an element: the steepest to it).
   * Load balancers, CDNs, firewalls and gateways pass on what reaches them: behind one, trust rises from its caller.
   */
  drop: number;
  /** 1 (public) to 4 (restricted); 2 where no data is named. */
  data: number;
  /** 3: at most one flow from an attacker; 2: two flows; 1: further. */
  exposure: number;
  /** The rule's. */
  weight: number;
  total: number;
  severity: "high" | "medium" | "low";
};

export type Analysis = {
  /** Highest score first; equal scores by rule id, then subject. */
  findings: Finding[];
  /** Ids of the findings that are shown at first: undecided, and at most `shownPerElement` for each subject. */
  shown: string[];
};
