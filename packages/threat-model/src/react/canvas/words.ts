import type { Model } from "../../model/model.ts";
import type { Joined } from "./drop.ts";
import { nameOf } from "./names.ts";

/** "Photo API is in Production VPC now, trust 90." */
export function joinedWords(model: Model, joined: readonly Joined[]): string {
  const [first] = joined;
  const isOne = joined.every(({ zone }) => zone === first?.zone);
  const what = joined.length === 1 && first ? nameOf(model, first.id) : `${joined.length} parts`;
  const is = joined.length === 1 ? "is" : "are";
  const zone = model.zones.find(({ id }) => id === first?.zone);
  if (!isOne) return `${what} ${is} in other zones now.`;
  return zone
    ? `${what} ${is} in ${zone.name} now, trust ${zone.trust}.`
    : `${what} ${is} outside of all zones now.`;
}

type Deleted = { ids: readonly string[]; before: Model; next: Model };

/** "Photo API deleted with 3 flows." */
export function deletedWords(what: string, { ids, before, next }: Deleted): string {
  const own = before.flows.filter(({ id }) => ids.includes(id)).length;
  const flows = before.flows.length - own - next.flows.length;
  if (flows === 0) return `${what} deleted.`;
  return `${what} deleted with ${flows === 1 ? "its flow" : `${flows} flows`}.`;
}
