import { contains, rangeOf, type Range } from "../../conditions/ip.ts";
import type {
  AclEgress,
  AclIngress,
  EgressRule,
  Icmp,
  IngressRule,
  NetworkAcl,
  Protocol,
  SecurityGroup,
  Traffic,
} from "../network.ts";
import { allPorts, spanOf, type Span } from "./spans.ts";

/** What a rule is about, read. A rule whose ports or peer cannot be read is about nothing. */
type Matcher = { protocol: Protocol | "all"; ports: Span; icmp: Icmp | null };

export type GroupRule = Matcher & {
  id: string;
  peer: string;
  /** A security group is compared by its id. */
  ranges: Range[] | "group";
};
export type Group = { id: string; in: GroupRule[]; out: GroupRule[] };

export type AclEntry = Matcher & { id: string; number: number; allow: boolean; range: Range };
export type Acl = { id: string; in: AclEntry[]; out: AclEntry[] };

/** A direction as ids of rules have it. */
export type Direction = "in" | "out";

export const ruleId = (at: string, way: Direction, which: number | "*" | "none"): string =>
  `${at}/${way}/${which}`;

export const peerOf = (rule: IngressRule | EgressRule | AclIngress | AclEgress): string =>
  "from" in rule ? rule.from : rule.to;

function matcherOf({ protocol, ports, icmp }: Traffic): Matcher | null {
  const span = ports === undefined || protocol === "all" ? allPorts : spanOf(ports);
  return span && { protocol, ports: span, icmp: icmp ?? null };
}

export function groupOf(group: SecurityGroup, lists: Map<string, Range[]>): Group {
  const side = (rules: readonly (IngressRule | EgressRule)[], way: Direction) =>
    rules.flatMap((rule, index): GroupRule[] => {
      const matcher = matcherOf(rule);
      const peer = peerOf(rule);
      const single = rangeOf(peer);
      const ranges = single ? [single] : peer.startsWith("sg-") ? "group" : lists.get(peer);
      const id = ruleId(group.id, way, index + 1);
      return matcher && ranges ? [{ ...matcher, id, peer, ranges }] : [];
    });
  return { id: group.id, in: side(group.ingress, "in"), out: side(group.egress, "out") };
}

/** Entries in the order in which they are asked. */
export function entriesOf(acl: NetworkAcl): Acl {
  const side = (entries: readonly (AclIngress | AclEgress)[], way: Direction) =>
    entries
      .flatMap((entry): AclEntry[] => {
        const matcher = matcherOf(entry);
        const range = rangeOf(peerOf(entry));
        const id = ruleId(acl.id, way, entry.rule);
        const allow = entry.action === "allow";
        return matcher && range ? [{ ...matcher, id, number: entry.rule, allow, range }] : [];
      })
      .toSorted((a, b) => a.number - b.number);
  return { id: acl.id, in: side(acl.ingress, "in"), out: side(acl.egress, "out") };
}

/** Whether a rule speaks of these addresses, by CIDR or prefix list. */
export const covers = (ranges: readonly Range[], address: Range): boolean =>
  ranges.some((range) => contains(range, address));
