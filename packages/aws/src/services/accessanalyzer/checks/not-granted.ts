import type { Patterns, Statement } from "../../../policy/document.ts";
import type { CompiledPolicy } from "../../../policy/compile.ts";
import { notHere } from "../not-here.ts";
import { covers, meets, resourceCovers, resourcesMeet } from "./patterns.ts";

/** What must not be granted; a list that is empty stands for everything. */
export type Access = { actions: readonly string[]; resources: readonly string[] };

/** The first statement that grants some of it; null where none does. Refuses what cannot be decided. */
export function grantedBy({ document }: CompiledPolicy, access: Access): number | null {
  const actions = access.actions.length > 0 ? access.actions : ["*"];
  const resources = access.resources.length > 0 ? access.resources : ["*"];
  const asked = actions.flatMap((action) => resources.map((resource) => ({ action, resource })));
  const denies = document.statements.filter(({ effect }) => effect === "Deny");
  let open = false;
  for (const [index, statement] of document.statements.entries()) {
    if (statement.effect !== "Allow") continue;
    for (const one of asked) {
      const touched = touches(statement, one);
      if (touched === "no" || denies.some((deny) => forbids(deny, one))) continue;
      const clear = touched === "yes" && canHold(statement);
      if (clear && denies.every((deny) => touches(deny, one) === "no")) return index;
      open = true;
    }
  }
  if (open)
    throw notHere(
      "Deciding this check where a Deny, a negation or several conditions come together",
    );
  return null;
}

type Asked = { action: string; resource: string };

function touches(statement: Statement, { action, resource }: Asked): "yes" | "no" | "perhaps" {
  const byAction = meeting(statement.actions, action.toLowerCase(), ofActions);
  const byResource = statement.resources
    ? meeting(statement.resources, resource, ofResources)
    : "yes";
  if (byAction === "no" || byResource === "no") return "no";
  return byAction === "yes" && byResource === "yes" ? "yes" : "perhaps";
}

/** How patterns of a kind are compared. */
type Ways = {
  fold: (text: string) => string;
  test: (one: string, other: string) => boolean;
  within: (wide: string, narrow: string) => boolean;
};
const ofActions: Ways = { fold: (text) => text.toLowerCase(), test: meets, within: covers };
const ofResources: Ways = { fold: (text) => text, test: resourcesMeet, within: resourceCovers };

/** What is left out by a Not is known where one pattern covers all of it, or nothing of it is touched. */
function meeting(
  { not, patterns }: Patterns,
  asked: string,
  { fold, test, within }: Ways,
): "yes" | "no" | "perhaps" {
  const folded = patterns.map(fold);
  const touched = folded.some((one) => test(one, asked));
  if (!not) return touched ? "yes" : "no";
  if (!touched) return "yes";
  return folded.some((one) => within(one, asked)) ? "no" : "perhaps";
}

/** Whether a Deny stops all of it, whoever asks and however. */
function forbids({ actions, resources, conditions, principals }: Statement, asked: Asked): boolean {
  const everybody =
    !principals || (!principals.not && principals.entries.some(({ value }) => value === "*"));
  return (
    everybody &&
    conditions.length === 0 &&
    !actions.not &&
    actions.patterns.some((one) => covers(one.toLowerCase(), asked.action.toLowerCase())) &&
    (resources === null ||
      (!resources.not && resources.patterns.some((one) => resourceCovers(one, asked.resource))))
  );
}

/** Conditions on different keys do not contradict each other. */
const canHold = ({ conditions, principals }: Statement): boolean =>
  new Set(conditions.map(({ key }) => key.toLowerCase())).size === conditions.length &&
  !principals?.not;
