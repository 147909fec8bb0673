/** An address, or a range of them, as bits. */
export type Range = { bits: bigint; size: 32 | 128; prefix: number };

/** Reads IPv4 or IPv6, with or without a prefix; without one it is a single address. Null for anything else. */
export function rangeOf(text: string): Range | null {
  const [address = "", prefix, ...rest] = text.trim().split("/");
  if (rest.length > 0) return null;
  const read = address.includes(":") ? ipv6(address) : ipv4(address);
  if (read === null) return null;
  const size = address.includes(":") ? 128 : 32;
  if (prefix !== undefined && !/^\d{1,3}$/.test(prefix)) return null;
  const length = prefix === undefined ? size : Number(prefix);
  return length > size ? null : { bits: read, size, prefix: length };
}

export function contains(range: Range, address: Range): boolean {
  if (range.size !== address.size || address.prefix < range.prefix) return false;
  const rest = BigInt(range.size - range.prefix);
  return range.bits >> rest === address.bits >> rest;
}

function ipv4(text: string): bigint | null {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every((one) => /^\d{1,3}$/.test(one) && Number(one) < 256)) {
    return null;
  }
  return parts.reduce((sum, one) => (sum << 8n) | BigInt(Number(one)), 0n);
}

function ipv6(text: string): bigint | null {
  const halves = text.split("::");
  if (halves.length > 2) return null;
  const [head = [], tail = []] = halves.map((half) => (half === "" ? [] : groups(half)));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null;
  const all = [...head, ...Array.from({ length: missing }, () => "0"), ...tail];
  if (!all.every((one) => /^[\da-f]{1,4}$/i.test(one))) return null;
  return all.reduce((sum, one) => (sum << 16n) | BigInt(Number.parseInt(one, 16)), 0n);
}

/** The last group may be an IPv4 address, which takes two. */
function groups(half: string): string[] {
  const parts = half.split(":");
  const last = parts.at(-1)!;
  const bits = last.includes(".") ? ipv4(last) : null;
  if (bits === null) return parts;
  return [...parts.slice(0, -1), (bits >> 16n).toString(16), (bits & 0xffffn).toString(16)];
}
