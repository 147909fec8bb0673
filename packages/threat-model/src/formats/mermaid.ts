import type { Element, Flow, Model, Zone } from "../model/model.ts";
import { protocols } from "../model/protocols.ts";
import { fileNameOf } from "./common/file-name.ts";
import { notInFile } from "./common/numbered.ts";
import type { Written } from "./common/notice.ts";

/** A flowchart that a README shows: zones are subgraphs, and each type of element has its shape. */
export function toMermaid(given: Model): Written {
  // Two zones of one id could hold each other for ever.
  const zones = [...new Map(given.zones.map((one) => [one.id, one])).values()];
  const model = { ...given, zones };
  const names = namesOf(model);
  const flows = model.flows.map((one) => flowLine(one, names));
  const lines = ["flowchart LR", ...within(model, null, { names, depth: 1 }), ...flows];
  return {
    text: `${lines.join("\n")}\n`,
    fileName: fileNameOf(model.title, "mmd"),
    lost: lostOf(model),
    notes: [],
  };
}

type Names = ReadonlyMap<string, string>;

/** Words such as "end" are of Mermaid's own, so parts are called by their place and shown by their name. */
function namesOf({ zones, elements }: Model): Names {
  return new Map([
    ...zones.map(({ id }, index) => [id, `zone${index + 1}`] as const),
    ...elements.map(({ id }, index) => [id, `part${index + 1}`] as const),
  ]);
}

function within(
  model: Model,
  zone: string | null,
  { names, depth }: { names: Names; depth: number },
): string[] {
  const indent = "  ".repeat(depth);
  return [
    ...model.elements
      .filter((one) => one.zone === zone)
      .map((one) => `${indent}${names.get(one.id)}${shaped(one)}`),
    ...model.zones.flatMap((one) =>
      one.parent === zone
        ? [
            `${indent}subgraph ${names.get(one.id)} [${quoted(zoneTitle(one))}]`,
            ...within(model, one.id, { names, depth: depth + 1 }),
            `${indent}end`,
          ]
        : [],
    ),
  ];
}

/** A flowchart has no other place for the trust that the boundaries are about. */
const zoneTitle = ({ name, id, trust }: Zone): string => `${name || id} (trust ${trust})`;

function shaped({ name, id, type }: Element): string {
  const text = quoted(name || id);
  if (type === "actor") return `[${text}]`;
  return type === "store" ? `[(${text})]` : `([${text}])`;
}

function flowLine({ name, protocol, source, target, bidirectional }: Flow, names: Names): string {
  const title = Object.hasOwn(protocols, protocol) ? protocols[protocol]!.title : protocol;
  const label = [name, title && `[${title}]`].filter((one) => one !== "").join(" ");
  const arrow = bidirectional ? "<-->" : "-->";
  const text = label === "" ? "" : `|${quoted(label)}|`;
  return `  ${names.get(source)} ${arrow}${text} ${names.get(target)}`;
}

/**
 * Mermaid reads markup, Markdown and its own signs within a text, so all but letters, digits and plain
 * punctuation is written as its number.
 */
function quoted(text: string): string {
  const flat = text.replace(/\s+/g, " ").trim();
  const safe = flat.replace(
    /[^\p{L}\p{M}\p{N} .,:()[\]/+=-]/gu,
    (sign) => `#${sign.codePointAt(0)};`,
  );
  return `"${safe === "" ? "#160;" : safe}"`;
}

const lostOf = ({ threats, mitigations, assumptions, data }: Model): string[] => [
  ...notInFile("A flowchart has no place for threats", [
    [threats.length, "threat"],
    [mitigations.length, "mitigation"],
    [assumptions.length, "assumption"],
    [data.length, "data asset"],
  ]),
  "A flowchart holds names, types, zones and protocols, and neither positions nor controls.",
];
