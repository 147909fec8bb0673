import type { Actor } from "./actor.ts";
import { closedIn, isAdministrator } from "./administrator.ts";
import type { Edge, Edges } from "./edges.ts";
import { moreThan } from "./growth.ts";
import type { EscalationPath, Gain } from "./report.ts";
import type { Scene } from "./scene.ts";
import { tellCall, tellStep } from "./tell.ts";

/** All that one actor gains, each by its shortest path: what is proven, then what hangs on something. */
export function pathsFrom(scene: Scene, edges: Edges, from: Actor): EscalationPath[] {
  const isProven = ({ attempt }: Edge) => attempt.conditions.length === 0;
  const proven = walk(scene, { edges, from, passes: isProven });
  const certain = pathsOf(scene, from, proven);
  if (proven.onlyProven) return certain;
  const open = walk(scene, { edges, from, passes: () => true });
  const known = new Set(certain.map(({ gain }) => keyOf(gain)));
  const done = new Set(administered(certain));
  const further = pathsOf(scene, from, open).filter(
    ({ gain }) => !known.has(keyOf(gain)) && !done.has(gain.account),
  );
  return [...certain, ...further];
}

/** Who was reached, by which edge, in the order of reaching. */
type Walk = { reached: ReadonlyMap<string, Edge>; edges: readonly Edge[]; onlyProven: boolean };

type Start = { edges: Edges; from: Actor; passes: (edge: Edge) => boolean };

/** Breadth first, so that the first way to somebody is a shortest one; nobody is reached twice. */
function walk(scene: Scene, { edges, from, passes }: Start): Walk {
  const reached = new Map<string, Edge>();
  const gone: Edge[] = [];
  let onlyProven = true;
  const queue: Actor[] = [from];
  for (const actor of queue) {
    if (scene.exhausted) break;
    for (const edge of edges.of(actor)) {
      scene.spend(0.02);
      onlyProven &&= edge.attempt.conditions.length === 0;
      if (!passes(edge)) continue;
      gone.push(edge);
      const { key } = edge.to;
      if (key === from.key || reached.has(key)) continue;
      reached.set(key, edge);
      queue.push(edge.to);
    }
  }
  return { reached, edges: gone, onlyProven };
}

function pathsOf(scene: Scene, from: Actor, { reached, edges }: Walk): EscalationPath[] {
  const found = new Map<string, EscalationPath>();
  const gains = new Map<string, string | null>();
  const fromAdministrator = isAdministrator(scene, from);
  for (const [key, { to }] of reached) {
    const gain = fromAdministrator && to.account === from.account ? null : gainOf(scene, from, to);
    gains.set(key, gain && keyOf(gain));
    if (!gain || found.has(keyOf(gain))) continue;
    found.set(keyOf(gain), tellPath(from, gain, chainTo(reached, from, to)));
  }
  const counts = new Map<string, number>();
  for (const { to } of edges) {
    const gain = gains.get(to.key);
    if (gain) counts.set(gain, (counts.get(gain) ?? 0) + 1);
  }
  const done = administered([...found.values()]);
  return [...found]
    .map(([key, path]) => ({ ...path, alternatives: counts.get(key)! - 1 }))
    .filter(({ gain }) => gain.kind === "administrator" || !done.has(gain.account));
}

/** Who is administrator of an account has everybody in it. */
const administered = (paths: readonly EscalationPath[]): Set<string> =>
  new Set(paths.flatMap(({ gain }) => (gain.kind === "administrator" ? [gain.account] : [])));

function gainOf(scene: Scene, from: Actor, to: Actor): Gain | null {
  const { account } = to;
  const as = to.identity.arn;
  if (isAdministrator(scene, to)) {
    return { kind: "administrator", account, as, without: closedIn(scene, account) };
  }
  const more = moreThan(scene, to, from);
  return more && { kind: "principal", account, as, more: tellCall(more) };
}

const keyOf = (gain: Gain): string => (gain.kind === "administrator" ? gain.account : gain.as);

function chainTo(reached: ReadonlyMap<string, Edge>, from: Actor, to: Actor): Edge[] {
  const chain: Edge[] = [];
  let at = to;
  while (at.key !== from.key) {
    const edge = reached.get(at.key)!;
    chain.unshift(edge);
    at = edge.from;
  }
  return chain;
}

function tellPath(from: Actor, gain: Gain, chain: readonly Edge[]): EscalationPath {
  const steps = chain.map(tellStep);
  const conditions = [...new Set(steps.flatMap((step) => step.conditions))];
  return {
    from: from.identity.arn,
    gain,
    proven: conditions.length === 0,
    conditions,
    notes: [...new Set(steps.flatMap(({ notes }) => notes))],
    steps,
    alternatives: 0,
  };
}
