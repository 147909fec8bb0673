import type { ListName } from "../model/model.ts";
import { references } from "../model/references.ts";
import type { Draft } from "./draft.ts";
import type { Place, Report } from "./report.ts";

export const aboutAtEnd = /\s+about\s+((?:[A-Za-z0-9][\w-]*)(?:\s*,\s*[A-Za-z0-9][\w-]*)*)$/i;

/**
 * Turns what was typed into the id that is meant: exactly, or, where only one is meant, without regard to
 * case. What leads nowhere stays as it was typed.
 */
export function linkAll(drafts: readonly Draft[], report: Report): void {
  const ids = new Map<string, Lookup>();
  const lookup = (to: readonly ListName[]): Lookup => {
    const known =
      ids.get(to.join()) ?? lookupOf(drafts.filter(({ owner }) => to.some((one) => one === owner)));
    ids.set(to.join(), known);
    return known;
  };
  for (const { list, field, to } of references)
    for (const draft of drafts.filter(({ owner }) => owner === list)) {
      if (field === "about") takeAbout(draft, lookup(to));
      link(draft, field, { ids: lookup(to), kinds: orOf(to), report });
    }
}

type Lookup = { exact: ReadonlySet<string>; folded: ReadonlyMap<string, string | null> };

function lookupOf(drafts: readonly Draft[]): Lookup {
  const exact = new Set(drafts.map(({ value }) => value["id"] as string));
  const folded = new Map<string, string | null>();
  for (const id of exact) folded.set(id.toLowerCase(), folded.has(id.toLowerCase()) ? null : id);
  return { exact, folded };
}

const meant = ({ exact, folded }: Lookup, id: string): string | null =>
  exact.has(id) ? id : (folded.get(id.toLowerCase()) ?? null);

const orOf = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;

type Into = { ids: Lookup; kinds: string; report: Report };

function link(draft: Draft, field: string, { ids, kinds, report }: Into): void {
  const value = draft.value[field];
  const known = (id: string, place: Place): string => {
    const found = meant(ids, id);
    if (found === null)
      report.problem(
        place,
        `None of the ${kinds} has the id ${id}.`,
        "Add a line for it, or mend the id.",
      );
    return found ?? id;
  };
  if (typeof value === "string") draft.value[field] = known(value, draft.placeOf(field));
  if (Array.isArray(value))
    draft.value[field] = (value as string[]).map((one, at) => known(one, draft.placeOf(field, at)));
}

/** "… about app, api" at the end of an assumption, where all of them are parts; else it is its text. */
function takeAbout(draft: Draft, ids: Lookup): void {
  const { text, about } = draft.value;
  if (typeof text !== "string" || about !== undefined || draft.quoted) return;
  const found = aboutAtEnd.exec(text);
  const named = found?.[1]?.split(",").map((one) => one.trim()) ?? [];
  if (found === null || !named.every((one) => meant(ids, one) !== null)) return;
  draft.value["text"] = text.slice(0, found.index);
  draft.set("about", named, draft.placeOf("text"));
}
