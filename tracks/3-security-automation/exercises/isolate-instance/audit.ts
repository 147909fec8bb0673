import { callingAs, type World } from "@loopwright/aws/world";

import { region } from "./plan.ts";
import { auditor } from "./world.ts";

type Tags = Record<string, string>;
type Row = Record<string, unknown>;
type Ask = (operation: string, member: string, input?: object) => Row[];

export type Audited = {
  /** All that there is, by id, as text: what is not asked about must be as it was. */
  all: Map<string, string>;
  tags: (id: string) => Tags;
  groupsOf: (networkInterface: string) => string[];
  groups: { id: string; name: string; vpc: string; rules: number }[];
  snapshots: { id: string; volume: string }[];
  isProtected: (instance: string) => boolean;
};

/** What stands in the account now, asked as anybody would ask. */
export function audit(world: World): Audited {
  const call = callingAs(world, auditor, { region });
  const ask: Ask = (operation, member, input = {}) =>
    (call("ec2", operation, { ...input }).output?.[member] ?? []) as Row[];
  const groups = ask("DescribeSecurityGroups", "SecurityGroups");
  const snapshots = ask("DescribeSnapshots", "Snapshots", { OwnerIds: ["self"] });
  const interfaces = ask("DescribeNetworkInterfaces", "NetworkInterfaces");
  const isProtected = (InstanceId: string) => {
    const asked = { InstanceId, Attribute: "disableApiTermination" };
    const { output } = call("ec2", "DescribeInstanceAttribute", asked);
    return (output?.["DisableApiTermination"] as { Value?: boolean } | undefined)?.Value === true;
  };
  return {
    all: new Map([
      ...instancesIn(ask, isProtected),
      ...byId("NetworkInterfaceId", interfaces),
      ...byId("GroupId", groups),
      ...byId("SnapshotId", snapshots),
      ...byId("VolumeId", ask("DescribeVolumes", "Volumes")),
    ]),
    tags: tagsIn(ask),
    groupsOf: (id) => {
      const found = interfaces.find(({ NetworkInterfaceId }) => NetworkInterfaceId === id);
      return ((found?.["Groups"] ?? []) as { GroupId: string }[]).map(({ GroupId }) => GroupId);
    },
    groups: groups.map(groupFrom),
    snapshots: snapshots.map((one) => ({
      id: one["SnapshotId"] as string,
      volume: one["VolumeId"] as string,
    })),
    isProtected,
  };
}

const byId = (member: string, rows: readonly Row[]) =>
  rows.map((row) => [row[member] as string, JSON.stringify(row)] as const);

const instancesIn = (ask: Ask, isProtected: Audited["isProtected"]) =>
  byId(
    "InstanceId",
    ask("DescribeInstances", "Reservations")
      .flatMap(({ Instances }) => Instances as Row[])
      .map((one) => ({ ...one, isProtected: isProtected(one["InstanceId"] as string) })),
  );

function tagsIn(ask: Ask): Audited["tags"] {
  const all = ask("DescribeTags", "Tags");
  return (id) =>
    Object.fromEntries(
      all
        .filter(({ ResourceId }) => ResourceId === id)
        .map(({ Key, Value }) => [Key as string, Value as string]),
    );
}

const groupFrom = (one: Row): Audited["groups"][number] => ({
  id: one["GroupId"] as string,
  name: one["GroupName"] as string,
  vpc: one["VpcId"] as string,
  rules: [one["IpPermissions"], one["IpPermissionsEgress"]].flat().length,
});
