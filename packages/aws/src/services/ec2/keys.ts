import type { Need } from "../../world/define.ts";
import { iamOf } from "../iam/policies-of.ts";
import { arnOf, lookUp, type Kind } from "./kinds.ts";
import type { Ec2Instance, View } from "./state.ts";

type Keys = Record<string, string | string[]>;

/**
 * Condition keys that a resource itself gives.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
 */
export function keysOf(view: View, kind: Kind, id: string): Keys {
  const tags = view.state.tags.get(id) ?? new Map<string, string>();
  const keys: Keys = {};
  for (const [key, value] of tags) keys[`ec2:ResourceTag/${key}`] = value;
  return Object.assign(keys, ownKeys(view, kind, id));
}

function ownKeys(view: View, kind: Kind, id: string): Keys {
  const { state } = view;
  switch (kind) {
    case "vpc":
      return { "ec2:VpcID": id, "ec2:Tenancy": "default" };
    case "subnet":
      return {
        "ec2:SubnetID": id,
        ...inVpc(view, lookUp(state, kind, id)?.vpc),
        ...zone(view, id),
      };
    case "security-group":
      return { "ec2:SecurityGroupID": id, ...inVpc(view, lookUp(state, kind, id)?.vpc) };
    case "network-acl":
      return { "ec2:NetworkAclID": id, ...inVpc(view, lookUp(state, kind, id)?.vpc) };
    case "route-table":
      return { "ec2:RouteTableID": id, ...inVpc(view, lookUp(state, kind, id)?.vpc) };
    case "internet-gateway":
      return { "ec2:InternetGatewayID": id };
    case "vpc-endpoint": {
      const service = lookUp(state, kind, id)?.service;
      return service === undefined ? {} : { "ec2:VpceServiceName": service };
    }
    case "network-interface":
      return interfaceKeys(view, id);
    case "instance":
      return instanceKeys(view, id);
    case "volume":
      return volumeKeys(view, id);
    case "snapshot":
      return snapshotKeys(view, id);
    case "image":
      return imageKeys(view, id);
    case "key-pair":
      return { "ec2:KeyPairName": state.keyPairs.get(id)?.name ?? id };
    default:
      return {};
  }
}

const inVpc = (view: View, vpc: string | undefined): Keys =>
  vpc === undefined ? {} : { "ec2:Vpc": arnOf(view, "vpc", vpc) };

const zone = ({ state, region }: View, subnet: string): Keys => ({
  "ec2:AvailabilityZone": lookUp(state, "subnet", subnet)?.zone ?? `${region}a`,
});

function interfaceKeys(view: View, id: string): Keys {
  const one = lookUp(view.state, "network-interface", id);
  if (!one) return {};
  const vpc = lookUp(view.state, "subnet", one.subnet)?.vpc;
  return {
    "ec2:NetworkInterfaceID": id,
    "ec2:Subnet": arnOf(view, "subnet", one.subnet),
    ...inVpc(view, vpc),
    ...zone(view, one.subnet),
  };
}

function instanceKeys(view: View, id: string): Keys {
  const one = view.state.instances.get(id);
  if (!one) return {};
  const subnet = view.state.network.interfaces.find(({ instance }) => instance === id)?.subnet;
  return {
    "ec2:InstanceID": id,
    ...launchKeys(one),
    ...(one.profile ? { "ec2:InstanceProfile": one.profile.profile } : {}),
    ...(subnet === undefined ? {} : zone(view, subnet)),
  };
}

/** Of an instance that is, and of one that is to be. */
export const launchKeys = ({ type, metadata }: Pick<Ec2Instance, "type" | "metadata">): Keys => ({
  "ec2:InstanceType": type,
  "ec2:MetadataHttpTokens": metadata.tokens,
  "ec2:MetadataHttpEndpoint": metadata.endpoint,
  "ec2:MetadataHttpPutResponseHopLimit": String(metadata.hopLimit),
  "ec2:InstanceMetadataTags": metadata.tags,
  "ec2:EbsOptimized": "false",
  "ec2:RootDeviceType": "ebs",
  "ec2:Tenancy": "default",
});

function volumeKeys({ state }: View, id: string): Keys {
  const one = state.volumes.get(id);
  if (!one) return {};
  return {
    "ec2:VolumeID": id,
    "ec2:VolumeSize": String(one.size),
    "ec2:VolumeType": "gp3",
    "ec2:Encrypted": String(one.encrypted),
    "ec2:AvailabilityZone": one.zone,
  };
}

function snapshotKeys(view: View, id: string): Keys {
  const one = view.state.snapshots.get(id);
  if (!one) return {};
  return {
    "ec2:SnapshotID": id,
    "ec2:Owner": view.account.id,
    "ec2:Encrypted": String(one.encrypted),
    "ec2:VolumeSize": String(one.size),
    "ec2:ParentVolume": arnOf(view, "volume", one.volume),
  };
}

function imageKeys(view: View, id: string): Keys {
  const one = lookUp(view.state, "image", id);
  if (!one) return {};
  return {
    "ec2:ImageID": id,
    "ec2:ImageType": "machine",
    "ec2:Owner": one.owner,
    "ec2:Public": String(one.sharedWith.has("all")),
    "ec2:RootDeviceType": "ebs",
  };
}

/** The permission on one resource. Of another action than the call's own where `action` says so. */
export const needOn = (
  view: View,
  [kind, id]: readonly [Kind, string],
  { action, context = {} }: { action?: string; context?: Keys } = {},
): Need => ({
  ...(action === undefined ? {} : { action }),
  resource: arnOf(view, kind, id),
  context: { ...keysOf(view, kind, id), ...context },
});

/** Handing a role to EC2. The role of a profile that is not there has no ARN to speak of. */
export function passRole({ world, account }: View, profileArn: string): Need {
  const iam = iamOf(world, account.id);
  const profile = [...(iam?.profiles.values() ?? [])].find(({ arn }) => arn === profileArn);
  const role = profile?.role == null ? null : (iam?.roles.get(profile.role)?.arn ?? null);
  return {
    action: "iam:PassRole",
    resource: role ?? `arn:aws:iam::${account.id}:role/*`,
    context: { "iam:PassedToService": "ec2.amazonaws.com" },
  };
}
