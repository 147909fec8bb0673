import { lists, type ListName, type Model } from "../../model/model.ts";

/** A part of a model with the list in which it stands. */
export type Part = { [L in ListName]: { list: L; part: Model[L][number] } }[ListName];

/** Of each list, what one of its members is called. */
export const partWords: Readonly<Record<ListName, string>> = {
  zones: "Zone",
  elements: "Element",
  flows: "Flow",
  data: "Data asset",
  assumptions: "Assumption",
  threats: "Threat",
  mitigations: "Mitigation",
};

export function partOf(model: Model, id: string | null): Part | null {
  if (id === null) return null;
  for (const list of lists) {
    const part = (model[list] as readonly { id: string }[]).find((one) => one.id === id);
    if (part) return { list, part } as Part;
  }
  return null;
}

/** What a person calls it: its name, title or text; the id where that is blank. */
export function nameOfPart({ list, part }: Part): string {
  const said =
    list === "threats"
      ? part.title
      : list === "assumptions" || list === "mitigations"
        ? part.text
        : part.name;
  return said.trim() === "" ? part.id : said;
}

/** The name of the part with this id; the id itself where there is none. */
export function nameOfId(model: Model, id: string): string {
  const found = partOf(model, id);
  return found === null ? id : nameOfPart(found);
}
