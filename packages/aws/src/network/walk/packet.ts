import type { Range } from "../../conditions/ip.ts";
import type { Compiled, Interface, Nat, Subnet, Vpc } from "../compile/compile.ts";
import type { Span } from "../compile/spans.ts";
import type { Icmp, Protocol } from "../network.ts";
import type { Step } from "../question.ts";

/** What travels: many packets at once, which differ in `ports` alone. */
export type Packet = {
  source: Range;
  target: Range;
  protocol: Protocol;
  /** Destination ports. */
  ports: Span;
  /** Ports of the sender, to which the answer goes. */
  sourcePorts: Span;
  icmp: Icmp;
  /** Who sent it, until something on the way takes it up: what a rule that names a security group goes by. */
  sender: Interface | null;
};

/** An address that was put in the place of another, by a NAT gateway or an instance that does the same. */
export type Translation = { by: Nat | Interface; inside: Range; ports: Span };

/** One walk through the network, there or back, and what it left behind. */
export type Walk = {
  net: Compiled;
  way: Step["way"];
  steps: Step[];
  /** Made on the way there, undone on the way back. */
  translations: Translation[];
  /** Appliances and inspection endpoints passed, in order. */
  passed: string[];
};

/** Where a packet is: about to leave a subnet, or come in from outside of all subnets. */
export type Place = { vpc: Vpc; subnet: Subnet | null; packet: Packet };

/** Where it ended. */
export type Landing =
  | { at: "interface"; interface: Interface; packet: Packet }
  /** Outside of the network; `gateway` is the one by which it left. */
  | { at: "internet"; packet: Packet; gateway: string }
  /** An AWS service, reached without leaving: answers come straight back. */
  | { at: "service"; packet: Packet; endpoint: string };

/** Null: a step stopped it. */
export type Hop = { place: Place } | { landing: Landing } | null;

export function textOf({ bits, size, prefix }: Range): string {
  const suffix = prefix === size ? "" : `/${prefix}`;
  if (size === 32) {
    return [24n, 16n, 8n, 0n].map((by) => (bits >> by) & 255n).join(".") + suffix;
  }
  const groups = Array.from({ length: 8 }, (_, index) =>
    ((bits >> BigInt(112 - 16 * index)) & 0xffffn).toString(16),
  );
  const zeros = /(?:^|:)0(?::0)+(?::|$)/.exec(groups.join(":"))?.[0];
  return (zeros ? groups.join(":").replace(zeros, "::") : groups.join(":")) + suffix;
}

/** Notes a step. Returns whether the walk goes on. */
export function note(walk: Walk, step: Omit<Step, "way">): boolean {
  walk.steps.push({ way: walk.way, ...step });
  return step.allowed;
}
