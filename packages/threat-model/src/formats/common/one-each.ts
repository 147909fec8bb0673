import { lists, type ListName, type Model } from "../../model/model.ts";
import { partsOf, references } from "../../model/references.ts";
import { freshIn } from "./fresh.ts";
import type { Notice } from "./notice.ts";

type Renamed = Partial<Record<ListName, ReadonlyMap<string, string>>>;

/** The same model with every id once. What named a part that had to be renamed still names it. */
export function withOneIdEach(model: Model, notices: Notice[]): Model {
  const fresh = freshIn(new Set());
  const renamed: Renamed = {};
  const next: Model = { ...model };
  for (const list of lists) {
    const own = new Set<string>();
    const names = new Map<string, string>();
    const rename = <T extends { id: string }>(part: T): T => {
      const { id: old } = part;
      const id = fresh(old);
      // Of two in one list, references mean the first; of two in different lists, the one of their kind.
      if (id !== old && !own.has(old)) names.set(old, id);
      own.add(old);
      if (id === old) return part;
      notices.push({
        where: id,
        message: `The id "${old}" stood twice in the file; this part has the id "${id}" now.`,
      });
      return { ...part, id };
    };
    Object.assign(next, { [list]: model[list].map((part) => rename(part)) });
    if (names.size > 0) renamed[list] = names;
  }
  return Object.keys(renamed).length === 0 ? next : withReferences(next, renamed);
}

/** A reference to several kinds means the first of them that was called so. */
function withReferences(model: Model, renamed: Renamed): Model {
  const next: Model = { ...model };
  for (const { list, field, to } of references) {
    if (to.length > 1) continue;
    const names = renamed[to[0]!];
    if (!names) continue;
    const renew = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(renew);
      return typeof value === "string" ? (names.get(value) ?? value) : value;
    };
    const parts = partsOf(next, list).map((part) => ({ ...part, [field]: renew(part[field]) }));
    Object.assign(next, { [list]: parts });
  }
  return next;
}
