import type { ListName, Model } from "../../model/model.ts";
import { protocols } from "../../model/protocols.ts";
import { technologies } from "../../model/technologies.ts";
import { elementWords } from "./words.ts";
import { nameOfPart, partWords, type Part } from "./part.ts";
import type { Option } from "./search-options.ts";

/** Parts of a model to pick from, under the word for their list where there are several. */
export const partOptions = (model: Model, lists: readonly ListName[]): Option[] =>
  lists.flatMap((list) =>
    model[list].map((part) => ({
      id: part.id,
      title: nameOfPart({ list, part } as Part),
      ...(lists.length > 1 && { group: `${partWords[list]}s` }),
    })),
  );

const groupOf = (id: string, type: keyof typeof elementWords): string =>
  id.startsWith("aws-") ? `AWS, ${elementWords[type].toLowerCase()}` : elementWords[type];

export const technologyOptions: readonly Option[] = [...technologies.values()]
  .map(({ id, title, type, aliases }) => ({ id, title, aliases, group: groupOf(id, type) }))
  // A stable order of headings: what is of no brand first.
  .toSorted((a, b) => Number(a.id.startsWith("aws-")) - Number(b.id.startsWith("aws-")));

export const protocolOptions: readonly Option[] = Object.entries(protocols).map(
  ([id, { title, implies }]) => ({
    id,
    title,
    ...(implies === "tls" && { detail: "encrypted" }),
    ...(implies === "none" && { detail: "not encrypted" }),
  }),
);
