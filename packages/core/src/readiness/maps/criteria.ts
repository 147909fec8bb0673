import type { Work } from "../../kind.ts";
import { concepts } from "./map.ts";
import { depth } from "./depth.ts";

export type Criterion = {
  id: string;
  title: string;
  concepts: readonly string[];
  /** Work that serves it whatever it is about: nobody owns an outcome in an answer about cookies. */
  works?: readonly Work[];
  /** Fields that it spans; the upper levels need passes in several. */
  areas?: Readonly<Record<string, readonly string[]>>;
};

/** What interviewers judge, as the brief has it. A track can serve one as a whole: see `serves` in track.ts. */
export const criteria = [
  {
    id: "criterion-technical-depth",
    title: "Technical depth and fundamentals",
    concepts: Object.values(depth).flat(),
    areas: depth,
  },
  {
    id: "criterion-problem-solving",
    title: "Problem solving and threat modelling",
    concepts: concepts(`
      abuse-cases attack-surface blast-radius data-minimisation hardware-trust inventory iot
      lateral-movement network-segmentation prioritisation residual-risk risk-ranking scale stride
      threat-modelling triage trust-boundaries unknown-assets`),
  },
  {
    id: "criterion-leadership",
    title: "Leadership principles",
    concepts: [],
    works: ["story"],
  },
  {
    id: "criterion-communication",
    title: "Communication and influence",
    concepts: [],
  },
] as const satisfies readonly Criterion[];
