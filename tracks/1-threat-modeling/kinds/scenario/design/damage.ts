import { diffModels, type Model, type ModelDiff } from "@loopwright/threat-model";

/** What a change did to a part that it has nothing to do with. */
type Damage = { id: string; what: string };

type Allowed = { mayChange: readonly string[]; mayRemove: readonly string[] };

/** Fields that are no statement about the system. */
const harmless = new Set(["extra", "description", "notes"]);

/** Read from the semantic diff: parts that are gone, or altered, without the change asking for it. */
export function damageOf(before: Model, after: Model, allowed: Allowed): Damage[] {
  const { removed, changed } = diffModels(before, after);
  const gone = removed
    .filter(({ id }) => !allowed.mayRemove.includes(id))
    .map(({ id, list }) => ({ id, what: `gone from the ${list}, or under another id` }));
  const altered = changed
    .filter(({ id }) => ![...allowed.mayChange, ...allowed.mayRemove].includes(id))
    .flatMap(({ id, fields }): Damage[] => {
      const bad = fields.filter((one) => !harmless.has(one.field) && !isAddition(one));
      if (bad.length === 0) return [];
      return [{ id, what: `its ${bad.map(({ field }) => field).join(", ")} changed` }];
    });
  return [...gone, ...altered];
}

type Field = ModelDiff["changed"][number]["fields"][number];

/** A further control, asset or link takes nothing away. */
function isAddition({ before, after }: Field): boolean {
  if (!Array.isArray(before) || !Array.isArray(after)) return false;
  const kept = new Set(after.map((one) => JSON.stringify(one)));
  return before.every((one) => kept.has(JSON.stringify(one)));
}

const sentences = 5;

/** What the change means, in the words of the diff. */
export const meaningOf = (before: Model, after: Model): string[] =>
  diffModels(before, after)
    .meaning.slice(0, sentences)
    .map(({ text }) => text);
