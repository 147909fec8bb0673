import type { Range } from "../../conditions/ip.ts";
import { addressKey, inVpc, isNat, type Interface, type Nat } from "../compile/compile.ts";
import { routeFor, type CompiledRoute } from "../compile/routes.ts";
import { covers } from "../compile/rules.ts";
import { pass, translate } from "./appliance.ts";
import { throughAcl } from "./filters.ts";
import { note, textOf, type Hop, type Packet, type Place, type Walk } from "./packet.ts";
import { isPrivate, rangeOfText } from "./addresses.ts";

/** What a route leads to, by the id that it names. */
export function follow(walk: Walk, place: Place, { via }: CompiledRoute): Hop {
  const { net } = walk;
  const kinds: [known: boolean, hop: (walk: Walk, place: Place, via: string) => Hop][] = [
    [net.internetGateways.has(via), toInternet],
    [net.egressOnly.has(via), egressOnly],
    [net.nats.has(via), toNat],
    [net.peerings.has(via), acrossPeering],
    [net.endpoints.has(via), toEndpoint],
    [net.ends.has(via), toAppliance],
  ];
  const found = kinds.find(([known]) => known);
  if (found) return found[1](walk, place, via);
  return stop(walk, via, `${via} is not in this network, so what is sent there is lost.`);
}

function stop(walk: Walk, at: string, words: string): null {
  note(walk, { kind: "gateway", at, rule: at, allowed: false, words });
  return null;
}

const goes = (walk: Walk, at: string, words: string) =>
  note(walk, { kind: "gateway", at, rule: at, allowed: true, words });

function toInternet(walk: Walk, { vpc, packet }: Place, via: string): Hop {
  if (walk.net.internetGateways.get(via)?.vpc !== vpc.id) {
    return stop(walk, via, `${via} is not attached to ${vpc.id}.`);
  }
  if (isPrivate(packet.target)) {
    return stop(
      walk,
      via,
      `${textOf(packet.target)} is a private address: ${via} leads to public ones.`,
    );
  }
  const holder = walk.net.at.get(addressKey(vpc.id, packet.source));
  const outside = packet.source.size === 128 ? packet.source : publicOf(holder, packet.source);
  if (!outside) {
    const who = holder?.id ?? textOf(packet.source);
    return stop(walk, via, `${who} has no public address, so ${via} drops what it sends.`);
  }
  goes(walk, via, `${via} sends it out from ${textOf(outside)}.`);
  const sent = { ...packet, source: outside, sender: null };
  const known = walk.net.public.get(String(packet.target.bits));
  if (known || inSome(walk, packet.target)) return enter(walk, sent);
  return { landing: { at: "internet", packet: sent, gateway: via } };
}

const inSome = (walk: Walk, target: Range): boolean =>
  target.size === 128 && [...walk.net.vpcs.values()].some((vpc) => inVpc(vpc, target));

/** The public address belongs to the primary private one alone. */
function publicOf(holder: Interface | Nat | undefined, source: Range): Range | null {
  if (!holder || (isNat(holder) && holder.connectivity === "private")) return null;
  const primary = rangeOfText(isNat(holder) ? holder.address : holder.addresses[0]);
  return primary?.bits === source.bits ? rangeOfText(holder.publicAddress) : null;
}

/** From the internet to a public address, by the gateway of the VPC that has it. */
export function enter(walk: Walk, packet: Packet): Hop {
  const { net } = walk;
  const holder = net.public.get(String(packet.target.bits));
  const vpc = holder?.in.in ?? [...net.vpcs.values()].find((one) => inVpc(one, packet.target));
  const gateway = vpc && [...net.internetGateways.values()].find((one) => one.vpc === vpc.id);
  if (!vpc) return stop(walk, textOf(packet.target), `Nothing here has ${textOf(packet.target)}.`);
  if (!gateway) {
    return stop(
      walk,
      vpc.id,
      `${vpc.id} has no internet gateway, so nothing comes in from outside.`,
    );
  }
  const inside = holder ? rangeOfText(isNat(holder) ? holder.address : holder.addresses[0]) : null;
  const arrived = { ...packet, target: inside ?? packet.target };
  goes(walk, gateway.id, `${gateway.id} takes it in for ${textOf(arrived.target)}.`);
  const place: Place = { vpc, subnet: null, packet: arrived };
  const route = gateway.table && routeFor(gateway.table, arrived.target);
  if (!gateway.table || !route || route.via === "local") return { place };
  const at = gateway.table.id;
  const words = `${at} sends what comes in for ${route.to} to ${route.via}.`;
  note(walk, { kind: "route", at, rule: route.rule, allowed: true, words });
  return follow(walk, place, route);
}

function egressOnly(walk: Walk, { vpc, packet }: Place, via: string): Hop {
  if (walk.net.egressOnly.get(via)?.vpc !== vpc.id) {
    return stop(walk, via, `${via} is not attached to ${vpc.id}.`);
  }
  if (packet.source.size === 32) return stop(walk, via, `${via} takes IPv6 alone.`);
  if (walk.way === "back") {
    return stop(walk, via, `${via} knows no connection that was opened from inside.`);
  }
  goes(walk, via, `${via} sends it out and lets answers alone come back.`);
  return { landing: { at: "internet", packet: { ...packet, sender: null }, gateway: via } };
}

function toNat(walk: Walk, place: Place, via: string): Hop {
  const { packet, subnet, vpc } = place;
  const nat = walk.net.nats.get(via)!;
  if (nat.in.in.id !== vpc.id) return stop(walk, via, `${via} is not in ${vpc.id}.`);
  if ((nat.state ?? "available") !== "available") return stop(walk, via, `${via} is ${nat.state}.`);
  if (packet.source.size === 128) return stop(walk, via, `${via} is asked for IPv4 alone here.`);
  if (packet.protocol === "icmpv6") return stop(walk, via, `${via} takes tcp, udp and icmp.`);
  if (packet.source.bits === rangeOfText(nat.address)?.bits) {
    return stop(walk, via, `The subnet of ${via} routes back to it: it has no way out.`);
  }
  if (walk.way === "back") {
    return stop(walk, via, `${via} knows no connection to which this answer belongs.`);
  }
  if (nat.in.id !== subnet?.id && !throughAcl(walk, nat.in, { way: "in", packet })) return null;
  goes(walk, via, `${via} sends it on from its own address ${nat.address}.`);
  return translate(walk, place, nat);
}

/** https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html#vpc-peering-limitations */
function acrossPeering(walk: Walk, { vpc, packet }: Place, via: string): Hop {
  const { requester, accepter, state = "active" } = walk.net.peerings.get(via)!;
  const otherId = requester === vpc.id ? accepter : accepter === vpc.id ? requester : null;
  if (otherId === null) return stop(walk, via, `${via} is not of ${vpc.id}.`);
  if (state !== "active") return stop(walk, via, `${via} is ${state}, not active.`);
  const other = walk.net.vpcs.get(otherId);
  if (!other) return stop(walk, via, `${otherId}, behind ${via}, is not in this network.`);
  const from = walk.net.at.get(addressKey(vpc.id, packet.source));
  if (!inVpc(vpc, packet.source) || (from && isNat(from))) {
    return stop(
      walk,
      via,
      `${via} takes what comes from ${vpc.id} itself, and passes nothing on for others.`,
    );
  }
  if (!inVpc(other, packet.target)) {
    return stop(
      walk,
      via,
      `${via} ends at ${other.id}: it leads to no gateway or further VPC behind it.`,
    );
  }
  goes(walk, via, `${via} is active and leads to ${other.id}.`);
  return { place: { vpc: other, subnet: null, packet } };
}

function toEndpoint(walk: Walk, place: Place, via: string): Hop {
  const { vpc, packet } = place;
  const endpoint = walk.net.endpoints.get(via)!;
  if (endpoint.vpc !== vpc.id) return stop(walk, via, `${via} is not in ${vpc.id}.`);
  if (endpoint.type === "interface") {
    return stop(
      walk,
      via,
      `${via} is an interface endpoint: it has addresses, and no route leads to it.`,
    );
  }
  if (endpoint.type === "gateway-load-balancer") {
    return pass(walk, { ...place, by: { id: via, in: endpoint.in } });
  }
  const list = walk.net.network.prefixLists.find(({ name }) => name === endpoint.service);
  if (!covers(walk.net.lists.get(list?.id ?? "") ?? [], packet.target)) {
    return stop(walk, via, `${textOf(packet.target)} is no address of ${endpoint.service}.`);
  }
  if (!inVpc(vpc, packet.source)) {
    return stop(walk, via, `${via} takes what comes from ${vpc.id} itself.`);
  }
  const policy = "its endpoint policy and the resource's decide the request itself";
  goes(walk, via, `${via} hands it to ${endpoint.service}; ${policy}.`);
  return { landing: { at: "service", packet, endpoint: via } };
}

function toAppliance(walk: Walk, place: Place, via: string): Hop {
  const by = walk.net.ends.get(via)!;
  if (by.in.in.id !== place.vpc.id) return stop(walk, via, `${via} is not in ${place.vpc.id}.`);
  return pass(walk, { ...place, by });
}
