import { isNat, type Interface, type Nat, type Subnet } from "../compile/compile.ts";
import { rangeOfText } from "./addresses.ts";
import { throughAcl, throughGroups } from "./filters.ts";
import { note, type Hop, type Place, type Walk } from "./packet.ts";

/** A NAT gateway sends from these, whatever the client used: https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html */
const natPorts = [1024, 65_535] as const;

/** On under the device's own address. Answers go to that, and from there to the one who asked. */
export function translate(walk: Walk, { packet }: Place, by: Nat | Interface): Hop {
  const own = rangeOfText(isNat(by) ? by.address : by.addresses[0]);
  if (!own) return null;
  walk.translations.push({ by, inside: packet.source, ports: packet.sourcePorts });
  const sent = { ...packet, source: own, sourcePorts: natPorts, sender: isNat(by) ? null : by };
  return { place: { vpc: by.in.in, subnet: by.in, packet: sent } };
}

type Inspection = { id: string; in: Subnet | null };
type Passing = Place & { by: Interface | Inspection };

/** Through an instance that forwards, or an endpoint behind which a firewall inspects and hands back. */
export function pass(walk: Walk, passing: Passing): Hop {
  const { by, packet, subnet } = passing;
  const stop = (words: string): null => {
    note(walk, { kind: "interface", at: by.id, rule: by.id, allowed: false, words });
    return null;
  };
  const into = by.in;
  if (!into) return stop(`${by.id} has no subnet.`);
  const refused = "groups" in by ? refuses(by) : null;
  if (refused !== null) return stop(refused);
  if (into.id !== subnet?.id && !throughAcl(walk, into, { way: "in", packet })) return null;
  if (!("groups" in by)) {
    walk.passed.push(by.id);
    const words = `${by.id} hands it to inspection and takes it back; what is inspected away, the firewall's own rules say.`;
    note(walk, { kind: "gateway", at: by.id, rule: by.id, allowed: true, words });
    return { place: { ...passing, subnet: into, packet: { ...packet, sender: null } } };
  }
  if (!throughGroups(walk, by, { way: "in", packet })) return null;
  note(walk, {
    kind: "interface",
    at: by.id,
    rule: by.id,
    allowed: true,
    words: `${by.id} passes it on.`,
  });
  const onward = { ...packet, sender: null };
  if (!throughGroups(walk, by, { way: "out", packet: onward })) return null;
  if (by.of?.forwards === "nat" && walk.way === "out") return translate(walk, passing, by);
  walk.passed.push(by.id);
  return { place: { vpc: into.in, subnet: into, packet: onward } };
}

function refuses(by: Interface): string | null {
  if (by.sourceDestCheck !== false) {
    return `${by.id} checks source and destination: it drops what is not for its own address.`;
  }
  if (!by.of?.forwards) return `${by.id} belongs to nothing that forwards packets.`;
  return by.of.state === "stopped" ? `${by.of.id} is stopped.` : null;
}
