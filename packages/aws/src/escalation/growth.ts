import type { CompiledStatement } from "../policy/compile.ts";
import type { Actor } from "./actor.ts";
import { signs } from "./administrator.ts";
import type { Asked, Decided, Scene } from "./scene.ts";

type Probe = Pick<Asked, "action" | "resource" | "resourceAccount" | "context">;

/** How many calls of one actor are looked at. Enough to tell actors apart; a role may have thousands. */
const probesMax = 60;
const ofStatementMax = 12;

/**
 * A call that one may make and the other may not; null where there is none among those that the policies of the
 * first speak of.
 */
export function moreThan(scene: Scene, actor: Actor, other: Actor): Decided | null {
  for (const { probe, decided } of probesOf(scene, actor)) {
    if (!scene.allows({ ...probe, by: other, tags: true })) return decided;
  }
  return null;
}

type Tried = { probe: Probe; decided: Decided };
const known = new WeakMap<Scene, Map<string, readonly Tried[]>>();

/** What somebody may do, by examples from each of its statements. */
function probesOf(scene: Scene, actor: Actor): readonly Tried[] {
  let all = known.get(scene);
  if (!all) known.set(scene, (all = new Map()));
  const found = all.get(actor.key);
  if (found) return found;
  const allowing = actor.policies
    .flatMap(({ statements }) => statements)
    .filter(({ source }) => source.effect === "Allow");
  const probes = [
    ...allowing.flatMap((one) => namedIn(one, actor)),
    ...signs.map(({ action, on }) => probe(actor, action, on)),
  ];
  const tried = probes.slice(0, probesMax).flatMap((one) => {
    return triedIn(scene, actor, one) ?? [];
  });
  all.set(actor.key, tried);
  return tried;
}

/** In the first region in which it is allowed: an organisation may have closed the usual one. */
function triedIn(scene: Scene, actor: Actor, one: Omit<Probe, "context">): Tried | null {
  const regions = one.action.startsWith("iam:") ? ["us-east-1"] : ["us-east-1", ...scene.regions];
  for (const region of regions) {
    const probe = { ...one, context: { "aws:RequestedRegion": region } };
    const decided = scene.allows({ ...probe, by: actor, tags: true });
    if (decided) return { probe, decided };
  }
  return null;
}

/** Whom one may become or hand on is found by the search itself. */
const ways: ReadonlySet<string> = new Set(["sts:assumerole", "iam:passrole"]);

function namedIn({ source }: CompiledStatement, actor: Actor): Omit<Probe, "context">[] {
  if (source.actions.not) return [];
  const resources = source.resources?.not ? ["*"] : (source.resources?.patterns ?? ["*"]);
  const actions = source.actions.patterns.filter(
    (one) => one !== "*" && !ways.has(one.toLowerCase()),
  );
  return actions
    .flatMap((action) => resources.slice(0, 3).map((one) => probe(actor, example(action), one)))
    .slice(0, ofStatementMax);
}

/** A call that the pattern covers: one that matters where there is one, or what is left without the stars. */
function example(pattern: string): string {
  const head = pattern.toLowerCase().split(/[*?]/)[0]!;
  if (!/[*?]/.test(pattern)) return pattern;
  const sign = signs.find(({ action }) => action.toLowerCase().startsWith(head));
  return sign?.action ?? pattern.replaceAll(/[*?]/g, pattern.endsWith(":*") ? "Anything" : "");
}

function probe(actor: Actor, action: string, pattern: string): Omit<Probe, "context"> {
  const partition = actor.identity.arn.split(":")[1]!;
  const resource = pattern
    .replace("{partition}", partition)
    .replace("{account}", actor.account)
    .replace(/^(arn:[^:*]+:[^:*]+:[^:]*:)\*(?=:)/, `$1${actor.account}`);
  const filled = resource === "*" ? "*" : resource.replaceAll("*", "x");
  const account = /^\d{12}$/.exec(filled.split(":")[4] ?? "")?.[0] ?? actor.account;
  return { action, resource: filled, resourceAccount: account };
}
