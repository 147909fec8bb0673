import type { ModelDiff } from "../../diff/diff.ts";
import type { Model } from "../../model/model.ts";
import type { Marks } from "../../report/marks.ts";
import { valueWords } from "./value-words.ts";

const drawn = new Set(["zones", "elements", "flows"]);

/** What the diagram says of each part between two versions. */
export function marksOf(diff: ModelDiff, models: readonly Model[]): Marks {
  const words = valueWords(models);
  const marks: Record<string, Marks[string]> = {};
  for (const { id, list, fields } of diff.changed)
    if (drawn.has(list))
      marks[id] = {
        tone: "changed",
        note: fields
          .map(
            ({ field, before, after }) =>
              `${field}: ${words(field, before)} → ${words(field, after)}`,
          )
          .join("; "),
      };
  for (const { id, list } of diff.added)
    if (drawn.has(list)) marks[id] = { tone: "added", note: "new" };
  for (const { id, list } of diff.removed)
    if (drawn.has(list)) marks[id] = { tone: "removed", note: "gone" };
  return marks;
}

/** The later model with what was removed put back, so that the diagram can show it as removed. */
export function withRemoved(
  before: Model,
  after: Model,
  { removed }: Pick<ModelDiff, "removed">,
): Model {
  const gone = new Set(removed.map(({ id }) => id));
  const back = <T extends { id: string }>(old: readonly T[], now: readonly T[]) => [
    ...now,
    ...old.filter(({ id }) => gone.has(id)),
  ];
  return {
    ...after,
    zones: back(before.zones, after.zones),
    elements: back(before.elements, after.elements),
    flows: back(before.flows, after.flows),
  };
}
