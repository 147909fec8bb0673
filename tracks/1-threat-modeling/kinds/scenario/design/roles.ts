import { isIn, type Element, type Model } from "@loopwright/threat-model";

import type { Role } from "../material/properties.ts";
import { bestLikeness, wordsOf } from "../drawing/names.ts";

/** A name has to be this like one of a role's. */
const named = 0.7;

/** Elements that stand for a role: by id or name; where no name tells, by what they are made of. */
export function elementsOf(role: Role, { elements }: Model): Element[] {
  const names = role.names.map(wordsOf);
  const known = elements.filter(
    ({ id, name }) =>
      role.ids.includes(id) || bestLikeness([id, name].map(wordsOf), names) >= named,
  );
  return known.length > 0 ? known : elements.filter((one) => isMadeOf(role, one));
}

const isMadeOf = ({ technology, groups }: Role, one: Element): boolean =>
  technology.includes(one.technology) || groups.some((group) => isIn(one.technology, group));
