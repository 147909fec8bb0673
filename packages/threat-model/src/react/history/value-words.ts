import { controlTitle } from "../../model/controls.ts";
import type { Model } from "../../model/model.ts";
import { protocols } from "../../model/protocols.ts";
import { technologies } from "../../model/technologies.ts";
import { nameOfId } from "../form/part.ts";

const references = new Set([
  "zone",
  "parent",
  "source",
  "target",
  "data",
  "about",
  "targets",
  "mitigations",
]);

/** A value of a field as a person says it: names for ids, lists joined, nothing as "nothing". */
export const valueWords =
  (models: readonly Model[]) =>
  (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === "") return "nothing";
    const say = (one: unknown) => valueWords(models)(field, one);
    if (Array.isArray(value)) return value.length === 0 ? "nothing" : value.map(say).join(", ");
    if (typeof value === "boolean") return value ? "yes" : "no";
    if (typeof value === "object")
      return Object.entries(value)
        .map(([key, one]) => `${key} ${say(one)}`)
        .join(", ");
    if (typeof value !== "string") return JSON.stringify(value);
    if (field === "controls") return controlTitle(value);
    if (field === "technology") return technologies.get(value)?.title ?? value;
    if (field === "protocol") return protocols[value]?.title ?? value;
    return references.has(field) ? nameIn(models, value) : value;
  };

/** As it is called in the first of these models that has it. */
function nameIn(models: readonly Model[], id: string): string {
  const found = models.map((one) => nameOfId(one, id)).find((name) => name !== id);
  return found ?? id;
}
