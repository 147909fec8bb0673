import { rangeOf, type Range } from "../../../conditions/ip.ts";
import { textOf } from "../../../network/walk/packet.ts";
import { resourceId } from "../../../world/ids.ts";
import { refusal } from "../../../world/refusal.ts";
import { add } from "../edit.ts";
import { found, lookUp } from "../kinds.ts";
import type { View } from "../state.ts";

type Placed = {
  subnet: string;
  groups: readonly string[];
  address: string | null;
  publicAddress: string | null;
  instance: string;
};

/** Gives an instance its interface: with the default group of its VPC where none is named. Answers the interface's id. */
export function place(
  view: View,
  { subnet, groups, address, publicAddress, instance }: Placed,
): string {
  const { state, world } = view;
  const { id: own, vpc } = found(state, "subnet", subnet);
  const id = resourceId(world, "eni");
  add(state, "interfaces", {
    id,
    subnet: own,
    instance,
    addresses: [address ?? freeAddress(view, own)],
    ...(publicAddress === null ? {} : { publicAddress }),
    groups: groups.length > 0 ? [...groups] : defaultGroup(view, vpc),
  });
  return id;
}

export const defaultGroup = ({ state }: View, vpc: string): string[] =>
  state.network.securityGroups
    .filter((one) => one.vpc === vpc && one.name === "default")
    .map(({ id }) => id);

/** The lowest one that is free: AWS keeps the first four of every subnet, and the last. */
export function freeAddress({ state }: View, subnet: string): string {
  const cidr = lookUp(state, "subnet", subnet)?.cidrs.find((one) => !one.includes(":"));
  const range = rangeOf(cidr ?? "");
  const taken = new Set(state.network.interfaces.flatMap(({ addresses }) => addresses));
  for (const { address } of state.network.natGateways) taken.add(address);
  for (const bits of range ? addressesIn(range) : []) {
    const text = textOf({ bits, size: 32, prefix: 32 });
    if (!taken.has(text)) return text;
  }
  throw refusal(
    "InsufficientFreeAddressesInSubnet",
    `There are not enough free addresses in subnet '${subnet}'.`,
  );
}

function* addressesIn({ bits, prefix }: Range): Generator<bigint> {
  const last = 2 ** (32 - prefix) - 2;
  for (let at = 4; at <= last; at += 1) yield bits + BigInt(at);
}

/** Of the documentation's range 203.0.113.0/24, as long as it lasts. */
export function publicAddressFor({ state, world }: View): string {
  const taken = new Set(state.network.interfaces.map(({ publicAddress }) => publicAddress));
  const from = Math.floor(world.random() * 254);
  for (let at = 0; at < 254; at += 1) {
    const text = `203.0.113.${((from + at) % 254) + 1}`;
    if (!taken.has(text)) return text;
  }
  throw refusal("InsufficientAddressCapacity", "There are no public addresses left.");
}
