import type { Prepared } from "../rubric/prepared.ts";
import type { Misconception } from "../rubric/schema.ts";
import { parseGroup } from "../rubric/terms.ts";
import type { Passage } from "../text/passage.ts";
import type { TermIndex } from "./occurrences.ts";
import { piecesThatSay, type Window } from "./way.ts";

/** Words that report an error instead of making it: "a common mistake is to think that …". */
const reported = parseGroup(
  `myth | mistake* | misconception* | misunderst* | wrongly | fallacy | false sense | contrary to |
  people think | people believe | people say | some think | some say | often heard | tempting to | you might think | one might think |
  candidates say | it is wrong | would be wrong | is wrong | isn't true | is not true | not enough | is false`.replaceAll(
    "\n",
    " ",
  ),
);

export type StatedError = { misconception: Misconception; window: Window };

/**
 * Errors that a text states: all groups of a pattern in one sentence, undenied, with no veto in it. An
 * error that nobody listed is not found: this proves what was stated, never that all is right.
 */
export function findErrors(
  { passage, index }: { passage: Passage; index: TermIndex },
  errors: Prepared["errors"],
): StatedError[] {
  return errors.flatMap(({ misconception, patterns, veto }): StatedError[] => {
    const vetoed = new Set(
      [reported, ...veto].flatMap(index).map(({ from }) => passage.pieceOf[from]),
    );
    const stated = patterns
      .flatMap((pattern) => piecesThatSay(pattern, passage, index))
      .find(({ first }) => !vetoed.has(first));
    return stated ? [{ misconception, window: stated }] : [];
  });
}
