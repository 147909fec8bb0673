import { reach, type Network, type Question } from "@loopwright/aws/network";

import type { NetworkKey } from "../key.ts";

/** Ports that an intruder tries, besides those of the table. */
const usual = [22, 53, 80, 443, 445, 2049, 3306, 3389, 5432, 6379, 8080, 8443, 9092, 27_017];

/** Whoever tries a way chooses the port to send from: one of each half of the ephemeral ones. */
const sentFrom = [2_000, 50_000];

/** Somewhere that no rule of a drill should speak of. */
const outside = "198.18.7.9";

/** What opened besides. */
export type Opened = { from: string; to: string; port: number };

/**
 * Connections between any two interfaces, to and from outside, and from a stranger in each subnet, that the start kept
 * closed, the answer opens, and neither the table nor `tolerated` speaks of.
 */
export function openedBesides(before: Network, after: Network, key: NetworkKey): Opened[] {
  const [old, now] = [withStrangers(before), withStrangers(after)];
  const ports = [...new Set([...usual, ...key.flows.flatMap(({ port }) => port ?? [])])];
  const ends = before.interfaces.map(({ instance, id }) => instance ?? id);
  const strangers = before.subnets.map(({ id }) => strangerIn(id));
  const sources = [...new Set([...ends, ...strangers, outside])];
  const services = key.flows.map(({ to }) => to).filter((to) => to.startsWith("com.amazonaws."));
  const targets = [...new Set([...ends, outside, ...services])];
  const opened: Opened[] = [];
  for (const from of sources) {
    for (const to of targets) {
      if (from === to) continue;
      for (const port of ports) {
        const flow = { from, to, port };
        if (isMeant(flow, key)) continue;
        if (isOpened(flow, old, now)) opened.push(flow);
      }
    }
  }
  return opened;
}

const isOpened = (flow: Opened, old: Network, now: Network): boolean =>
  sentFrom.some((clientPorts) => {
    const asked = { ...flow, clientPorts };
    return reach(now, asked).reachable && !reach(old, asked).reachable;
  });

function isMeant({ from, to, port }: Opened, { flows, tolerated }: NetworkKey): boolean {
  const inTable = flows.some((flow) => flow.expect === "open" && same(flow, { from, to, port }));
  const said = [from, to, String(port)];
  return (
    inTable ||
    tolerated.some((text) =>
      text.split(" ").every((part, index) => part === "*" || part === said[index]),
    )
  );
}

const same = (flow: Question, { from, to, port }: Opened): boolean =>
  flow.from === from && flow.to === to && flow.port === port;

const strangerIn = (subnet: string): string => `eni-stranger-${subnet}`;

/** Another host in each subnet, which may send whatever it likes: what a rule for a whole range lets in. */
function withStrangers(network: Network): Network {
  const known = network.subnets.flatMap((subnet) => {
    const address = lastOf(subnet.cidrs.find((cidr) => !cidr.includes(":")));
    return address === null ? [] : [{ subnet, address }];
  });
  return {
    ...network,
    interfaces: [
      ...network.interfaces,
      ...known.map(({ subnet, address }) => ({
        id: strangerIn(subnet.id),
        subnet: subnet.id,
        addresses: [address],
        groups: [`sg-stranger-${subnet.vpc}`],
      })),
    ],
    securityGroups: [
      ...network.securityGroups,
      ...network.vpcs.map(({ id }) => ({
        id: `sg-stranger-${id}`,
        vpc: id,
        ingress: [],
        egress: [{ protocol: "all" as const, to: "0.0.0.0/0" }],
      })),
    ],
  };
}

/** The last address of a subnet that can be given out; null where there is no IPv4. */
function lastOf(cidr: string | undefined): string | null {
  const [address = "", prefix = ""] = cidr?.split("/") ?? [];
  const size = 2 ** (32 - Number(prefix));
  const parts = address.split(".").map(Number);
  const first = parts.reduce((sum, part) => sum * 256 + part, 0);
  if (parts.length !== 4 || !Number.isInteger(first) || size < 16) return null;
  const last = first - (first % size) + size - 3;
  return [24, 16, 8, 0].map((by) => Math.floor(last / 2 ** by) % 256).join(".");
}
