import { buildWorld, type World } from "@loopwright/aws/world";

import type { Plan } from "../exercise.ts";
import { audit, type Audited } from "./audit.ts";
import { quarantine, type Incident } from "./plan.ts";
import { wrongSessions } from "./sessions.ts";
import { declared, previous, profile } from "./world.ts";

/** What does not hold afterwards, held against the account as it was. */
export function wrongIn(world: World, plan: Plan, incident: Incident): string[] {
  const has = (trait: string) => plan.traits.includes(trait);
  const before = audit(buildWorld(declared(plan, incident), world.seed));
  const after = audit(world);
  const untouched = has("kept") || has("gone") || has("unknown");
  return [
    ...changed(before, after, untouched ? [] : ours(after, incident)),
    ...(untouched ? [] : wrongInstance(after, plan, incident)),
    ...wrongSessions(world, incident, {
      ended: !has("kept") && !has("unknown"),
      old: has("session"),
    }),
  ];
}

/** What this incident may change. */
function ours({ groups, snapshots }: Audited, incident: Incident): string[] {
  const { instance, vpc, interfaces, volumes } = incident;
  return [
    instance,
    ...interfaces.map(({ id }) => id),
    ...groups.filter((one) => one.name === quarantine && one.vpc === vpc).map(({ id }) => id),
    // Those that were there have names of letters.
    ...snapshots
      .filter(({ id, volume }) => volumes.includes(volume) && /^snap-[0-9a-f]{17}$/.test(id))
      .map(({ id }) => id),
  ];
}

function changed(before: Audited, after: Audited, allowed: readonly string[]): string[] {
  const ids = new Set([...before.all.keys(), ...after.all.keys()]);
  return [...ids]
    .filter((id) => !allowed.includes(id) && before.all.get(id) !== after.all.get(id))
    .map((id) => `${id} was changed, and has nothing to do with it.`);
}

function wrongInstance(after: Audited, plan: Plan, incident: Incident): string[] {
  const { instance, findingId, vpc, interfaces } = incident;
  const group = after.groups.filter((one) => one.name === quarantine && one.vpc === vpc);
  const isRunning = after.all.get(instance)?.includes('"Name":"running"') === true;
  const wrong = (is: boolean, words: string) => (is ? [words] : []);
  return [
    ...wrong(!isRunning, `${instance} does not run any more.`),
    ...wrong(
      after.all.get(instance)?.includes(profile) !== true,
      `${instance} has no role any more.`,
    ),
    ...wrong(!after.isProtected(instance), `${instance} can be terminated.`),
    ...wrong(after.tags(instance)["incident"] !== findingId, `${instance} has no tag incident.`),
    ...wrong(group.length !== 1, `Its VPC has no group ${quarantine}.`),
    ...group.flatMap(({ id, rules }) => wrong(rules > 0, `The group ${id} has rules.`)),
    ...interfaces.flatMap((one) => {
      const isIn = after.groupsOf(one.id).join(" ") === group[0]?.id;
      const tag = after.tags(one.id)["previous-groups"] ?? "";
      return [
        ...wrong(!isIn, `${one.id} is not in the group ${quarantine} alone.`),
        ...wrong(
          tag.split(" ").toSorted().join(" ") !== previous(one),
          `previous-groups of ${one.id} does not tell its groups.`,
        ),
      ];
    }),
    ...wrongSnapshots(after, plan, incident),
  ];
}

function wrongSnapshots(after: Audited, { traits }: Plan, incident: Incident): string[] {
  const { volumes, sealedVolume, findingId, instance } = incident;
  return volumes
    .filter((volume) => !(traits.includes("denied") && volume === sealedVolume))
    .flatMap((volume) => {
      const kept = after.snapshots.filter(
        ({ id, volume: of }) =>
          of === volume &&
          after.tags(id)["incident"] === findingId &&
          after.tags(id)["instance"] === instance,
      );
      return kept.length === 1
        ? []
        : [`${volume} has ${kept.length} snapshots with the tags of this incident.`];
    });
}
