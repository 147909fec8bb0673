import { refusal } from "../../world/refusal.ts";
import { everyImage } from "./storage/public-images.ts";
import type { Ec2State, View } from "./state.ts";

/** What EC2 has, by the word that stands in ARNs, in DescribeTags and in TagSpecifications. */
const rows = {
  vpc: ["vpc", ({ network }) => network.vpcs, "InvalidVpcID.NotFound", "vpc ID"],
  subnet: ["subnet", ({ network }) => network.subnets, "InvalidSubnetID.NotFound", "subnet ID"],
  "security-group": [
    "sg",
    ({ network }) => network.securityGroups,
    "InvalidGroup.NotFound",
    "security group",
  ],
  "security-group-rule": [
    "sgr",
    ({ network }) =>
      network.securityGroups
        .flatMap(({ ingress, egress }) => [...ingress, ...egress])
        .map(({ ruleId }) => ({ id: ruleId })),
    "InvalidSecurityGroupRuleId.NotFound",
    "security group rule ID",
  ],
  "network-acl": [
    "acl",
    ({ network }) => network.networkAcls,
    "InvalidNetworkAclID.NotFound",
    "networkAcl ID",
  ],
  "route-table": [
    "rtb",
    ({ network }) => network.routeTables,
    "InvalidRouteTableID.NotFound",
    "routeTable ID",
  ],
  "internet-gateway": [
    "igw",
    ({ network }) => network.internetGateways,
    "InvalidInternetGatewayID.NotFound",
    "internetGateway ID",
  ],
  "egress-only-internet-gateway": [
    "eigw",
    ({ network }) => network.egressOnlyGateways,
    "InvalidGatewayID.NotFound",
    "egress-only internet gateway ID",
  ],
  natgateway: ["nat", ({ network }) => network.natGateways, "NatGatewayNotFound", "NAT gateway"],
  "vpc-endpoint": [
    "vpce",
    ({ network }) => network.endpoints,
    "InvalidVpcEndpointId.NotFound",
    "Vpc Endpoint Id",
  ],
  "vpc-peering-connection": [
    "pcx",
    ({ network }) => network.peerings,
    "InvalidVpcPeeringConnectionID.NotFound",
    "vpcPeeringConnection ID",
  ],
  "network-interface": [
    "eni",
    ({ network }) => network.interfaces,
    "InvalidNetworkInterfaceID.NotFound",
    "networkInterface ID",
  ],
  "prefix-list": [
    "pl",
    ({ network }) => network.prefixLists,
    "InvalidPrefixListID.NotFound",
    "prefix list ID",
  ],
  instance: [
    "i",
    ({ instances }) => [...instances.values()],
    "InvalidInstanceID.NotFound",
    "instance ID",
  ],
  volume: ["vol", ({ volumes }) => [...volumes.values()], "InvalidVolume.NotFound", "volume"],
  snapshot: [
    "snap",
    ({ snapshots }) => [...snapshots.values()],
    "InvalidSnapshot.NotFound",
    "snapshot",
  ],
  image: ["ami", ({ images }) => everyImage(images), "InvalidAMIID.NotFound", "image id"],
  "key-pair": [
    "key",
    ({ keyPairs }) => [...keyPairs.values()],
    "InvalidKeyPair.NotFound",
    "key pair",
  ],
  "vpc-flow-log": [
    "fl",
    ({ flowLogs }) => [...flowLogs.values()],
    "InvalidFlowLogId.NotFound",
    "flow log ID",
  ],
  "launch-template": [
    "lt",
    ({ templates }) => [...templates.values()],
    "InvalidLaunchTemplateId.NotFound",
    "launch template",
  ],
  "elastic-ip": [
    "eipalloc",
    ({ addresses }) => [...addresses].map(([id, publicIp]) => ({ id, publicIp })),
    "InvalidAllocationID.NotFound",
    "allocation ID",
  ],
} as const satisfies Record<
  string,
  readonly [
    prefix: string,
    list: (state: Ec2State) => readonly { id: string }[],
    code: string,
    noun: string,
  ]
>;

export type Kind = keyof typeof rows;
export type Of<K extends Kind> = ReturnType<(typeof rows)[K][1]>[number];

export const kindNames = Object.keys(rows) as Kind[];
export const prefixOf = (kind: Kind): string => rows[kind][0];

export const allOf = <K extends Kind>(state: Ec2State, kind: K): readonly Of<K>[] =>
  rows[kind][1](state);

export const lookUp = <K extends Kind>(state: Ec2State, kind: K, id: string): Of<K> | null =>
  allOf(state, kind).find((one) => one.id === id) ?? null;

/** The resource, or EC2's refusal: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
export function found<K extends Kind>(state: Ec2State, kind: K, id: string): Of<K> {
  const one = lookUp(state, kind, id);
  if (one) return one;
  throw missing(kind, id);
}

export function missing(kind: Kind, id: string) {
  const [prefix, , code, noun] = rows[kind];
  const malformed = malformedCodes[kind];
  if (malformed !== undefined && !id.startsWith(`${prefix}-`))
    return refusal(malformed, `Invalid id: "${id}" (expecting "${prefix}-...")`);
  return refusal(code, `The ${noun} '${id}' does not exist`);
}

const malformedCodes: Partial<Record<Kind, string>> = {
  instance: "InvalidInstanceID.Malformed",
  image: "InvalidAMIID.Malformed",
  "security-group": "InvalidGroupId.Malformed",
};

/** Of a resource by its id's beginning; a key pair's too. Null for no id of EC2. */
export const kindOf = (id: string): Kind | null =>
  kindNames.find((kind) => id.startsWith(`${prefixOf(kind)}-`)) ?? null;

/** Images and snapshots name no account in their ARNs, and key pairs their name. */
export function arnOf({ region, account, state }: View, kind: Kind, id: string): string {
  const owner = kind === "image" || kind === "snapshot" ? "" : account.id;
  const name = kind === "key-pair" ? (state.keyPairs.get(id)?.name ?? id) : id;
  return `arn:aws:ec2:${region}:${owner}:${kind}/${name}`;
}
