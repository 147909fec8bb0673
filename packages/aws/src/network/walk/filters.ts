import { contains } from "../../conditions/ip.ts";
import type { Compiled, Interface, Subnet } from "../compile/compile.ts";
import { addressKey, isNat } from "../compile/compile.ts";
import {
  covers,
  ruleId,
  type AclEntry,
  type Direction,
  type Group,
  type GroupRule,
} from "../compile/rules.ts";
import { minus, overlaps, spanText, type Span } from "../compile/spans.ts";
import type { Icmp } from "../network.ts";
import { note, textOf, type Packet, type Walk } from "./packet.ts";

const icmpMatches = (rule: Icmp | null, packet: Icmp): boolean =>
  rule === null ||
  rule.type === -1 ||
  (rule.type === packet.type && [-1, packet.code ?? 0].includes(rule.code ?? -1));

function speaksOf(rule: GroupRule | AclEntry, { protocol, ports, icmp }: Packet): boolean {
  if (rule.protocol === "all") return true;
  if (rule.protocol !== protocol) return false;
  return protocol === "icmp" || protocol === "icmpv6"
    ? icmpMatches(rule.icmp, icmp)
    : overlaps(rule.ports, ports);
}

/** Into or out of an interface or a subnet. */
type Passage = { way: Direction; packet: Packet };

/** Groups are stateful: an answer to what was let through is never asked. */
export function throughGroups(walk: Walk, one: Interface, { way, packet }: Passage): boolean {
  const at = one.groups.map((group) => group.id).join(", ") || one.id;
  if (walk.way === "back") return true;
  for (const group of one.groups) {
    const rule = group[way].find((rule) => groupRuleMatches(walk.net, { rule, one, way, packet }));
    if (!rule) continue;
    const words = `${rule.id} allows ${trafficText(packet)} ${side(way)} ${rule.peer}.`;
    return note(walk, {
      kind: "security-group",
      at: group.id,
      rule: rule.id,
      allowed: true,
      words,
    });
  }
  const rule = ruleId(one.groups[0]?.id ?? one.id, way, "none");
  const peer = textOf(way === "in" ? packet.source : packet.target);
  const words = `No rule of ${at} allows ${trafficText(packet)} ${side(way)} ${peer}${lost(one.groups, way, packet)}.`;
  return note(walk, { kind: "security-group", at, rule, allowed: false, words });
}

/** A rule that names a group cannot know a sender whose address is not its own any more. */
function lost(groups: readonly Group[], way: Direction, packet: Packet): string {
  const named = groups.some((group) => group[way].some(({ ranges }) => ranges === "group"));
  if (!named || way === "out" || packet.sender) return "";
  return "; a rule that names a group only knows private addresses of its members, seen directly";
}

type Match = { rule: GroupRule; one: Interface; way: Direction; packet: Packet };

function groupRuleMatches(net: Compiled, { rule, one, way, packet }: Match): boolean {
  if (!speaksOf(rule, packet)) return false;
  if (rule.ranges !== "group")
    return covers(rule.ranges, way === "in" ? packet.source : packet.target);
  const peer = way === "in" ? packet.sender : targetOf(net, one, packet);
  if (!peer?.groups.some(({ id }) => id === rule.peer)) return false;
  return peer.in.in.id === one.in.in.id || peeredInRegion(net, one, peer);
}

/** The interface that a packet is for, in the sender's VPC or in one that is peered with it. */
function targetOf(net: Compiled, one: Interface, packet: Packet): Interface | null {
  const vpc = one.in.in.id;
  const others = [...net.peerings.values()].flatMap(({ requester, accepter }) =>
    requester === vpc ? [accepter] : accepter === vpc ? [requester] : [],
  );
  for (const id of [vpc, ...others]) {
    const found = net.at.get(addressKey(id, packet.target));
    if (found && !isNat(found)) return found;
  }
  return null;
}

/** https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html */
function peeredInRegion(net: Compiled, one: Interface, other: Interface): boolean {
  const [a, b] = [one.in.in, other.in.in];
  if (a.region !== b.region) return false;
  return [...net.peerings.values()].some(
    ({ requester, accepter, state = "active" }) =>
      state === "active" &&
      ((requester === a.id && accepter === b.id) || (requester === b.id && accepter === a.id)),
  );
}

/**
 * Entries by number, the first that matches decides, each port for itself: one closed port among those that a client
 * may use is enough to stop the answer. https://docs.aws.amazon.com/vpc/latest/userguide/nacl-basics.html
 */
export function throughAcl(walk: Walk, subnet: Subnet, { way, packet }: Passage): boolean {
  const { acl } = subnet;
  const peer = way === "in" ? packet.source : packet.target;
  const portless = packet.protocol === "icmp" || packet.protocol === "icmpv6";
  let rest: Span[] = [packet.ports];
  let last: AclEntry | null = null;
  const end = (entry: AclEntry | null, ports: readonly Span[]) => {
    const rule = entry?.id ?? ruleId(acl.id, way, "*");
    const allowed = entry?.allow ?? false;
    const what = trafficText({ ...packet, ports: ports[0] ?? packet.ports });
    const subject = entry ? rule : `${rule}, as no numbered rule matches,`;
    const words = `${subject} ${allowed ? "allows" : "denies"} ${what} ${side(way)} ${textOf(peer)}.`;
    return note(walk, { kind: "network-acl", at: acl.id, rule, allowed, words });
  };
  for (const entry of acl[way]) {
    const hit = rest.filter(
      (span) => portless || entry.protocol === "all" || overlaps(span, entry.ports),
    );
    if (hit.length === 0 || !contains(entry.range, peer) || !speaksOf(entry, packet)) continue;
    if (!entry.allow) return end(entry, clipped(hit, entry));
    last = entry;
    rest = portless || entry.protocol === "all" ? [] : minus(rest, entry.ports);
    if (rest.length === 0) return end(last, [packet.ports]);
  }
  return end(null, rest);
}

const clipped = (spans: readonly Span[], { protocol, ports }: AclEntry): Span[] =>
  spans.map(([from, to]) =>
    protocol === "all" ? [from, to] : [Math.max(from, ports[0]), Math.min(to, ports[1])],
  );

const side = (way: Direction): string => (way === "in" ? "from" : "to");

function trafficText({ protocol, ports, icmp }: Packet): string {
  if (protocol !== "tcp" && protocol !== "udp") return `${protocol} type ${icmp.type}`;
  return `${protocol} ${ports[0] === ports[1] ? "port" : "ports"} ${spanText(ports)}`;
}
