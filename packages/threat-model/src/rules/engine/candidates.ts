import type { ElementTest, FlowTest } from "../rule.ts";
import type { ElementFacts, Facts, FlowFacts } from "./facts.ts";

/** For each property that a rule names, the keys of which one must be there: narrow enough to skip the rest. */
export type Keys = readonly (readonly string[])[];

export type Candidates<T> = (keys: Keys) => readonly T[];

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
  return {
    element: candidates(facts.elements.filter(inScope), (one) => keysOf(one, "")),
    flow: candidates(facts.flows.filter(flowInScope), (one) => [
      ...keysOf(one.source, "source "),
      ...keysOf(one.target, "target "),
      `authentication ${one.flow.authentication}`,
      `encryption ${one.flow.encryption}`,
      `protocol ${one.flow.protocol}`,
    ]),
  };
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

function candidates<T>(all: readonly T[], keysOfOne: (one: T) => string[]): Candidates<T> {
  const byKey = new Map<string, T[]>();
  for (const one of all) {
    for (const key of keysOfOne(one)) {
      const known = byKey.get(key);
      if (known) known.push(one);
      else byKey.set(key, [one]);
    }
  }
  const count = (keys: readonly string[]) =>
    keys.reduce((sum, key) => sum + (byKey.get(key)?.length ?? 0), 0);
  return (keys) => {
    const fewest = keys.toSorted((a, b) => count(a) - count(b))[0];
    if (!fewest) return all;
    const found = fewest.flatMap((key) => byKey.get(key) ?? []);
    return fewest.length === 1 ? found : [...new Set(found)];
  };
}
