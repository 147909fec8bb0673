import { contains, rangeOf, type Range } from "../../conditions/ip.ts";
import type * as net from "../network.ts";
import { tableOf, type Table } from "./routes.ts";
import { entriesOf, groupOf, type Acl, type Group } from "./rules.ts";

export type Vpc = net.Vpc & { ranges: Range[]; region: string };
export type Subnet = net.Subnet & { in: Vpc; acl: Acl; table: Table };
export type Interface = Omit<net.NetworkInterface, "groups"> & {
  in: Subnet;
  groups: Group[];
  of: net.Instance | null;
  /** Of an interface endpoint. */
  endpoint: net.Endpoint | null;
};
export type Nat = net.NatGateway & { in: Subnet };

/** A network with everything found that its ids name. What names nothing is left out, and `noticesOf` tells it. */
export type Compiled = {
  network: net.Network;
  vpcs: Map<string, Vpc>;
  interfaces: Map<string, Interface>;
  /** Also what stands in `interfaces` under an instance's id, the first one. */
  ends: Map<string, Interface>;
  /** By VPC and private address. */
  at: Map<string, Interface | Nat>;
  /** By public address. */
  public: Map<string, Interface | Nat>;
  internetGateways: Map<string, { id: string; vpc?: string; table: Table | null }>;
  egressOnly: Map<string, { id: string; vpc: string }>;
  nats: Map<string, Nat>;
  peerings: Map<string, net.Peering>;
  endpoints: Map<string, net.Endpoint & { in: Subnet | null }>;
  lists: Map<string, Range[]>;
};

export const isNat = (one: Interface | Nat): one is Nat => !("groups" in one);
export const addressKey = (vpc: string, address: Range): string => `${vpc} ${address.bits}`;
export const inVpc = (vpc: Vpc, address: Range): boolean =>
  vpc.ranges.some((range) => contains(range, address));
export const rangesOf = (cidrs: readonly string[]): Range[] =>
  cidrs.map(rangeOf).filter((one) => one !== null);

const byId = <T extends { id: string }>(list: readonly T[]): Map<string, T> =>
  new Map(list.map((one) => [one.id, one]));

const made = new WeakMap<net.Network, Compiled>();

/** A network is a value: whoever changes one makes another, so that this is done once for each. */
export function compile(network: net.Network): Compiled {
  const known = made.get(network);
  if (known) return known;
  const compiled = build(network);
  made.set(network, compiled);
  return compiled;
}

function build(network: net.Network): Compiled {
  const vpcs = new Map(
    network.vpcs.map((vpc) => {
      const region = vpc.region ?? network.region;
      return [vpc.id, { ...vpc, region, ranges: rangesOf(vpc.cidrs) }];
    }),
  );
  const lists = new Map(network.prefixLists.map((one) => [one.id, rangesOf(one.cidrs)]));
  const subnets = subnetsOf(network, vpcs, lists);
  const endpoints = new Map(
    network.endpoints.map((one) => [one.id, { ...one, in: subnets.get(one.subnet ?? "") ?? null }]),
  );
  const interfaces = interfacesOf(network, subnets, lists);
  const nats = byId(
    network.natGateways.flatMap((nat) => {
      const subnet = subnets.get(nat.subnet);
      return subnet ? [{ ...nat, in: subnet }] : [];
    }),
  );
  return {
    network,
    vpcs,
    interfaces,
    ends: endsOf(interfaces),
    ...addressesOf([...nats.values(), ...interfaces.values()]),
    internetGateways: gatewaysOf(network, vpcs, lists),
    egressOnly: byId(network.egressOnlyGateways),
    nats,
    peerings: byId(network.peerings),
    endpoints,
    lists,
  };
}

function subnetsOf(network: net.Network, vpcs: Map<string, Vpc>, lists: Map<string, Range[]>) {
  const acls = network.networkAcls.map((acl) => ({ acl, entries: entriesOf(acl) }));
  const tables = network.routeTables.map((table) => ({ table, vpc: vpcs.get(table.vpc) }));
  const subnets = new Map<string, Subnet>();
  for (const subnet of network.subnets) {
    const vpc = vpcs.get(subnet.vpc);
    if (!vpc) continue;
    const own = acls.filter(({ acl }) => acl.vpc === vpc.id);
    const acl =
      own.find(({ acl }) => acl.subnets.includes(subnet.id)) ?? own.find(({ acl }) => acl.default);
    const mine = tables.filter(({ table }) => table.vpc === vpc.id && !table.gateway);
    const found =
      mine.find(({ table }) => table.subnets.includes(subnet.id)) ??
      mine.find(({ table }) => table.main);
    subnets.set(subnet.id, {
      ...subnet,
      in: vpc,
      acl: acl?.entries ?? entriesOf(openAcl(vpc.id)),
      table: tableOf(found?.table ?? mainTable(vpc.id), vpc, lists),
    });
  }
  return subnets;
}

/** What EC2 makes with each VPC. */
const openAcl = (vpc: string): net.NetworkAcl => ({
  id: `default-acl-${vpc}`,
  vpc,
  subnets: [],
  ingress: [
    { rule: 100, action: "allow", protocol: "all", from: "0.0.0.0/0" },
    { rule: 101, action: "allow", protocol: "all", from: "::/0" },
  ],
  egress: [
    { rule: 100, action: "allow", protocol: "all", to: "0.0.0.0/0" },
    { rule: 101, action: "allow", protocol: "all", to: "::/0" },
  ],
});

const mainTable = (vpc: string): net.RouteTable => ({
  id: `main-table-${vpc}`,
  vpc,
  subnets: [],
  routes: [],
});

function interfacesOf(
  network: net.Network,
  subnets: Map<string, Subnet>,
  lists: Map<string, Range[]>,
) {
  const groups = new Map(network.securityGroups.map((one) => [one.id, groupOf(one, lists)]));
  const instances = byId(network.instances);
  const endpoints = new Map(
    network.endpoints.flatMap((one) => (one.interfaces ?? []).map((id) => [id, one] as const)),
  );
  return byId(
    network.interfaces.flatMap((one): Interface[] => {
      const subnet = subnets.get(one.subnet);
      if (!subnet) return [];
      const known = one.groups.map((id) => groups.get(id)).filter((group) => group !== undefined);
      const of = instances.get(one.instance ?? "") ?? null;
      return [{ ...one, in: subnet, groups: known, of, endpoint: endpoints.get(one.id) ?? null }];
    }),
  );
}

function endsOf(interfaces: Map<string, Interface>): Map<string, Interface> {
  const ends = new Map(interfaces);
  for (const one of interfaces.values()) {
    if (one.instance !== undefined && !ends.has(one.instance)) ends.set(one.instance, one);
  }
  return ends;
}

function addressesOf(holders: readonly (Interface | Nat)[]) {
  const at = new Map<string, Interface | Nat>();
  const known = new Map<string, Interface | Nat>();
  for (const one of holders) {
    for (const range of rangesOf(isNat(one) ? [one.address] : one.addresses)) {
      at.set(addressKey(one.in.in.id, range), one);
    }
    const outside = rangeOf(one.publicAddress ?? "");
    if (outside) known.set(String(outside.bits), one);
  }
  return { at, public: known };
}

function gatewaysOf(network: net.Network, vpcs: Map<string, Vpc>, lists: Map<string, Range[]>) {
  const gateways = network.internetGateways.map((gateway) => {
    const vpc = vpcs.get(gateway.vpc ?? "");
    const table = network.routeTables.find((one) => one.gateway === gateway.id);
    return { ...gateway, table: vpc && table ? tableOf(table, vpc, lists) : null };
  });
  return byId(gateways);
}
