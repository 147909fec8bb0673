/**
 * Addresses as a client's `connect` understands them, so that a program which compares texts meets every form
 * that reaches the same machine. Forms of inet_aton(3): one to four parts, decimal, octal or hexadecimal, the
 * last one filling what is left.
 */

/** The plain form of an address, or null where the text is a name. */
export function addressOf(host: string): string | null {
  const bare = host.startsWith("[") && host.endsWith("]") ? host.slice(1, -1) : host;
  if (bare.includes(":")) return plainIpv6(bare);
  return plainIpv4(bare);
}

function plainIpv4(text: string): string | null {
  const parts = text.replace(/\.$/, "").split(".");
  if (parts.length > 4) return null;
  const numbers = parts.map(numberOf);
  if (numbers.includes(null)) return null;
  const values = numbers as number[];
  const last = values.at(-1)!;
  const leading = values.slice(0, -1);
  if (leading.some((one) => one > 255) || last >= 256 ** (5 - values.length)) return null;
  const whole = leading.reduce((sum, one, index) => sum + one * 256 ** (3 - index), last);
  return dotted(whole);
}

function numberOf(part: string): number | null {
  if (/^0x[0-9a-f]{0,8}$/i.test(part)) return part.length === 2 ? 0 : Number.parseInt(part, 16);
  if (/^0[0-7]{0,12}$/.test(part)) return Number.parseInt(part, 8);
  return /^[1-9][0-9]{0,9}$/.test(part) ? Number(part) : null;
}

const dotted = (whole: number) =>
  [24, 16, 8, 0].map((shift) => Math.floor(whole / 2 ** shift) % 256).join(".");

function plainIpv6(text: string): string | null {
  // A zone says which network card to use; the address stays the same.
  const bare = text.replace(/%.*$/, "");
  let parsed: string;
  try {
    parsed = new URL(`http://[${bare}]`).hostname.slice(1, -1);
  } catch {
    return null;
  }
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(parsed);
  if (!mapped) return parsed;
  return dotted(Number.parseInt(mapped[1]!, 16) * 65_536 + Number.parseInt(mapped[2]!, 16));
}

/**
 * Where a connection to an address ends up. As on Linux, 0.0.0.0 and :: are this machine, and the whole of
 * 127.0.0.0/8 is; servers of the lab listen on all of it.
 */
export function reached(address: string): string {
  if (address === "::" || address === "::1") return "::1";
  return address === "0.0.0.0" || address.startsWith("127.") ? "127.0.0.1" : address;
}
