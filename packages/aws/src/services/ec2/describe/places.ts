import { listed } from "./list.ts";
import { lookUp } from "../kinds.ts";
import { ec2Operations } from "../operations.ts";
import type { View } from "../state.ts";
import { tagsOf, tailOf } from "../tags-of.ts";

const isV6 = (cidr: string): boolean => cidr.includes(":");
const firstV4 = (cidrs: readonly string[]): string | undefined => cidrs.find((one) => !isV6(one));

const blocks = (id: string, cidrs: readonly string[]) =>
  cidrs.filter(isV6).map((Ipv6CidrBlock, index) => ({
    AssociationId: `${id}-cidr-assoc-${index + 1}`,
    Ipv6CidrBlock,
    Ipv6CidrBlockState: { State: "associated" },
  }));

export const zoneOf = ({ region }: Pick<View, "region">, zone: string | undefined): string =>
  zone ?? `${region}a`;

/** Addresses of a subnet that nobody has: AWS keeps five for itself. */
const freeIn = (
  { state }: View,
  { id, cidrs }: { id: string; cidrs: readonly string[] },
): number => {
  const size = 2 ** (32 - Number(firstV4(cidrs)?.split("/")[1] ?? 32));
  const taken = state.network.interfaces.filter(({ subnet }) => subnet === id);
  return Math.max(0, size - 5 - taken.flatMap(({ addresses }) => addresses).length);
};

export const placeReads = ec2Operations({
  DescribeVpcs: listed("vpc", "VpcIds", {
    member: "Vpcs",
    filters: {
      "vpc-id": ({ id }) => [id],
      cidr: ({ cidrs }) => [firstV4(cidrs)],
      "cidr-block-association.cidr-block": ({ cidrs }) => cidrs,
      "is-default": ({ id }, { state }) => [String(state.defaultVpc === id)],
      isDefault: ({ id }, { state }) => [String(state.defaultVpc === id)],
      "owner-id": (_, { account }) => [account.id],
      state: () => ["available"],
    },
    written: ({ id, cidrs }, view) => ({
      VpcId: id,
      State: "available",
      CidrBlock: firstV4(cidrs),
      CidrBlockAssociationSet: cidrs
        .filter((one) => !isV6(one))
        .map((CidrBlock, index) => ({
          AssociationId: `vpc-cidr-assoc-${tailOf(id)}${index === 0 ? "" : index}`,
          CidrBlock,
          CidrBlockState: { State: "associated" },
        })),
      Ipv6CidrBlockAssociationSet: blocks("vpc", cidrs),
      InstanceTenancy: "default",
      IsDefault: view.state.defaultVpc === id,
      OwnerId: view.account.id,
      DhcpOptionsId: "default",
      Tags: tagsOf(view, id),
    }),
  }),
  DescribeSubnets: listed("subnet", "SubnetIds", {
    member: "Subnets",
    filters: {
      "subnet-id": ({ id }) => [id],
      "vpc-id": ({ vpc }) => [vpc],
      "availability-zone": ({ zone }, view) => [zoneOf(view, zone)],
      availabilityZone: ({ zone }, view) => [zoneOf(view, zone)],
      "cidr-block": ({ cidrs }) => [firstV4(cidrs)],
      cidr: ({ cidrs }) => [firstV4(cidrs)],
      "default-for-az": ({ vpc }, { state }) => [String(vpc === state.defaultVpc)],
      "owner-id": (_, { account }) => [account.id],
      state: () => ["available"],
    },
    written: (subnet, view) => ({
      SubnetId: subnet.id,
      SubnetArn: `arn:aws:ec2:${view.region}:${view.account.id}:subnet/${subnet.id}`,
      VpcId: subnet.vpc,
      State: "available",
      CidrBlock: firstV4(subnet.cidrs),
      Ipv6CidrBlockAssociationSet: blocks("subnet", subnet.cidrs),
      AvailabilityZone: zoneOf(view, subnet.zone),
      AvailableIpAddressCount: freeIn(view, subnet),
      DefaultForAz: subnet.vpc === view.state.defaultVpc,
      MapPublicIpOnLaunch: subnet.vpc === view.state.defaultVpc,
      AssignIpv6AddressOnCreation: false,
      OwnerId: view.account.id,
      Tags: tagsOf(view, subnet.id),
    }),
  }),
  DescribeNetworkInterfaces: listed("network-interface", "NetworkInterfaceIds", {
    member: "NetworkInterfaces",
    filters: {
      "network-interface-id": ({ id }) => [id],
      "subnet-id": ({ subnet }) => [subnet],
      "vpc-id": ({ subnet }, { state }) => [lookUp(state, "subnet", subnet)?.vpc],
      "group-id": ({ groups }) => groups,
      "private-ip-address": ({ addresses }) => addresses.filter((one) => !isV6(one)),
      "addresses.private-ip-address": ({ addresses }) => addresses.filter((one) => !isV6(one)),
      "association.public-ip": ({ publicAddress }) => [publicAddress],
      "attachment.instance-id": ({ instance }) => [instance],
      status: ({ instance }) => [instance === undefined ? "available" : "in-use"],
    },
    written: (one, view) => writtenInterface(one, view),
  }),
});

type Interface = View["state"]["network"]["interfaces"][number];

function writtenInterface(one: Interface, view: View): Record<string, unknown> {
  const { state, account } = view;
  const subnet = lookUp(state, "subnet", one.subnet);
  const v4 = one.addresses.filter((address) => !isV6(address));
  const Association =
    one.publicAddress === undefined
      ? undefined
      : { PublicIp: one.publicAddress, IpOwnerId: "amazon" };
  return {
    NetworkInterfaceId: one.id,
    SubnetId: one.subnet,
    VpcId: subnet?.vpc,
    AvailabilityZone: zoneOf(view, subnet?.zone),
    Description: one.name ?? "",
    OwnerId: account.id,
    Groups: groupsNamed(view, one.groups),
    MacAddress: macOf(one.id),
    PrivateIpAddress: v4[0],
    PrivateIpAddresses: v4.map((PrivateIpAddress, index) => ({
      PrivateIpAddress,
      Primary: index === 0,
      ...(index === 0 ? { Association } : {}),
    })),
    Ipv6Addresses: one.addresses.filter(isV6).map((Ipv6Address) => ({ Ipv6Address })),
    Association,
    Attachment:
      one.instance === undefined
        ? undefined
        : {
            AttachmentId: attachmentId(one.id),
            InstanceId: one.instance,
            InstanceOwnerId: account.id,
            DeviceIndex: state.network.interfaces
              .filter(({ instance }) => instance === one.instance)
              .findIndex(({ id }) => id === one.id),
            DeleteOnTermination: true,
            Status: "attached",
          },
    InterfaceType: "interface",
    SourceDestCheck: one.sourceDestCheck ?? true,
    Status: one.instance === undefined ? "available" : "in-use",
    TagSet: tagsOf(view, one.id),
  };
}

export const attachmentId = (id: string): string => `eni-attach-${tailOf(id)}`;

export const groupsNamed = ({ state }: View, ids: readonly string[]) =>
  ids.map((GroupId) => ({ GroupId, GroupName: lookUp(state, "security-group", GroupId)?.name }));

/** The same for the same interface: two numbers of its id's letters, after the bits that say "made here". */
export function macOf(id: string): string {
  let sum = 0;
  for (const char of id) sum = (sum * 31 + char.codePointAt(0)!) % 4_294_967_296;
  const hex = sum.toString(16).padStart(8, "0");
  return ["02", "0a", ...(hex.match(/../g) ?? [])].join(":");
}
