import type { Level, Policies } from "../decide/request.ts";
import type { CompiledPolicy, CompiledStatement } from "../policy/compile.ts";

/** Whether it is known what a request has under a condition key, given in lower case: a value, or nothing. */
export type Known = { signature: string; has: (key: string) => boolean };

/**
 * A policy as the worst reading of what is not known leaves it: an Allow that hangs on it is gone, a Deny stands
 * without that condition. What is still allowed is allowed whatever the address, the network or the clock.
 * Statements keep their numbers, so that a decision names the right one.
 */
function cautious(policy: CompiledPolicy, known: Known): CompiledPolicy {
  let views = seen.get(policy);
  if (!views) seen.set(policy, (views = new Map()));
  const found = views.get(known.signature);
  if (found) return found;
  const read = readCautiously(policy, known);
  views.set(known.signature, read);
  return read;
}

/** All policies of a request in that reading. */
export function carefully(policies: Policies, known: Known): Policies {
  const all = (list: readonly CompiledPolicy[]) => list.map((one) => cautious(one, known));
  const levels = (list: readonly Level[]) =>
    list.map(({ name, policies: each }) => ({ name, policies: all(each) }));
  return {
    ...policies,
    identity: all(policies.identity),
    boundary: policies.boundary && cautious(policies.boundary, known),
    resource: policies.resource && cautious(policies.resource, known),
    serviceControl: levels(policies.serviceControl),
    resourceControl: levels(policies.resourceControl),
  };
}

/** By policy, then by what is known. */
const seen = new WeakMap<CompiledPolicy, Map<string, CompiledPolicy>>();

function readCautiously(policy: CompiledPolicy, known: Known): CompiledPolicy {
  const statements = policy.statements.flatMap((one) => statementOf(one, known) ?? []);
  const same = statements.every((one, index) => one === policy.statements[index]);
  return same && statements.length === policy.statements.length
    ? policy
    : { ...policy, statements };
}

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
