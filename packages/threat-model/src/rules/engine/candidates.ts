import type { ElementTest, FlowTest } from "../rule.ts";
import type { ElementFacts, Facts, FlowFacts } from "./facts.ts";

/** For each property that a rule names, the keys of which one must be there: narrow enough to skip the rest. */
export type Keys = readonly (readonly string[])[];

export type Candidates<T> = (keys: Keys) => Iterable<T>;

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

  /** The parts with the rarest of the properties asked for; all, where none is asked for. */
  candidates(all: readonly T[]): Candidates<T> {
    return (keys) => {
      let fewest: { shelves: readonly T[][]; count: number } | null = null;
      for (const any of keys) {
        const shelves = [...new Set(any.flatMap((key) => this.#byKey.get(key) ?? []))];
        const count = shelves.reduce((sum, shelf) => sum + shelf.length, 0);
        if (fewest === null || count < fewest.count) fewest = { shelves, count };
      }
      return fewest === null ? all : fewest.shelves.flat();
    };
  }
}
