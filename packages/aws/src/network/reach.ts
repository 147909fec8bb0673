import type { Range } from "../conditions/ip.ts";
import { compile, type Compiled } from "./compile/compile.ts";
import { spanOf, type Span } from "./compile/spans.ts";
import { sourceOf, targetsOf, type Source, type Unknown } from "./ends.ts";
import type { Icmp, Network, Protocol } from "./network.ts";
import type { Question, Reach, Step } from "./question.ts";
import { throughGroups } from "./walk/filters.ts";
import { enter } from "./walk/follow.ts";
import { note, textOf, type Landing, type Packet, type Walk } from "./walk/packet.ts";
import { travel } from "./walk/travel.ts";

/** What most clients send from: https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports */
const ephemeral: Span = [1024, 65_535];

/**
 * Whether a connection can be opened, and its answer comes back: every security group, network ACL, route and gateway
 * in the order in which the packet meets them. Pure; a network that names what is not there is not reachable there,
 * and routes in a circle end. Treat the network as a value: what is read from it is kept.
 */
export function reach(network: Network, question: Question): Reach {
  const net = compile(network);
  const source = sourceOf(net, question);
  if ("unknown" in source) return nowhere(source);
  const targets = targetsOf(net, question, source);
  if ("unknown" in targets) return nowhere(targets);
  let first: Reach | null = null;
  for (const target of targets) {
    const result = there(net, source, packetOf(question, source, target));
    if (!result.reachable) return result;
    first ??= result;
  }
  return first ?? nowhere({ unknown: question.to, words: `${question.to} has no address.` });
}

const nowhere = ({ unknown, words }: Unknown): Reach =>
  ended([{ way: "out", kind: "interface", at: unknown, rule: unknown, allowed: false, words }]);

function ended(steps: Step[]): Reach {
  const decidedBy = steps.find(({ allowed }) => !allowed) ?? null;
  const standsOn = decidedBy ? [] : [...new Set(steps.map(({ rule }) => rule))];
  return { reachable: decidedBy === null, steps, decidedBy, standsOn };
}

const echo: Partial<Record<Protocol, Icmp>> = {
  icmp: { type: 8, code: 0 },
  icmpv6: { type: 128, code: 0 },
};

function packetOf(
  question: Question,
  { interface: sender, address }: Source,
  target: Range,
): Packet {
  const { protocol = "tcp", port = 0, icmp, clientPorts } = question;
  return {
    source: address,
    target,
    protocol,
    ports: [port, port],
    sourcePorts: (clientPorts === undefined ? null : spanOf(clientPorts)) ?? ephemeral,
    icmp: icmp ?? echo[protocol] ?? { type: -1 },
    sender,
  };
}

function there(net: Compiled, source: Source, packet: Packet): Reach {
  const walk: Walk = { net, way: "out", steps: [], translations: [], passed: [] };
  const landing = setOut(walk, source, packet);
  if (!landing) return ended(walk.steps);
  const icmp = answerTo(packet);
  if (icmp === null) return ended(walk.steps);
  const back: Walk = { ...walk, way: "back", passed: [] };
  const answer: Packet = {
    ...landing.packet,
    source: landing.packet.target,
    target: landing.packet.source,
    ports: landing.packet.sourcePorts,
    sourcePorts: landing.packet.ports,
    icmp,
    sender: null,
  };
  const home = travel(back, homeward(back, landing, answer));
  if (home) checkHome(back, { home, source, packet, passed: walk.passed });
  return ended(walk.steps);
}

function setOut(walk: Walk, source: Source, packet: Packet): Landing | null {
  const from = source.interface;
  if (!from) return travel(walk, enter(walk, packet));
  if (from.of?.state === "stopped") {
    const words = `${from.of.id} is stopped.`;
    note(walk, { kind: "interface", at: from.id, rule: from.id, allowed: false, words });
    return null;
  }
  if (!throughGroups(walk, from, { way: "out", packet })) return null;
  return travel(walk, { place: { vpc: from.in.in, subnet: from.in, packet } });
}

/** An echo request wants its reply; other ICMP messages want none. */
function answerTo({ protocol, icmp }: Packet): Icmp | null {
  if (protocol === "icmp") return icmp.type === 8 ? { type: 0, code: 0 } : null;
  if (protocol === "icmpv6") return icmp.type === 128 ? { type: 129, code: 0 } : null;
  return icmp;
}

function homeward(walk: Walk, landing: Landing, packet: Packet) {
  if (landing.at === "interface") {
    const { in: subnet } = landing.interface;
    return { place: { vpc: subnet.in, subnet, packet } };
  }
  const direct =
    landing.at === "service"
      ? walk.net.endpoints.get(landing.endpoint)?.vpc
      : walk.net.egressOnly.get(landing.gateway)?.vpc;
  const vpc = walk.net.vpcs.get(direct ?? "");
  return vpc ? { place: { vpc, subnet: null, packet } } : enter(walk, packet);
}

type Homecoming = { home: Landing; source: Source; packet: Packet; passed: readonly string[] };

/** The answer must come to the one who asked, from the address that was asked, by way of the same appliances. */
function checkHome(walk: Walk, { home, source, packet, passed }: Homecoming): void {
  const lost = (at: string, words: string) =>
    note(walk, { kind: "gateway", at, rule: at, allowed: false, words });
  const missed =
    passed.find((id) => !walk.passed.includes(id)) ??
    walk.passed.find((id) => !passed.includes(id));
  if (missed !== undefined) {
    lost(missed, `Only one of the two ways passes ${missed}, which drops half a connection.`);
    return;
  }
  if (source.interface) return;
  if (home.at !== "internet" || home.packet.source.bits !== packet.target.bits) {
    const asked = textOf(packet.target);
    lost(asked, `The answer does not come from ${asked}, which was asked, so the client drops it.`);
  }
}
