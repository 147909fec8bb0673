import { macOf, zoneOf } from "../services/ec2/describe/places.ts";
import { profileAt } from "../services/ec2/instances/profiles.ts";
import { lookUp } from "../services/ec2/kinds.ts";
import type { Ec2Instance, View } from "../services/ec2/state.ts";
import type { Credential } from "../world/credential.ts";
import { iso } from "../world/ids.ts";
import type { World } from "../world/world.ts";
import { credentialsFor, roleOf } from "./credentials.ts";

/** What can be asked for, by name: a text or a folder. Names come from outside, hence no plain object. */
export type Tree = ReadonlyMap<string, Tree | string>;

type At = { view: View; instance: Ec2Instance };
type Entries = Record<string, Tree | string | null | undefined>;

const folder = (entries: Entries): Tree =>
  new Map(
    Object.entries(entries).filter((entry): entry is [string, Tree | string] => entry[1] != null),
  );

const json = (value: unknown): string => JSON.stringify(value, null, 2);

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-metadata.html#instancedata-data-categories */
export function treeOf(world: World, at: At, delivery: "1.0" | "2.0"): Tree {
  const { userData } = at.instance;
  return folder({
    dynamic: folder({ "instance-identity": folder({ document: identity(at) }) }),
    "meta-data": metaData(world, at, delivery),
    "user-data": userData === "" ? null : userData,
  });
}

function placeOf({ view, instance }: At) {
  const own = view.state.network.interfaces.find((one) => one.instance === instance.id);
  const subnet = lookUp(view.state, "subnet", own?.subnet ?? "");
  const vpc = lookUp(view.state, "vpc", subnet?.vpc ?? "");
  return { own, subnet, vpc, zone: zoneOf(view, subnet?.zone) };
}

function metaData(world: World, at: At, delivery: "1.0" | "2.0"): Tree {
  const { view, instance } = at;
  const { own, zone } = placeOf(at);
  const address = own?.addresses[0];
  const host = address && `ip-${address.replaceAll(".", "-")}.${view.region}.compute.internal`;
  const tags = [...(view.state.tags.get(instance.id) ?? [])];
  return folder({
    "ami-id": instance.image,
    hostname: host,
    iam: profileFolder(world, at, delivery),
    "instance-id": instance.id,
    "instance-type": instance.type,
    "local-hostname": host,
    "local-ipv4": address,
    mac: own && macOf(own.id),
    network: interfaceFolder(at),
    placement: folder({ "availability-zone": zone, region: view.region }),
    "public-ipv4": own?.publicAddress,
    "reservation-id": instance.reservation,
    "security-groups": groupsOf(at)
      .map(({ name }) => name)
      .join("\n"),
    services: folder({ domain: "amazonaws.com", partition: "aws" }),
    // Tags stand there only where the instance's options say so.
    tags: instance.metadata.tags === "enabled" ? folder({ instance: new Map(tags) }) : null,
  });
}

const groupsOf = (at: At) =>
  (placeOf(at).own?.groups ?? []).flatMap((id) => {
    const group = lookUp(at.view.state, "security-group", id);
    return group ? [{ id, name: group.name ?? id }] : [];
  });

function interfaceFolder(at: At): Tree | null {
  const { own, subnet, vpc } = placeOf(at);
  if (!own) return null;
  const v4 = (cidrs: readonly string[] | undefined) => cidrs?.find((one) => !one.includes(":"));
  const one = folder({
    "interface-id": own.id,
    "local-ipv4s": own.addresses.filter((address) => !address.includes(":")).join("\n"),
    mac: macOf(own.id),
    "owner-id": at.view.account.id,
    "public-ipv4s": own.publicAddress,
    "security-group-ids": own.groups.join("\n"),
    "security-groups": groupsOf(at)
      .map(({ name }) => name)
      .join("\n"),
    "subnet-id": own.subnet,
    "subnet-ipv4-cidr-block": v4(subnet?.cidrs),
    "vpc-id": subnet?.vpc,
    "vpc-ipv4-cidr-block": v4(vpc?.cidrs),
  });
  return folder({ interfaces: folder({ macs: new Map([[macOf(own.id), one]]) }) });
}

/** A role that does not trust EC2 is told as such, where its credentials would stand. */
function profileFolder(world: World, at: At, delivery: "1.0" | "2.0"): Tree | null {
  const { view, instance } = at;
  if (!instance.profile) return null;
  const role = roleOf(view, instance);
  const LastUpdated = iso(world.nowMs);
  const credential = credentialsFor(world, { instance: instance.id, delivery });
  const answer = credential
    ? credentialAnswer(credential)
    : {
        Code: "AssumeRoleUnauthorizedAccess",
        Message: `EC2 cannot assume the role ${role?.name}. Please see documentation at https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_iam-ec2.html.`,
        LastUpdated,
      };
  const InstanceProfileId = profileAt(view, instance.profile.profile)?.id;
  const info = { InstanceProfileArn: instance.profile.profile, InstanceProfileId };
  return folder({
    info: json({ Code: "Success", LastUpdated, ...info }),
    "security-credentials": new Map(role ? [[role.name, json(answer)]] : []),
  });
}

export const credentialAnswer = (credential: Credential) => ({
  Code: "Success",
  LastUpdated: iso(credential.createdMs),
  Type: "AWS-HMAC",
  AccessKeyId: credential.accessKeyId,
  SecretAccessKey: credential.secretAccessKey,
  Token: credential.session?.token,
  Expiration: iso(credential.session?.expiresMs ?? 0),
});

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-identity-documents.html */
function identity(at: At): string {
  const { view, instance } = at;
  const { own, zone } = placeOf(at);
  return json({
    accountId: view.account.id,
    architecture: "x86_64",
    availabilityZone: zone,
    imageId: instance.image,
    instanceId: instance.id,
    instanceType: instance.type,
    pendingTime: iso(instance.launchedMs),
    privateIp: own?.addresses[0],
    region: view.region,
    version: "2017-09-30",
  });
}
