import type { Level, Policies } from "../decide/request.ts";
import type { CompiledPolicy, CompiledStatement } from "../policy/compile.ts";

/** Whether it is known what a request has under a condition key, given in lower case: a value, or nothing. */
export type Known = { signature: string; has: (key: string) => boolean };

/** All policies of a request in that reading. */
export function carefully(policies: Policies, known: Known): Policies {
  return {
    ...policies,
    identity: readAll(policies.identity, known),
    boundary: policies.boundary && cautious(policies.boundary, known),
    resource: policies.resource && cautious(policies.resource, known),
    serviceControl: readLevels(policies.serviceControl, known),
    resourceControl: readLevels(policies.resourceControl, known),
  };
}

/** What is asked again and again is read once: by list, then by what is known. */
function remembered<Item extends object>(read: (given: Item, known: Known) => Item) {
  const seen = new WeakMap<Item, Map<string, Item>>();
  return (given: Item, known: Known): Item => {
    let views = seen.get(given);
    if (!views) seen.set(given, (views = new Map()));
    const found = views.get(known.signature);
    if (found) return found;
    const made = read(given, known);
    views.set(known.signature, made);
    return made;
  };
}

/**
 * A policy as the worst reading of what is not known leaves it: an Allow that hangs on it is gone, a Deny stands
 * without that condition. What is still allowed is allowed whatever the address, the network or the clock.
 * Statements keep their numbers, so that a decision names the right one.
 */
const cautious = remembered((policy: CompiledPolicy, known): CompiledPolicy => {
  const statements = policy.statements.flatMap((one) => statementOf(one, known) ?? []);
  const same = statements.every((one, index) => one === policy.statements[index]);
  return same && statements.length === policy.statements.length
    ? policy
    : { ...policy, statements };
});

const readAll = remembered((list: readonly CompiledPolicy[], known) =>
  list.map((one) => cautious(one, known)),
);

const readLevels = remembered((list: readonly Level[], known) =>
  list.map(({ name, policies }) => ({ name, policies: readAll(policies, known) })),
);

function statementOf(statement: CompiledStatement, known: Known): CompiledStatement | null {
  const { source, conditions } = statement;
  const isClear = (texts: readonly string[]) =>
    texts.every((text) => variablesIn(text).every((key) => known.has(key)));
  const certain = conditions.filter(
    ({ key, source: { values } }) => known.has(key) && isClear(values),
  );
  const place = source.resources === null || isClear(source.resources.patterns);
  if (certain.length === conditions.length && place) return statement;
  if (source.effect === "Allow") return null;
  return { ...statement, conditions: certain, ...(!place && { resource: () => true }) };
}

function variablesIn(text: string): string[] {
  if (!text.includes("${")) return [];
  return [...text.matchAll(/\$\{([^{},*?$]{1,200})/g)].map(([, key]) => key!.trim().toLowerCase());
}
