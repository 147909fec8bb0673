import { addressKey, isNat, type Interface, type Nat } from "../compile/compile.ts";
import { routeFor } from "../compile/routes.ts";
import { follow } from "./follow.ts";
import { throughAcl, throughGroups } from "./filters.ts";
import { note, textOf, type Hop, type Landing, type Place, type Walk } from "./packet.ts";

/** More than any sound path takes: an answer from routes that lead in a circle. */
const hopsMax = 16;

/** Walks until the packet lands or a step stops it. */
export function travel(walk: Walk, start: Hop): Landing | null {
  let hop = start;
  for (let count = 0; count < hopsMax; count += 1) {
    if (!hop) return null;
    if ("landing" in hop) return hop.landing;
    hop = onward(walk, hop.place);
  }
  const table = hop && "place" in hop ? hop.place.subnet?.table.id : undefined;
  const at = table ?? "routes";
  note(walk, {
    kind: "route",
    at,
    rule: at,
    allowed: false,
    words: "The routes lead in a circle.",
  });
  return null;
}

/** One hop: straight to a neighbour in the subnet, or through its network ACL and by its route table. */
function onward(walk: Walk, place: Place): Hop {
  const { vpc, subnet, packet } = place;
  const holder = walk.net.at.get(addressKey(vpc.id, packet.target));
  if (holder && (!subnet || holder.in.id === subnet.id)) return deliver(walk, place, holder);
  if (!subnet) return nobody(walk, place);
  if (!throughAcl(walk, subnet, { way: "out", packet })) return null;
  const { table } = subnet;
  const route = routeFor(table, packet.target);
  const target = textOf(packet.target);
  if (!route) {
    const rule = `${table.id}/none`;
    const words = `${table.id} has no route to ${target}.`;
    note(walk, { kind: "route", at: table.id, rule, allowed: false, words });
    return null;
  }
  const words = `${table.id} sends ${target} by its route to ${route.to} to ${route.via}.`;
  const allowed = route.via !== "blackhole";
  note(walk, { kind: "route", at: table.id, rule: route.rule, allowed, words });
  if (!allowed) return null;
  if (route.via !== "local") return follow(walk, place, route);
  return holder ? deliver(walk, place, holder) : nobody(walk, place);
}

function nobody(walk: Walk, { vpc, packet }: Place): null {
  const words = `No interface in ${vpc.id} has ${textOf(packet.target)}.`;
  note(walk, { kind: "interface", at: vpc.id, rule: vpc.id, allowed: false, words });
  return null;
}

/** Into the subnet of the one who holds the address, and through its groups. */
function deliver(walk: Walk, place: Place, holder: Interface | Nat): Hop {
  const { packet, subnet } = place;
  if (holder.in.id !== subnet?.id && !throughAcl(walk, holder.in, { way: "in", packet }))
    return null;
  const undone = walk.way === "back" && walk.translations.find(({ by }) => by.id === holder.id);
  if (undone) return back(place, holder, undone);
  if (isNat(holder)) {
    const words = `${holder.id} takes no connection that comes to it, and knows none to which this belongs.`;
    note(walk, { kind: "gateway", at: holder.id, rule: holder.id, allowed: false, words });
    return null;
  }
  if (holder.of?.state === "stopped") {
    const words = `${holder.of.id} is stopped.`;
    note(walk, { kind: "interface", at: holder.id, rule: holder.id, allowed: false, words });
    return null;
  }
  if (!throughGroups(walk, holder, { way: "in", packet })) return null;
  if (holder.endpoint && walk.way === "out") {
    const { id, service } = holder.endpoint;
    const words = `${id} hands it to ${service}; its endpoint policy and the resource's decide the request itself.`;
    note(walk, { kind: "gateway", at: id, rule: id, allowed: true, words });
  }
  return { landing: { at: "interface", interface: holder, packet } };
}

type Undone = Walk["translations"][number];

/** An answer at the device that translated: on from there, to the one who asked. */
const back = ({ packet }: Place, holder: Interface | Nat, { inside, ports }: Undone): Hop => ({
  place: {
    vpc: holder.in.in,
    subnet: holder.in,
    packet: { ...packet, target: inside, ports },
  },
});
