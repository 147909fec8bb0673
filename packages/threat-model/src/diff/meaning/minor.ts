import type { PartChange } from "../model-diff.ts";
import { listed, plural, quoted, type Draft, type Sides } from "./sides.ts";

/** Fields that only say more of a part, in words. */
const wording: ReadonlySet<string> = new Set([
  "name",
  "title",
  "description",
  "tags",
  "notes",
  "owner",
  "reason",
  "statement",
  "stride",
  "cwe",
  "capec",
  "finding",
  "about",
  "extra",
]);
const naming: ReadonlySet<string> = new Set(["name", "title"]);

/** What a reviewer may skip, a line for each sort, always last. */
export function minorSentences(sides: Sides): Draft[] {
  const { changed, geometry, renumbered, model } = sides.diff;
  const only = changed.filter(({ fields }) => fields.every(({ field }) => wording.has(field)));
  const renamed = only.filter(isRenamed);
  const reworded = only.filter((one) => !isRenamed(one));
  const asWell = changed.filter(
    (one) => !renamed.includes(one) && one.fields.some(({ field }) => naming.has(field)),
  );
  const drafts: Draft[] = [];
  const say = (text: string, ids: string[]) =>
    drafts.push({ kind: "minor", text, ids, weight: 9 - drafts.length });
  const ids = (parts: readonly { id: string }[]) => parts.map(({ id }) => id);
  if (renamed.length > 0) say(`Renamed only: ${listed(renamed.map(rename))}`, ids(renamed));
  if (asWell.length > 0) say(`Renamed as well: ${listed(asWell.map(rename))}`, ids(asWell));
  if (reworded.length > 0) {
    say(`Only described or classed otherwise: ${sides.names(ids(reworded))}`, ids(reworded));
  }
  if (model.length > 0) say(`Of the model itself: ${listed(model.map(({ field }) => field))}`, []);
  if (geometry.length > 0) {
    say(`Moved on the canvas only: ${plural(geometry.length, "part")}`, ids(geometry));
  }
  if (renumbered.length > 0) {
    say(
      `Taken for the same by type and name, under new ids: ${plural(renumbered.length, "part")}`,
      renumbered.map(({ before }) => before),
    );
  }
  return drafts;
}

const isRenamed = ({ fields }: PartChange): boolean =>
  fields.every(({ field }) => naming.has(field));

const rename = ({ fields }: PartChange): string => {
  const { before, after } = fields.find(({ field }) => naming.has(field))!;
  return `${quoted(String(before))} is now ${quoted(String(after))}`;
};
