import {
  isCidr,
  isPorts,
  protocols,
  type AclEgress,
  type AclIngress,
  type EgressRule,
  type IngressRule,
  type Network,
  type Protocol,
  type Route,
  type Traffic,
} from "@loopwright/aws/network";

import { linesMax } from "../limits.ts";
import type { Table } from "./table.ts";

/** What is wrong with a line, counted from 1. */
export type LineProblem = { line: number; message: string };

export type Rules = (IngressRule | EgressRule)[] | (AclIngress | AclEgress)[] | Route[];

type Line<T> = T | { message: string };
type Context = { network: Network; table: Pick<Table, "kind" | "way"> };

/** Reads one rule a line; `#` begins a remark. Problems name their line; with any, the rules are not to be used. */
export function readTable(
  text: string,
  context: Context,
): { rules: Rules; problems: LineProblem[] } {
  const lines = text.split("\n");
  const rules: unknown[] = [];
  const problems: LineProblem[] = [];
  const seen = new Map<string, number>();
  for (const [index, raw] of lines.entries()) {
    const words = (raw.split("#")[0] ?? "").trim().split(/\s+/).filter(Boolean);
    if (words.length === 0) continue;
    const line = index + 1;
    const read =
      line > linesMax ? { message: `more than ${linesMax} lines` } : readLine(words, context);
    if ("message" in read) {
      problems.push({ line, message: read.message });
      continue;
    }
    const twice = uniqueOf(read);
    if (twice !== null && seen.has(twice)) {
      problems.push({ line, message: `${twice} stands on line ${seen.get(twice)} already` });
    }
    if (twice !== null) seen.set(twice, line);
    rules.push(read);
  }
  return { rules: rules as Rules, problems };
}

/** What EC2 takes once in a table. */
function uniqueOf(read: object): string | null {
  if ("rule" in read) return `rule ${String(read.rule)}`;
  return "via" in read && "to" in read ? `a route to ${String(read.to)}` : null;
}

function readLine(words: readonly string[], context: Context): Line<object> {
  if (context.table.kind === "routes") return readRoute(words, context.network);
  if (context.table.kind === "group") return readRule(words, context);
  const [number = "", action = "", ...rest] = words;
  const rule = /^\d{1,5}$/.test(number) ? Number(number) : 0;
  if (rule < 1 || rule > 32_766) return { message: "begins with a rule number, 1 to 32766" };
  if (action !== "allow" && action !== "deny")
    return { message: "says allow or deny after its number" };
  const read = readRule(rest, context);
  return "message" in read ? read : { rule, action, ...read };
}

function readRule(words: readonly string[], { network, table }: Context): Line<object> {
  const word = table.way === "in" ? "from" : "to";
  const at = words.indexOf(word);
  if (at < 1 || at !== words.length - 2) return { message: `ends with “${word}” and who is meant` };
  const peer = words.at(-1) ?? "";
  const traffic = readTraffic(words.slice(0, at));
  if ("message" in traffic) return traffic;
  if (!isCidr(peer) && (table.kind === "acl" || !isNamed(network, peer))) {
    const what =
      table.kind === "acl" ? "a CIDR" : "a CIDR, nor a group or prefix list of this network";
    return { message: `${peer} is not ${what}` };
  }
  return { ...traffic, [word]: peer };
}

const isNamed = ({ securityGroups, prefixLists }: Network, peer: string): boolean =>
  [...securityGroups, ...prefixLists].some(({ id }) => id === peer);

function readTraffic([name = "", which, ...rest]: readonly string[]): Line<Traffic> {
  if (rest.length > 0) return { message: "has a word too many before who is meant" };
  if (name === "all") {
    return which === undefined ? { protocol: "all" } : { message: "all traffic has no ports" };
  }
  if (!(protocols as readonly string[]).includes(name)) {
    return { message: `${name} is none of ${protocols.join(", ")}, all` };
  }
  const protocol = name as Protocol;
  if (which === undefined) return { protocol };
  if (protocol === "icmp" || protocol === "icmpv6") {
    return /^\d{1,3}$/.test(which)
      ? { protocol, icmp: { type: Number(which) } }
      : { message: "names a type of ICMP by its number" };
  }
  if (!isPorts(which)) return { message: `${which} is no port, and no range such as 1024-65535` };
  return { protocol, ports: /^\d+$/.test(which) ? Number(which) : which };
}

function readRoute(words: readonly string[], network: Network): Line<Route> {
  const [to = "", word, via = "", propagated, ...rest] = words;
  if (word !== "via" || via === "" || rest.length > 0) {
    return { message: "reads “10.0.0.0/16 via pcx-…”" };
  }
  if (propagated !== undefined && propagated !== "propagated") {
    return { message: `${propagated} means nothing here` };
  }
  if (!isCidr(to) && !network.prefixLists.some(({ id }) => id === to)) {
    return { message: `${to} is not a CIDR, nor a prefix list of this network` };
  }
  if (!targetsOf(network).has(via))
    return { message: `${via} is nothing that a route leads to here` };
  // https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
  if (isCidr(to) && network.endpoints.some(({ id, type }) => id === via && type === "gateway"))
    return { message: `${via} takes the prefix list of its service alone, and no CIDR` };
  return { to, via, ...(propagated && { propagated: true }) };
}

const targetsOf = (network: Network): Set<string> =>
  new Set([
    "blackhole",
    ...[
      ...network.internetGateways,
      ...network.egressOnlyGateways,
      ...network.natGateways,
      ...network.peerings,
      ...network.endpoints.filter(({ type }) => type !== "interface"),
      ...network.interfaces,
    ].map(({ id }) => id),
    ...network.interfaces.flatMap(({ instance }) => instance ?? []),
  ]);
