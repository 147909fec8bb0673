import type { Model, Statement } from "../model/model.ts";
import * as checks from "./checks.ts";
import { statementParts, type StatementPart } from "./render.ts";
import { solutionIn } from "./solution.ts";

/** One thing that makes a statement good. `hint` says what to do where it does not hold, and is "" where it does. */
export type Check = {
  id: string;
  ok: boolean;
  title: string;
  hint: string;
  /** Where to do it; null: in the statement as a whole. */
  part: StatementPart | null;
};

/** What Threat Composer takes in one part, and what a reader takes in one sentence. */
export const maxPartChars = 200;

const all = [
  ["source-specific", "The source is specific", "source", checks.sourceIsSpecific],
  [
    "prerequisites-position",
    "The prerequisites name access or position",
    "prerequisites",
    checks.prerequisitesNameAccess,
  ],
  ["action-concrete", "The action is concrete", "action", checks.actionIsConcrete],
  ["action-one", "It is one action", "action", checks.actionIsOne],
  ["impact-told", "The impact says what happens", "impact", checks.impactSaysWhatHappens],
  ["impact-other", "The impact is not the action again", "impact", checks.impactIsNotTheAction],
  ["goal-known", "The goal is a property that can be lost", "goals", checks.goalsAreKnown],
  ["assets-named", "The assets are named", "assets", checks.assetsAreInModel],
  ["short", "Every part is short enough", null, tooLong],
  ["no-solution", "It tells no solution", null, solutionIn],
] as const;

/** Live checks on a statement. With a model, assets have to be named there. */
export function qualityOf(statement: Statement, model?: Model): Check[] {
  const cut = shortened(statement);
  return all.map(([id, title, part, judge]) => {
    const hint = judge(cut, model);
    return { id, ok: hint === "", title, hint, part };
  });
}

/** Live, on whatever was pasted: no check reads on and on. One character beyond the limit is enough to tell. */
function shortened({ goals, assets, ...texts }: Statement): Statement {
  const cut = (text: string) => text.slice(0, maxPartChars + 1);
  return {
    source: cut(texts.source),
    prerequisites: cut(texts.prerequisites),
    action: cut(texts.action),
    impact: cut(texts.impact),
    goals: goals.map(cut),
    assets: assets.map(cut),
  };
}

function tooLong(statement: Statement): string {
  const long = statementParts.find(({ id }) =>
    [statement[id]].flat().some((text) => text.length > maxPartChars),
  );
  return long === undefined ? "" : `${long.title} has more than ${maxPartChars} characters.`;
}
