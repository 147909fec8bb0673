import { rangeOf } from "../../../conditions/ip.ts";
import { spanOf } from "../../../network/compile/spans.ts";
import type { EgressRule, IngressRule, Traffic } from "../../../network/network.ts";
import { textOf } from "../../../network/walk/packet.ts";
import type { Input } from "../../../world/input.ts";
import { refusal } from "../../../world/refusal.ts";
import { found } from "../kinds.ts";
import type { Ctx } from "../operations.ts";
import { allViews, type View } from "../state.ts";

/** A rule before it stands in a group: whom it lets through, and what. */
export type Asked = Traffic & { peer: string; note?: string };
export type Way = "ingress" | "egress";

export const peerOf = (rule: IngressRule | EgressRule): string =>
  "from" in rule ? rule.from : rule.to;

const protocols: Readonly<Record<string, Traffic["protocol"]>> = {
  "-1": "all",
  all: "all",
  tcp: "tcp",
  "6": "tcp",
  udp: "udp",
  "17": "udp",
  icmp: "icmp",
  "1": "icmp",
  icmpv6: "icmpv6",
  "58": "icmpv6",
};

/** Of reachability's protocols; EC2 knows more (ESP and the like), which a lab has no use for. */
export function protocolIn(input: Input): Traffic["protocol"] {
  const given = (input.optional("IpProtocol") ?? "").toLowerCase();
  const known = Object.hasOwn(protocols, given) ? protocols[given] : undefined;
  if (known) return known;
  throw refusal(
    "InvalidParameterValue",
    `Invalid value '${given}' for IP protocol. Unknown protocol.`,
  );
}

/** Protocol and ports; of ICMP, FromPort is the type and ToPort the code. */
export function trafficIn(input: Input): Traffic {
  const protocol = protocolIn(input);
  const from = input.number("FromPort");
  const to = input.number("ToPort");
  if (protocol === "all") return { protocol };
  if (protocol === "icmp" || protocol === "icmpv6")
    return from === null || from === -1
      ? { protocol }
      : { protocol, icmp: { type: from, code: to ?? -1 } };
  if (from === null || to === null) {
    const message =
      "Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.";
    throw refusal("InvalidParameterValue", message);
  }
  if (spanOf(`${from}-${to}`) === null) {
    const message = `Invalid value '${from} - ${to}' for portRange: it is no range of ports.`;
    throw refusal("InvalidParameterValue", message);
  }
  return { protocol, ports: from === to ? from : `${from}-${to}` };
}

/** As AWS keeps it: 100.68.0.18/18 becomes 100.68.0.0/18. */
export function canonical(cidr: string): string {
  const range = cidr.includes("/") ? rangeOf(cidr) : null;
  if (!range) throw refusal("InvalidParameterValue", `CIDR block ${cidr} is malformed`);
  const rest = BigInt(range.size - range.prefix);
  const text = textOf({ ...range, bits: (range.bits >> rest) << rest });
  return text.includes("/") ? text : `${text}/${range.size}`;
}

/** Every rule of a request, one for each peer, from IpPermissions or from the older members beside it. */
export function rulesIn(context: Ctx): Asked[] {
  const { input } = context;
  const given = input.list("IpPermissions");
  const rules = (given.length > 0 ? given : [input]).flatMap((one) => permission(context, one));
  if (rules.length > 0) return rules;
  throw refusal("MissingParameter", "The request must contain the parameter ipPermissions");
}

function permission(context: Ctx, given: Input): Asked[] {
  const cidr = given.optional("CidrIp");
  const group = given.optional("SourceSecurityGroupName");
  const noted = (
    list: string,
    member: string,
    read: (text: string) => string,
  ): Omit<Asked, "protocol">[] =>
    given.list(list).map((one) => {
      const note = one.optional("Description");
      return { peer: read(one.optional(member) ?? ""), ...(note === null ? {} : { note }) };
    });
  const peers = [
    ...noted("IpRanges", "CidrIp", canonical),
    ...noted("Ipv6Ranges", "CidrIpv6", canonical),
    ...noted("PrefixListIds", "PrefixListId", (id) => found(context.state, "prefix-list", id).id),
    ...given.list("UserIdGroupPairs").map((one) => {
      const note = one.optional("Description");
      const peer = groupIn(context, one.optional("GroupId") ?? one.optional("GroupName") ?? "");
      return { peer, ...(note === null ? {} : { note }) };
    }),
    ...(cidr === null ? [] : [{ peer: canonical(cidr) }]),
    ...(group === null ? [] : [{ peer: groupIn(context, group) }]),
  ];
  return peers.length === 0 ? [] : peers.map((one) => ({ ...trafficIn(given), ...one }));
}

/** By id or name, here or, over a peering, in another account or region. */
export function groupIn({ state, world }: Pick<View, "state" | "world">, name: string): string {
  const known = state.network.securityGroups.find((one) => one.id === name || one.name === name);
  if (known) return known.id;
  const far = allViews(world).some((view) =>
    view.state.network.securityGroups.some(({ id }) => id === name),
  );
  return far ? name : found(state, "security-group", name).id;
}

const icmpText = ({ icmp }: Traffic): string => (icmp ? `${icmp.type}/${icmp.code ?? -1}` : "");

/** Two rules are the same where they say the same, whatever their descriptions. */
export const sameRule = (
  rule: Traffic & { peer: string },
  other: Traffic & { peer: string },
): boolean =>
  rule.protocol === other.protocol &&
  rule.peer === other.peer &&
  String(rule.ports ?? "") === String(other.ports ?? "") &&
  icmpText(rule) === icmpText(other);

const wordOf = (protocol: Traffic["protocol"]): string => (protocol === "all" ? "-1" : protocol);

/** FromPort and ToPort, -1 of ICMP for any; EC2 leaves both out where every protocol is meant. */
export function portsOf({ protocol, ports, icmp }: Traffic) {
  const IpProtocol = wordOf(protocol);
  if (protocol === "all") return { IpProtocol };
  if (protocol === "icmp" || protocol === "icmpv6")
    return { IpProtocol, FromPort: icmp?.type ?? -1, ToPort: icmp?.code ?? -1 };
  const span = ports === undefined ? ([0, 65_535] as const) : spanOf(ports);
  return { IpProtocol, FromPort: span?.[0], ToPort: span?.[1] };
}

/** As the message about a duplicate tells a rule. */
export const toldRule = (rule: Asked): string => {
  const { FromPort, ToPort } = portsOf(rule);
  const ports = FromPort === undefined ? "" : `, from port: ${FromPort}, to port: ${ToPort}`;
  const what = rule.protocol === "all" ? "ALL" : rule.protocol.toUpperCase();
  return `peer: ${rule.peer}, ${what}${ports}, ALLOW`;
};
