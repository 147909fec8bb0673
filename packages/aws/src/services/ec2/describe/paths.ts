import { rangeOf } from "../../../conditions/ip.ts";
import type { AclEgress, AclIngress, Route } from "../../../network/network.ts";
import { spanOf } from "../../../network/compile/spans.ts";
import { ec2Operations } from "../operations.ts";
import type { View } from "../state.ts";
import { tagsOf, tailOf } from "../tags-of.ts";
import { listed } from "./list.ts";

type Acl = View["state"]["network"]["networkAcls"][number];
type Table = View["state"]["network"]["routeTables"][number];

/** Subnets that an ACL has: those that it names, and of the default one all that no other names. */
export function subnetsOf({ state }: View, acl: Acl): string[] {
  const { networkAcls, subnets } = state.network;
  if (!acl.default) return acl.subnets;
  const others = new Set(
    networkAcls.filter(({ id }) => id !== acl.id).flatMap((one) => one.subnets),
  );
  return subnets.filter(({ id, vpc }) => vpc === acl.vpc && !others.has(id)).map(({ id }) => id);
}

/** IANA's numbers, which ACLs have and security groups do not. */
export const protocolNumbers = { all: "-1", tcp: "6", udp: "17", icmp: "1", icmpv6: "58" } as const;

const cidrMembers = (cidr: string) =>
  rangeOf(cidr)?.size === 128 ? { Ipv6CidrBlock: cidr } : { CidrBlock: cidr };

function writtenEntry(entry: AclIngress | AclEgress): Record<string, unknown> {
  const span = entry.ports === undefined ? null : spanOf(entry.ports);
  const icmp = entry.protocol === "icmp" || entry.protocol === "icmpv6";
  return {
    RuleNumber: entry.rule,
    RuleAction: entry.action,
    Egress: "to" in entry,
    Protocol: protocolNumbers[entry.protocol],
    ...cidrMembers("to" in entry ? entry.to : entry.from),
    PortRange:
      span && !icmp && entry.protocol !== "all" ? { From: span[0], To: span[1] } : undefined,
    IcmpTypeCode: icmp ? { Type: entry.icmp?.type ?? -1, Code: entry.icmp?.code ?? -1 } : undefined,
  };
}

/** What stands at the end of every list, and cannot be taken away. */
const last = (Egress: boolean) => ({
  RuleNumber: 32_767,
  RuleAction: "deny",
  Egress,
  Protocol: "-1",
  CidrBlock: "0.0.0.0/0",
});

const entriesOf = ({ ingress, egress }: Acl): (AclIngress | AclEgress)[] => [...ingress, ...egress];
const sideText = (entry: AclIngress | AclEgress): string => ("to" in entry ? entry.to : entry.from);

function writtenRoute({ to, via, propagated }: Route, view: View): Record<string, unknown> {
  const { state, account } = view;
  const target =
    via === "local"
      ? { GatewayId: "local" }
      : via.startsWith("i-")
        ? { InstanceId: via, InstanceOwnerId: account.id }
        : { [memberOf(via)]: via === "blackhole" ? undefined : via };
  const instance = state.network.interfaces.find(({ id }) => id === via)?.instance;
  return {
    ...destination(to),
    ...target,
    ...(instance === undefined ? {} : { InstanceId: instance, InstanceOwnerId: account.id }),
    Origin: propagated ? "EnableVgwRoutePropagation" : "CreateRoute",
    State: via === "blackhole" ? "blackhole" : "active",
  };
}

const targets: readonly (readonly [prefix: string, member: string])[] = [
  ["nat-", "NatGatewayId"],
  ["eigw-", "EgressOnlyInternetGatewayId"],
  ["eni-", "NetworkInterfaceId"],
  ["pcx-", "VpcPeeringConnectionId"],
  ["tgw-", "TransitGatewayId"],
];
const memberOf = (via: string): string =>
  targets.find(([prefix]) => via.startsWith(prefix))?.[1] ?? "GatewayId";

const destination = (to: string) => {
  if (to.startsWith("pl-")) return { DestinationPrefixListId: to };
  return to.includes(":") ? { DestinationIpv6CidrBlock: to } : { DestinationCidrBlock: to };
};

const associationsOf = (table: Table) => [
  ...(table.main ? [{ id: `rtbassoc-${tailOf(table.id)}`, members: { Main: true } }] : []),
  ...table.subnets.map((SubnetId) => ({
    id: `rtbassoc-${tailOf(SubnetId)}`,
    members: { Main: false, SubnetId },
  })),
  ...(table.gateway === undefined
    ? []
    : [
        {
          id: `rtbassoc-${tailOf(table.gateway)}`,
          members: { Main: false, GatewayId: table.gateway },
        },
      ]),
];

export const pathReads = ec2Operations({
  DescribeNetworkAcls: listed("network-acl", "NetworkAclIds", {
    member: "NetworkAcls",
    filters: {
      "network-acl-id": ({ id }) => [id],
      "vpc-id": ({ vpc }) => [vpc],
      default: (one) => [String(one.default ?? false)],
      "association.subnet-id": (acl, view) => subnetsOf(view, acl),
      "association.network-acl-id": ({ id }) => [id],
      "entry.cidr": (acl) => entriesOf(acl).map(sideText),
      "entry.egress": (acl) => entriesOf(acl).map((one) => String("to" in one)),
      "entry.rule-action": (acl) => entriesOf(acl).map(({ action }) => action),
      "entry.rule-number": (acl) => entriesOf(acl).map(({ rule }) => String(rule)),
      "owner-id": (_, { account }) => [account.id],
    },
    written: (acl, view) => ({
      NetworkAclId: acl.id,
      VpcId: acl.vpc,
      IsDefault: acl.default ?? false,
      OwnerId: view.account.id,
      Associations: subnetsOf(view, acl).map((SubnetId) => ({
        NetworkAclAssociationId: `aclassoc-${tailOf(SubnetId)}`,
        NetworkAclId: acl.id,
        SubnetId,
      })),
      Entries: [
        ...acl.egress.toSorted((a, b) => a.rule - b.rule).map(writtenEntry),
        last(true),
        ...acl.ingress.toSorted((a, b) => a.rule - b.rule).map(writtenEntry),
        last(false),
      ],
      Tags: tagsOf(view, acl.id),
    }),
  }),
  DescribeRouteTables: listed("route-table", "RouteTableIds", {
    member: "RouteTables",
    filters: {
      "route-table-id": ({ id }) => [id],
      "vpc-id": ({ vpc }) => [vpc],
      "association.main": (one) => [String(one.main ?? false)],
      "association.subnet-id": ({ subnets }) => subnets,
      "association.gateway-id": ({ gateway }) => [gateway],
      "association.route-table-id": ({ id }) => [id],
      "route.destination-cidr-block": ({ routes }) => routes.map(({ to }) => to),
      "route.destination-prefix-list-id": ({ routes }) => routes.map(({ to }) => to),
      "route.gateway-id": ({ routes }) => routes.map(({ via }) => via),
      "route.nat-gateway-id": ({ routes }) => routes.map(({ via }) => via),
      "route.vpc-peering-connection-id": ({ routes }) => routes.map(({ via }) => via),
      "owner-id": (_, { account }) => [account.id],
    },
    written: (table, view) => ({
      RouteTableId: table.id,
      VpcId: table.vpc,
      OwnerId: view.account.id,
      Associations: associationsOf(table).map(({ id, members }) => ({
        RouteTableAssociationId: id,
        RouteTableId: table.id,
        ...members,
        AssociationState: { State: "associated" },
      })),
      PropagatingVgws: [],
      Routes: [...localRoutes(table, view), ...table.routes.map((one) => writtenRoute(one, view))],
      Tags: tagsOf(view, table.id),
    }),
  }),
});

/** Every table has them, whoever made it. */
const localRoutes = (table: Table, { state }: View) =>
  (state.network.vpcs.find(({ id }) => id === table.vpc)?.cidrs ?? [])
    .filter((cidr) => table.routes.every(({ to }) => to !== cidr))
    .map((cidr) => ({
      ...destination(cidr),
      GatewayId: "local",
      Origin: "CreateRouteTable",
      State: "active",
    }));
