import type { CompiledPolicy, CompiledStatement } from "../policy/compile.ts";
import type { Actor } from "./actor.ts";
import { catalogue } from "./catalogue/index.ts";
import type { Entry } from "./catalogue/entry.ts";
import type { Scene } from "./scene.ts";

/** Every action of the catalogue, in lower case, once. */
const actions: readonly string[] = [
  ...new Set(catalogue.flatMap(({ calls }) => calls.map(({ action }) => action.toLowerCase()))),
];

const covered = new WeakMap<CompiledPolicy, ReadonlySet<string>>();

/** Actions of the catalogue that some Allow of the policy covers, on whatever resource. */
function coveredBy(policy: CompiledPolicy): ReadonlySet<string> {
  const known = covered.get(policy);
  if (known) return known;
  const allowing = policy.statements.filter(({ source }) => source.effect === "Allow");
  const found = new Set(actions.filter((one) => allowing.some(({ action }) => action(one))));
  covered.set(policy, found);
  return found;
}

/**
 * Whether there is any use in trying a path: each of its calls is covered by some policy. What is granted at the
 * resource alone (by trust policies and policies of functions) is left open; what is allowed is decided later.
 */
export function mayTry(scene: Scene, actor: Actor, { calls }: Entry): boolean {
  const atResources = scene.resources?.some(({ policy }) => policy !== null) ?? false;
  return calls.every(({ action, on, as }) => {
    if (as !== undefined || action === "sts:AssumeRole") return true;
    if (on === "thing" && atResources) return true;
    const folded = action.toLowerCase();
    return actor.policies.some((policy) => coveredBy(policy).has(folded));
  });
}

type Cover = { denied: boolean; allowing: readonly CompiledStatement[] };
const covers = new WeakMap<Actor, Map<string, Cover>>();

/**
 * Whether an actor's own policies could allow this at all: no Deny without a condition covers the action
 * everywhere, and some Allow speaks of the action and of the resource. Where not, nothing has to be decided.
 */
export function couldAllow(actor: Actor, action: string, resource: string): boolean {
  const { denied, allowing } = coverOf(actor, action);
  return !denied && allowing.some((one) => hasVariables(one) || one.resource(resource, nothing));
}

const nothing = () => null;

/** What a variable comes to is left to the decision. */
const hasVariables = ({ source }: CompiledStatement): boolean =>
  source.resources?.patterns.some((one) => one.includes("${")) ?? false;

function coverOf(actor: Actor, action: string): Cover {
  let known = covers.get(actor);
  if (!known) covers.set(actor, (known = new Map()));
  const found = known.get(action);
  if (found) return found;
  const folded = action.toLowerCase();
  const statements = actor.policies
    .flatMap((policy) => policy.statements)
    .filter((one) => one.action(folded));
  const cover = {
    denied: statements.some(isFlatDeny),
    allowing: statements.filter(({ source }) => source.effect === "Allow"),
  };
  known.set(action, cover);
  return cover;
}

const isFlatDeny = ({ source, conditions }: CompiledStatement): boolean =>
  source.effect === "Deny" &&
  conditions.length === 0 &&
  source.resources?.not === false &&
  source.resources.patterns.includes("*");
