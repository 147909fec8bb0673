import { id as idShape } from "../../model/ids.ts";
import { freshIn } from "./fresh.ts";
import type { Notice } from "./notice.ts";

/**
 * Gives every part of a foreign file an id of its own over the whole model, and finds parts by what the file
 * calls them. Formats number zones, elements and threats apart, so a name holds within its kind alone.
 */
export type Names = {
  /**
   * An id for a new part: `wanted`, or what the file calls it, while that is a valid id and free. The two
   * differ where the file holds an id of ours beside its own.
   */
  claim: (kind: string, given: string, wanted?: string) => string;
  find: (kind: string, given: string) => string | undefined;
};

export function namesOf(notices: Notice[]): Names {
  const fresh = freshIn(new Set());
  const known = new Map<string, string>();
  return {
    claim: (kind, given, wanted = given) => {
      const id = fresh(wanted, kind.replace(/ /g, "-"));
      const key = `${kind}\n${given}`;
      const isValid = idShape.safeParse(wanted).success;
      if (given !== "" && (known.has(key) || (isValid && id !== wanted))) {
        const message = `The id "${given}" stands twice in the file; the second part has the id "${id}" here.`;
        notices.push({ where: id, message });
      }
      // References in the file mean the first one that was called so.
      if (!known.has(key)) known.set(key, id);
      return id;
    },
    find: (kind, given) => known.get(`${kind}\n${given}`),
  };
}
