import { lists, type Model } from "../model/model.ts";
import { idsIn, type Part } from "../model/references.ts";
import { details, type Detail, type Owner } from "./details.ts";
import { elementLine, flowLine } from "./print-diagram.ts";
import * as talk from "./print-talk.ts";
import { writeText } from "./values.ts";

/** A head, and the fields that have to be written below it because it cannot hold them. */
export type Printed = { head: string; below: Readonly<Record<string, unknown>> };

/** Writes a model as lines. `parseLines` of it gives the same model, loose ends included. */
export function printLines(model: Model): string {
  const known = {
    elements: idsIn(model, ["elements"]),
    all: idsIn(model, lists),
    flows: onceIn(model),
  };
  const groups: string[][] = [
    [withDetails("model", { head: `model ${titleOf(model.title)}`, below: {} }, model)],
    model.zones.map((one) => withDetails("zones", talk.zoneLine(one), one)),
    model.data.map((one) => withDetails("data", talk.dataLine(one), one)),
    model.elements.map((one) => withDetails("elements", elementLine(one), one)),
    model.flows.map((one) => withDetails("flows", flowLine(one, known), one)),
    model.assumptions.map((one) =>
      withDetails("assumptions", talk.assumptionLine(one, known.all), one),
    ),
    model.mitigations.map((one) => withDetails("mitigations", talk.mitigationLine(one), one)),
    model.threats.map((one) => withDetails("threats", talk.threatLine(one), one)),
    model.decisions.map(talk.decisionLine),
  ];
  return groups
    .filter((group) => group.length > 0)
    .map((group) => `${group.join("\n")}\n`)
    .join("\n");
}

/** Ids that stand once in the model. Of others none may be left out, since the reader would choose anew. */
function onceIn(model: Model): Set<string> {
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const list of lists) for (const { id } of model[list]) (once.has(id) ? twice : once).add(id);
  for (const id of twice) once.delete(id);
  return once;
}

const titleOf = (title: string): string =>
  /^[\p{L}\p{N}]/u.test(title) ? writeText(title) : JSON.stringify(title);

function withDetails(owner: Owner, { head, below }: Printed, part: Model | Part): string {
  const lines = details[owner].flatMap((detail) => {
    const value =
      detail.plain === undefined && detail.key !== "extra"
        ? below[detail.key]
        : at(part as Part, detail.path);
    return value === undefined || isPlain(detail, value)
      ? []
      : [`  ${detail.key}: ${detail.write(value as never)}`];
  });
  return [head, ...lines].join("\n");
}

const isPlain = ({ plain }: Detail, value: unknown): boolean =>
  plain !== undefined && JSON.stringify(value) === JSON.stringify(plain);

function at(part: Part, path: string): unknown {
  const [field, inner] = path.split(".") as [string, string?];
  const value = part[field];
  return inner === undefined ? value : (value as Record<string, unknown>)[inner];
}
