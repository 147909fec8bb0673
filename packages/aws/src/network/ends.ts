import type { Range } from "../conditions/ip.ts";
import { rangesOf, type Compiled, type Interface } from "./compile/compile.ts";
import type { Endpoint } from "./network.ts";
import type { Question } from "./question.ts";
import { isPrivate, rangeOfText } from "./walk/addresses.ts";

/** `words` where a name means nothing here. */
export type Unknown = { unknown: string; words: string };

/** Where a connection begins: an interface with the address that it sends from, or an address outside. */
export type Source = { interface: Interface | null; address: Range };

/** An address on the internet that stands for all that no rule singles out (RFC 5737, RFC 3849). */
const anywhere = { 4: "203.0.113.200", 6: "2001:db8:ffff::200" } as const;

/** A public address of an AWS service that has no prefix list. */
const service = { 4: "52.94.0.20", 6: "2600:1f70::20" } as const;

const sizes = { 4: 32, 6: 128 } as const;

export function sourceOf(net: Compiled, { from, to, family }: Question): Source | Unknown {
  const size = sizes[family ?? (to.includes(":") ? 6 : 4)];
  const found = net.ends.get(from);
  if (found) {
    const address = rangesOf(found.addresses).find((one) => one.size === size);
    return address
      ? { interface: found, address }
      : { unknown: from, words: `${from} has no IPv${family ?? 4} address.` };
  }
  const outside = from === "internet" ? rangeOfText(anywhere[family ?? 4]) : rangeOfText(from);
  if (!outside) return { unknown: from, words: `${from} is not in this network.` };
  const holder = [...net.interfaces.values()].find((one) =>
    rangesOf(one.addresses).some(
      ({ bits, size: own }) => bits === outside.bits && own === outside.size,
    ),
  );
  if (holder) return { interface: holder, address: outside };
  if (!isPrivate(outside)) return { interface: null, address: outside };
  return {
    unknown: from,
    words: `No interface has ${from}, and nobody outside sends from a private address.`,
  };
}

/** Every address that the target's name may lead to: all of them have to be reachable. */
export function targetsOf(net: Compiled, question: Question, source: Source): Range[] | Unknown {
  const { to } = question;
  const family = question.family ?? (source.address.size === 128 ? 6 : 4);
  const only = (texts: readonly (string | undefined)[]) =>
    rangesOf(texts.filter((one) => one !== undefined)).filter(({ size }) => size === sizes[family]);
  const found = net.ends.get(to);
  if (found) {
    const outside = question.address === "public" || (!source.interface && family === 4);
    const known = outside ? only([found.publicAddress]) : only(found.addresses).slice(0, 1);
    const what = outside ? "public" : "private";
    return known.length > 0
      ? known
      : { unknown: to, words: `${to} has no ${what} IPv${family} address.` };
  }
  if (to === "internet") return only([anywhere[family]]);
  const endpoint = net.endpoints.get(to);
  if (endpoint) return addressesOf(net, endpoint, { only, name: to });
  if (to.startsWith("com.amazonaws.")) return byName(net, { name: to, source, only, family });
  const address = rangeOfText(to);
  return address ? [address] : { unknown: to, words: `${to} is not in this network.` };
}

type Named = { only: Only; name: string };
type Only = (texts: readonly (string | undefined)[]) => Range[];

function addressesOf(net: Compiled, { interfaces = [] }: Endpoint, { only, name }: Named) {
  const found = only(interfaces.map((id) => net.interfaces.get(id)?.addresses[0]));
  return found.length > 0 ? found : { unknown: name, words: `${name} has no address of its own.` };
}

type Asked = { name: string; source: Source; only: Only; family: 4 | 6 };

/** What the service's name resolves to in the VPC of the one who asks. */
function byName(net: Compiled, { name, source, only, family }: Asked): Range[] | Unknown {
  const vpc = source.interface?.in.in;
  const endpoint = [...net.endpoints.values()].find(
    (one) =>
      one.type === "interface" &&
      one.vpc === vpc?.id &&
      one.service === name &&
      one.privateDns === true &&
      one.privateDnsOnlyInbound !== true,
  );
  if (endpoint && vpc?.dns !== false) return addressesOf(net, endpoint, { only, name });
  const list = net.network.prefixLists.find((one) => one.name === name);
  const addresses = only(list?.cidrs ?? []).map(firstOf);
  return addresses.length > 0 ? addresses : only([service[family]]);
}

const firstOf = ({ bits, size, prefix }: Range): Range => ({
  bits: prefix === size ? bits : ((bits >> BigInt(size - prefix)) << BigInt(size - prefix)) + 1n,
  size,
  prefix: size,
});
