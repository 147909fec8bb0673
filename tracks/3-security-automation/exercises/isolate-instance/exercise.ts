import type { Exercise, Expected, Plan } from "../exercise.ts";
import { wrongIn } from "./after.ts";
import { findingFile } from "./finding.ts";
import { incidentOf, role, type Incident } from "./plan.ts";
import { declared } from "./world.ts";

/** An instance is taken off the network, its evidence is kept, and its sessions end. */
export const isolateInstance: Exercise = {
  traits: ["homes", "group", "half", "session", "denied", "kept", "gone", "unknown", "busy"],
  make: (plan) => {
    const incident = incidentOf(plan);
    return {
      declared: declared(plan, incident),
      region: "eu-west-1",
      files: { "finding.json": findingFile(plan, incident) },
      args: ["finding.json"],
      count: incident.interfaces.length + incident.volumes.length,
      secrets: [],
      expected: () => expectedIn(plan, incident),
      wrongAfter: (world) => wrongIn(world, plan, incident),
    };
  },
};

function expectedIn({ traits }: Plan, incident: Incident): Expected {
  const { instance, interfaces, volumes, sealedVolume } = incident;
  const has = (trait: string) => traits.includes(trait);
  const step = (name: string, resource: string) => ({ step: name, resource });
  if (has("kept")) return { findings: [step("refused", instance)], unread: [], exit: 3 };
  const sessions = has("unknown") ? [] : [step("sessions", role)];
  if (has("gone") || has("unknown")) return { findings: sessions, unread: [instance], exit: 4 };
  const sealed = has("denied") ? [sealedVolume] : [];
  const kept = volumes.filter((volume) => !sealed.includes(volume));
  return {
    findings: [
      step("tagged", instance),
      step("protected", instance),
      ...interfaces.map(({ id }) => step("interface", id)),
      ...kept.map((volume) => step("snapshot", volume)),
      ...sessions,
    ],
    unread: sealed,
    exit: sealed.length > 0 ? 2 : 0,
  };
}
