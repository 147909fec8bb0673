import type { Actor } from "./actor.ts";
import { settled, type Binding, type Choice } from "./binding.ts";
import type { Entry } from "./catalogue/entry.ts";

const valuesMax = 4;
const choicesMax = 48;

/**
 * What the caller may choose, beside the usual: names and regions that its own policies speak of, so that a policy
 * on `function:dev-*` is tried with such a name. Whether a choice is allowed, only the decision says.
 */
export function choicesOf(entry: Entry, binding: Binding, regions: readonly string[]): Choice[] {
  const values = new Map<string, Set<string>>();
  const offer = (name: string, value: string) => {
    const known = values.get(name) ?? new Set();
    if (known.size < valuesMax) known.add(value);
    values.set(name, known);
  };
  for (const { action, on, as } of entry.calls) {
    if (as !== undefined) continue;
    for (const place of typeof on === "string" ? [on] : on) {
      const template = settled(place, binding);
      if (!template.includes("{")) continue;
      for (const pattern of patternsFor(binding.self, action)) fit(template, pattern, offer);
    }
  }
  for (const region of regions) offer("region", region);
  return combined([...values].map(([name, list]) => [name, [...list]]));
}

/** Resources for which the caller's own policies speak of an action. */
function patternsFor(self: Actor, action: string): string[] {
  const folded = action.toLowerCase();
  return self.policies.flatMap(({ statements }) =>
    statements
      .filter(({ source, action: covers }) => source.effect === "Allow" && covers(folded))
      .flatMap(({ source: { resources } }) => (resources?.not ? [] : (resources?.patterns ?? [])))
      .flatMap((pattern) => withoutVariables(pattern, self) ?? []),
  );
}

/** Null where a variable stands in it whose value is not at hand. */
function withoutVariables(pattern: string, { identity, account }: Actor): string | null {
  let missing = false;
  const text = pattern.replace(/\$\{([^{}]{1,200})\}/g, (_all, key: string) => {
    const name = key.toLowerCase();
    if (name === "aws:username" && identity.type === "user") return identity.name;
    if (name === "aws:principalaccount") return account;
    const tag = name.startsWith("aws:principaltag/") ? key.slice("aws:principaltag/".length) : null;
    const value = tag === null ? undefined : identity.tags[tag];
    missing ||= value === undefined;
    return value ?? "";
  });
  return missing ? null : text;
}

/** Reads names off a pattern that has the template's form. A wildcard may stand for anything: an x will do. */
function fit(
  template: string,
  pattern: string,
  offer: (name: string, value: string) => void,
): void {
  const [wanted, given] = [template.split(":"), pattern.split(":")];
  if (given.length < 6) return;
  const region = given[3]!;
  if (wanted[3] === "{region}" && /^[a-z0-9-]+$/.test(region)) offer("region", region);
  const tail = wanted.slice(5).join(":");
  const names = [...tail.matchAll(/\{([\w-]+)\}/g)].map(([, name]) => name!);
  const form = new RegExp(
    `^${tail
      .split(/\{[\w-]+\}/)
      .map(plain)
      .join("([^/:]{1,200})")}$`,
  );
  const rest = given.slice(5).join(":").slice(0, 500).replaceAll("?", "x");
  for (const last of ["x", "x/x", "x:x"]) {
    const found = form.exec(rest.replace(/\*$/, last).replaceAll("*", "x"));
    if (!found) continue;
    for (const [index, name] of names.entries()) offer(name, found[index + 1]!);
    return;
  }
}

const plain = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Every combination, as far as there are not too many. */
function combined(values: readonly (readonly [string, readonly string[]])[]): Choice[] {
  let choices: Choice[] = [{}];
  for (const [name, list] of values) {
    const next = choices.flatMap((choice) =>
      [choice[name], ...list].map((value) =>
        value === undefined ? choice : { ...choice, [name]: value },
      ),
    );
    choices = next.slice(0, choicesMax);
  }
  return choices.slice(1);
}
