import { compile } from "../compile/compile.ts";
import { routeId } from "../compile/routes.ts";
import { peerOf, ruleId, type Direction } from "../compile/rules.ts";
import type { Network, NetworkAcl, RouteTable, SecurityGroup, Traffic } from "../network.ts";

/** A rule as steps name it, and what it says. Also the ones that nobody wrote: what happens where none matches. */
export type Rule = {
  id: string;
  kind: "security-group" | "network-acl" | "route" | "gateway" | "interface";
  /** Id of the group, ACL, table or gateway. */
  at: string;
  words: string;
};

/** Everything that can decide a question about this network, in the order of its declaration. */
export function rulesOf(network: Network): Rule[] {
  return [
    ...network.securityGroups.flatMap(groupRules),
    ...network.networkAcls.flatMap(aclRules),
    ...network.routeTables.flatMap((table) => routeRules(network, table)),
    ...gatewayRules(network),
  ];
}

const directions = [
  ["in", "from"],
  ["out", "to"],
] as const satisfies [Direction, string][];

const sideOf = <T extends { ingress: unknown; egress: unknown }>(one: T, way: Direction) =>
  (way === "in" ? one.ingress : one.egress) as T["ingress"] | T["egress"];

function groupRules(group: SecurityGroup): Rule[] {
  return directions.flatMap(([way, word]) => {
    const rule = (which: number | "none", words: string): Rule => ({
      id: ruleId(group.id, way, which),
      kind: "security-group",
      at: group.id,
      words,
    });
    const own = sideOf(group, way).map((one, index) =>
      rule(index + 1, `allow ${trafficWords(one)} ${word} ${peerOf(one)}`),
    );
    return [...own, rule("none", `no ${way === "in" ? "inbound" : "outbound"} rule matches`)];
  });
}

function aclRules(acl: NetworkAcl): Rule[] {
  return directions.flatMap(([way, word]) => {
    const rule = (which: number | "*", words: string): Rule => ({
      id: ruleId(acl.id, way, which),
      kind: "network-acl",
      at: acl.id,
      words,
    });
    const own = sideOf(acl, way)
      .toSorted((a, b) => a.rule - b.rule)
      .map((one) => rule(one.rule, `${one.action} ${trafficWords(one)} ${word} ${peerOf(one)}`));
    return [...own, rule("*", `deny all ${way === "in" ? "inbound" : "outbound"}`)];
  });
}

function routeRules(network: Network, table: RouteTable): Rule[] {
  const vpc = compile(network).vpcs.get(table.vpc);
  const rule = (id: string, words: string): Rule => ({ id, kind: "route", at: table.id, words });
  return [
    ...(vpc?.cidrs ?? [])
      .filter((to) => !table.routes.some((route) => route.to === to && !route.propagated))
      .map((to) => rule(routeId(table.id, to), `${to} to local`)),
    ...table.routes.map(({ to, via, propagated }) =>
      rule(routeId(table.id, to, propagated), `${to} to ${via}${propagated ? ", propagated" : ""}`),
    ),
    ...(table.gateway === undefined ? [rule(`${table.id}/none`, "no route matches")] : []),
  ];
}

function gatewayRules(network: Network): Rule[] {
  const named = (kind: Rule["kind"], words: string) => (one: { id: string }) => ({
    id: one.id,
    kind,
    at: one.id,
    words,
  });
  const forwarding = network.instances.filter(({ forwards }) => forwards !== undefined);
  return [
    ...network.internetGateways.map(named("gateway", "internet gateway")),
    ...network.egressOnlyGateways.map(named("gateway", "egress-only internet gateway")),
    ...network.natGateways.map(named("gateway", "NAT gateway")),
    ...network.peerings.map(named("gateway", "peering connection")),
    ...network.endpoints.map((one) => named("gateway", `${one.type} endpoint`)(one)),
    ...network.interfaces
      .filter((one) => forwarding.some(({ id }) => id === one.instance))
      .map(named("interface", "interface that forwards")),
  ];
}

/** "tcp 443", "all traffic", "icmp type 8". */
export function trafficWords({ protocol, ports, icmp }: Traffic): string {
  if (protocol === "all") return "all traffic";
  if (icmp) return `${protocol} type ${icmp.type === -1 ? "any" : icmp.type}`;
  return ports === undefined ? `all ${protocol}` : `${protocol} ${ports}`;
}
