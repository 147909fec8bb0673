import { credentialsFor } from "@loopwright/aws/compute";
import { callingAs, type World } from "@loopwright/aws/world";

import { region, revocation, role, type Incident } from "./plan.ts";
import { auditor } from "./world.ts";

const hour = 3_600_000;
/** What the role may do, of several services: every action has to be denied. */
const calls = [
  ["ec2", "DescribeRegions"],
  ["s3", "ListBuckets"],
  ["kms", "ListAliases"],
  ["secretsmanager", "ListSecrets"],
] as const;

/** Sessions of before are refused, and a new one of the same role works, as it does for its other instances. */
export function wrongSessions(
  world: World,
  { instance, sibling }: Incident,
  { ended, old }: { ended: boolean; old: boolean },
): string[] {
  const allowed = (id: string) => {
    const ask = callingAs(world, `assumed-role/${role}/${id}`, { region });
    return calls.filter(([service, call]) => ask(service, call).fault === undefined).length;
  };
  const known = [...world.credentials.values()].some(({ principal }) =>
    "arn" in principal ? principal.arn.endsWith(`/${instance}`) : false,
  );
  const wrong = (is: boolean, words: string) => (is ? [words] : []);
  const lines = [
    ...wrong(
      known && allowed(instance) !== (ended ? 0 : calls.length),
      `A session of ${instance} ${ended ? "still works" : "was ended"}.`,
    ),
    ...wrongPolicies(world, ended, old),
  ];
  // The next credentials that the instance beside it is handed.
  world.nowMs += 7 * hour;
  credentialsFor(world, { instance: sibling });
  return [
    ...lines,
    ...wrong(allowed(sibling) < calls.length, `A new session of ${role} does not work.`),
  ];
}

/** Of the inline policies only the one that the playbook names is new or another. */
function wrongPolicies(world: World, ended: boolean, old: boolean): string[] {
  const ask = callingAs(world, auditor, { region });
  const { output } = ask("iam", "ListRolePolicies", { RoleName: role });
  const names = ((output?.["PolicyNames"] ?? []) as string[]).toSorted().join(" ");
  const right = ["work", ...(ended || old ? [revocation] : [])].toSorted().join(" ");
  return names === right ? [] : [`${role} has the inline policies ${names}.`];
}
