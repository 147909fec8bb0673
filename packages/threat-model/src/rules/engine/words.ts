import type { DataAsset } from "../../model/model.ts";
import type { DataTest, ElementTest, FlowTest, Rule } from "../rule.ts";
import { matches } from "./compile.ts";
import type { ElementFacts, FlowFacts } from "./facts.ts";

/** What stands for the placeholders of a rule's texts. */
export type Names = Readonly<Record<string, string>>;

/** The placeholders that a rule may use, by what it looks at. */
export const placeholders = {
  flow: ["source", "target", "flow", "data"],
  element: ["element", "data"],
} as const;

/** "{source} is impersonated" with the names of a model; a word that is no placeholder stays. */
export function filled(text: string, names: Names): string {
  let told = "";
  for (const [index, part] of piecesOf(text).entries()) {
    if (index % 2 === 0) told += part;
    else told += Object.hasOwn(names, part) ? names[part] : `{${part}}`;
  }
  return told;
}

/** Texts of rules are few and filled often: what stands between the braces, and the braces, by turns. */
const pieces = new Map<string, readonly string[]>();
function piecesOf(text: string): readonly string[] {
  const known = pieces.get(text) ?? text.split(/\{([a-z]+)\}/);
  if (pieces.size < maxPieces) pieces.set(text, known);
  return known;
}
const maxPieces = 10_000;

/** The assets that a rule speaks of: those that its tests ask for, or else all that are there. */
export function assetsOfFlow(rule: Rule & { on: "flow" }, flow: FlowFacts): DataAsset[] {
  const { when } = rule;
  return (
    chosen(when.data, flow.assets) ??
    ofElement(when.target, flow.target) ??
    ofElement(when.source, flow.source) ?? [...flow.assets]
  );
}

export const assetsOfElement = (
  rule: Rule & { on: "element" },
  element: ElementFacts,
): DataAsset[] =>
  ofElement(rule.when, element) ??
  ofNeighbour(rule.when.incoming, element.incoming) ??
  ofNeighbour(rule.when.outgoing, element.outgoing) ?? [...element.assets];

const ofElement = (test: ElementTest | undefined, { own, assets }: ElementFacts) =>
  chosen(test?.holds, own) ?? chosen(test?.data, assets);

const ofNeighbour = (test: FlowTest | undefined, flows: readonly FlowFacts[]) =>
  test?.data === undefined
    ? null
    : chosen(test.data, [...new Set(flows.flatMap(({ assets }) => assets))]);

const chosen = (test: DataTest | undefined, assets: readonly DataAsset[]) =>
  test === undefined ? null : assets.filter(matches(test));

/** "Orders and Card numbers"; where no asset is named, "its data". */
export function dataNames(names: readonly string[]): string {
  if (names.length === 0) return "its data";
  if (names.length === 1) return names[0]!;
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
