import { randomFrom } from "@loopwright/core";

import type { Plan } from "../exercise.ts";
import { peopleNames } from "../names.ts";
import { network } from "./network.ts";
import { account, now, region, revocation, role, type Incident } from "./plan.ts";

const statement = (Statement: object) => ({ Version: "2012-10-17", Statement: [Statement] });
const allow = (Action: string | string[]) => statement({ Effect: "Allow", Action, Resource: "*" });
const trust = (Service: string) =>
  statement({ Effect: "Allow", Principal: { Service }, Action: "sts:AssumeRole" });
/** Its name is not the role's. */
export const profile = "forecast-node-2024";
export const auditor = "user/auditor";

/** A weather service's account, with an instance of which GuardDuty has told something. */
export function declared(plan: Plan, incident: Incident): object {
  const [admin] = peopleNames(randomFrom(`${plan.seed} admin`), 1);
  return {
    format: 1,
    now,
    accounts: [
      {
        id: account,
        name: "storm-watch",
        iam: {
          users: [
            { name: admin, keys: 1, inline: { all: allow("*") } },
            { name: "auditor", keys: 1, inline: { all: allow("*") } },
          ],
          roles: roles(plan.traits, incident),
        },
        regions: { [region]: { ec2: ec2(plan, incident) } },
      },
    ],
    history: history(plan.traits, `user/${admin}`, incident),
    throttles: plan.traits.includes("busy")
      ? [{ call: "ec2:ModifyNetworkInterfaceAttribute", seconds: 25 }]
      : [],
    start: `arn:aws:iam::${account}:role/responder`,
  };
}

/** From another incident: after this finding was created, and before it was last updated. */
export const oldRevocation = statement({
  Effect: "Deny",
  Action: "*",
  Resource: "*",
  Condition: { DateLessThan: { "aws:TokenIssueTime": "2026-06-15T08:34:00Z" } },
});

const roles = (traits: readonly string[], { sealedVolume }: Incident): object[] => [
  {
    name: role,
    trust: trust("ec2.amazonaws.com"),
    inline: {
      work: allow([
        "ec2:DescribeRegions",
        "s3:ListAllMyBuckets",
        "kms:ListAliases",
        "secretsmanager:ListSecrets",
      ]),
      ...(traits.includes("session") && { [revocation]: oldRevocation }),
    },
  },
  {
    name: "responder",
    trust: trust("lambda.amazonaws.com"),
    inline: {
      work: allow(["ec2:*", "iam:*"]),
      ...(traits.includes("denied") && {
        sealed: statement({
          Effect: "Deny",
          Action: "ec2:CreateSnapshot",
          Resource: `arn:aws:ec2:${region}:${account}:volume/${sealedVolume}`,
        }),
      }),
    },
  },
];

function ec2(plan: Plan, incident: Incident): object {
  const { traits, size } = plan;
  const { findingId, instance, sibling, volumes, subnets, groups, interfaces } = incident;
  const isHalf = traits.includes("half");
  const isUnknown = traits.includes("unknown");
  const tags = { ...(traits.includes("kept") && { "do-not-isolate": "storm warnings" }) };
  return {
    network: isUnknown
      ? { ...network(plan, { ...incident, interfaces: [] }) }
      : network(plan, incident),
    instances: [
      ...(isUnknown ? [] : [{ id: instance, name: "node-7", type: "m6i.large", tags }]),
      { id: sibling, name: "node-8", tags: { "do-not-isolate": "feeds the airports" } },
      ...Array.from({ length: size }, (_, index) => ({
        id: `i-other${index}`,
        name: `batch-${index}`,
        subnet: subnets[1],
        groups: [groups.web],
      })),
    ],
    volumes: [
      ...(isUnknown ? [] : volumes.map((id, index) => ({ id, instance, device: devices[index] }))),
      { id: "vol-sibling", instance: sibling },
      { id: "vol-detached", tags: { "was-at": instance } },
    ],
    snapshots: [
      { id: "snap-nightly", volume: volumes[0], tags: { backup: "nightly" } },
      { id: "snap-other", volume: volumes[0], tags: { incident: "another", instance } },
      // Taken by hand while the volume was being looked at elsewhere.
      { id: "snap-lab", volume: volumes[1], tags: { incident: findingId, instance: sibling } },
      ...(isHalf
        ? [{ id: "snap-ours", volume: volumes[0], tags: { incident: findingId, instance } }]
        : []),
    ],
    tags: isHalf ? { [interfaces[0]!.id]: { "previous-groups": previous(interfaces[0]!) } } : {},
  };
}

const devices = ["/dev/xvda", "/dev/sdf", "/dev/sdg"];
export const previous = ({ groups }: { groups: readonly string[] }): string =>
  groups.toSorted().join(" ");

/** The role comes to its instances, which get credentials: also after the finding was last updated. */
function history(traits: readonly string[], as: string, incident: Incident): object[] {
  const { instance, sibling } = incident;
  const ids = traits.includes("unknown") ? [sibling] : [instance, sibling];
  const InstanceProfileName = profile;
  const calls = [
    { as, call: "iam:CreateInstanceProfile", input: { InstanceProfileName } },
    { as, call: "iam:AddRoleToInstanceProfile", input: { InstanceProfileName, RoleName: role } },
    ...ids.flatMap((InstanceId) => [
      {
        as,
        region,
        call: "ec2:AssociateIamInstanceProfile",
        input: { InstanceId, IamInstanceProfile: { Name: profile } },
      },
      { as: `instance:${InstanceId}`, region, call: "ec2:DescribeRegions" },
    ]),
    ...(traits.includes("gone")
      ? [{ as, region, call: "ec2:TerminateInstances", input: { InstanceIds: [instance] } }]
      : []),
  ];
  const startMs = Date.parse("2026-06-15T08:50:00Z");
  return calls.map((call, index) => ({
    at: new Date(startMs + index * 1000).toISOString(),
    ...call,
  }));
}
