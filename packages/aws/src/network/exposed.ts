import { contains, rangeOf, type Range } from "../conditions/ip.ts";
import { compile, inVpc, type Compiled, type Interface } from "./compile/compile.ts";
import type { AclEntry, GroupRule } from "./compile/rules.ts";
import { allPorts, overlaps, spanText, type Span } from "./compile/spans.ts";
import { protocols, type Network, type Protocol } from "./network.ts";
import { reach } from "./reach.ts";
import { isPrivate } from "./walk/addresses.ts";
import { textOf } from "./walk/packet.ts";

/** What of a network the internet reaches. */
export type Exposure = {
  interface: string;
  instance: string | null;
  /** The public address, or the IPv6 address. */
  address: string;
  protocol: Protocol;
  /** "22", "8000-8100"; null for ICMP. */
  ports: string | null;
  /** Who: the widest range that reaches it. */
  from: string;
};

/** By interface and address. Each answer is one of `reach`, asked once for every stretch of ports that rules set apart. */
export function exposed(network: Network): Exposure[] {
  const net = compile(network);
  return [...net.interfaces.values()].flatMap((one) =>
    addressesOf(one).flatMap((address) => exposuresOf(network, { net, one, address })),
  );
}

const addressesOf = (one: Interface): string[] => [
  ...(one.publicAddress === undefined ? [] : [one.publicAddress]),
  ...one.addresses.filter((text) => text.includes(":")),
];

type Asked = { net: Compiled; one: Interface; address: string };

function exposuresOf(network: Network, { net, one, address }: Asked): Exposure[] {
  const size = address.includes(":") ? 128 : 32;
  const rules = one.groups.flatMap((group) => group.in);
  return protocols.flatMap((protocol) => {
    const own = rules.filter((rule) => rule.protocol === "all" || rule.protocol === protocol);
    const found = stretches(own, one.in.acl.in, protocol).flatMap((span) => {
      const from = sourcesOf(own, { span, size, net, one }).find((source) => {
        const asked = { from: source.sample, to: address, protocol, port: span[0] };
        return reach(network, asked).reachable;
      });
      return from ? [{ span, from: from.text }] : [];
    });
    return joined(found).map(({ span, from }) => ({
      interface: one.id,
      instance: one.instance ?? null,
      address,
      protocol,
      ports: protocol === "tcp" || protocol === "udp" ? spanText(span) : null,
      from,
    }));
  });
}

/** Ports set apart by the ends of what rules name; in each stretch all ports fare alike. */
function stretches(
  rules: readonly GroupRule[],
  entries: readonly AclEntry[],
  protocol: Protocol,
): Span[] {
  if (protocol !== "tcp" && protocol !== "udp") return rules.length > 0 ? [[0, 0]] : [];
  const ends = [...rules, ...entries].flatMap(({ ports }) => [ports[0], ports[1] + 1]);
  const cuts = [...new Set([allPorts[0], ...ends])].toSorted((a, b) => a - b);
  return cuts
    .filter((cut) => cut <= allPorts[1])
    .map((cut, index, all): Span => [cut, (all[index + 1] ?? allPorts[1] + 1) - 1])
    .filter((span) => rules.some((rule) => overlaps(rule.ports, span)));
}

type Around = { span: Span; size: number; net: Compiled; one: Interface };

/** Ranges that a rule or an entry names for these ports, widest first, each with an address that stands for it. */
function sourcesOf(rules: readonly GroupRule[], { span, size, net, one }: Around) {
  const named = rules
    .filter(({ ports }) => overlaps(ports, span))
    .flatMap(({ ranges }) => (ranges === "group" ? [] : ranges));
  const entries = one.in.acl.in.map(({ range }) => range);
  const all = [...named, ...entries].filter(
    (range) => range.size === size && named.some((wider) => contains(wider, range)),
  );
  return all
    .toSorted((a, b) => a.prefix - b.prefix)
    .flatMap((range) => {
      const sample = sampleOf(range, all, net);
      return sample === null ? [] : [{ text: textOf(range), sample }];
    });
}

/** An address of the range that lies outside of the narrower ones, of the VPCs, and of what is private. */
function sampleOf(range: Range, all: readonly Range[], net: Compiled): string | null {
  const narrower = all.filter((one) => one.prefix > range.prefix);
  const usual = ["203.0.113.200", "2001:db8:ffff::200", "8.8.4.4", "64.0.0.1", "150.0.0.1"];
  const ends = [1n, (1n << BigInt(range.size - range.prefix)) - 2n].map((by) => ({
    bits: range.bits + (by < 0n ? 0n : by),
    size: range.size,
    prefix: range.size,
  }));
  const candidates = [
    ...usual.flatMap((text) => rangeOf(text) ?? []),
    ...ends,
    { ...range, prefix: range.size },
  ];
  const found = candidates.find(
    (one) =>
      contains(range, one) &&
      !isPrivate(one) &&
      !narrower.some((other) => contains(other, one)) &&
      ![...net.vpcs.values()].some((vpc) => inVpc(vpc, one)),
  );
  return found ? textOf(found) : null;
}

function joined(list: readonly { span: Span; from: string }[]): { span: Span; from: string }[] {
  const all: { span: Span; from: string }[] = [];
  for (const one of list) {
    const last = all.at(-1);
    if (last && last.from === one.from && last.span[1] + 1 === one.span[0]) {
      all[all.length - 1] = { span: [last.span[0], one.span[1]], from: one.from };
    } else all.push(one);
  }
  return all;
}
