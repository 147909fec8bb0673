import type { ElementTest, FlowTest } from "../rule.ts";
import type { ElementFacts, Facts, FlowFacts } from "./facts.ts";

/** For each property that a rule names, the keys of which one must be there: narrow enough to skip the rest. */
export type Keys = readonly (readonly string[])[];

/** Visits the parts that have one of the rarest of these properties; all, where none is asked for. */
export type Candidates<T> = (keys: Keys, visit: (one: T) => void) => void;

export const elementKeys = (test: ElementTest, prefix = ""): Keys =>
  [
    test.type?.map((one) => `${prefix}type ${one}`),
    test.groups?.map((one) => `${prefix}group ${one}`),
    test.technology?.map((one) => `${prefix}technology ${one}`),
  ].filter((one) => one !== undefined);

export const flowKeys = (test: FlowTest): Keys => [
  ...elementKeys(test.source ?? {}, "source "),
  ...elementKeys(test.target ?? {}, "target "),
  ...[
    test.authentication?.map((one) => `authentication ${one}`),
    test.encryption?.map((one) => `encryption ${one}`),
    test.protocol?.map((one) => `protocol ${one}`),
  ].filter((one) => one !== undefined),
];

export function candidatesOf(facts: Facts) {
  const element = new Shelves<ElementFacts>();
  const elements = facts.elements.filter(inScope);
  for (const one of elements) element.put(one, "element", one.kind, () => keysOf(one, ""));
  const flow = new Shelves<FlowFacts>();
  const flows = facts.flows.filter(flowInScope);
  for (const one of flows) {
    flow.put(one, "source", one.source.kind, () => keysOf(one.source, "source "));
    flow.put(one, "target", one.target.kind, () => keysOf(one.target, "target "));
    for (const word of ["authentication", "encryption", "protocol"] as const)
      flow.put(one, word, one.flow[word], () => [`${word} ${one.flow[word]}`]);
  }
  return { element: element.candidates(elements), flow: flow.candidates(flows) };
}

const inScope = ({ element }: ElementFacts) => element.outOfScope === null;

/** What happens between two parts that nobody looks at is not looked at either. */
const flowInScope = ({ flow, source, target }: FlowFacts) =>
  flow.outOfScope === null && (inScope(source) || inScope(target));

const keysOf = ({ element, groups }: ElementFacts, prefix: string): string[] => [
  `${prefix}type ${element.type}`,
  `${prefix}technology ${element.technology}`,
  ...groups.map((one) => `${prefix}group ${one}`),
];

/** Parts lie on one shelf for each kind, and each key leads to some shelves: far fewer than parts. */
class Shelves<T> {
  readonly #byKind = new Map<string, Map<string, T[]>>();
  readonly #byKey = new Map<string, T[][]>();

  put(...[one, property, kind, keys]: [T, string, string, () => readonly string[]]) {
    let kinds = this.#byKind.get(property);
    if (!kinds) this.#byKind.set(property, (kinds = new Map()));
    const known = kinds.get(kind);
    if (known) {
      known.push(one);
      return;
    }
    const shelf = [one];
    kinds.set(kind, shelf);
    for (const key of keys()) {
      const shelves = this.#byKey.get(key);
      if (shelves) shelves.push(shelf);
      else this.#byKey.set(key, [shelf]);
    }
  }

  candidates(all: readonly T[]): Candidates<T> {
    return (keys, visit) => {
      let fewest: readonly string[] | null = null;
      let least = Infinity;
      for (const any of keys) {
        const count = any.reduce((sum, key) => sum + this.#count(key), 0);
        if (count < least) [fewest, least] = [any, count];
      }
      if (fewest === null) return all.forEach((one) => visit(one));
      // A part of two of the groups asked for lies on one shelf.
      for (const shelf of new Set(fewest.flatMap((key) => this.#byKey.get(key) ?? [])))
        for (const one of shelf) visit(one);
    };
  }

  #count(key: string): number {
    let count = 0;
    for (const shelf of this.#byKey.get(key) ?? []) count += shelf.length;
    return count;
  }
}
