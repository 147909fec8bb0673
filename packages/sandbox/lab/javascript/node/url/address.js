/** IPv4 as four decimal numbers without leading zeros; IPv6 with at most one `::`, and IPv4 at its end. */
const octet = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const four = new RegExp(`^${octet}(?:\\.${octet}){3}$`);

export const isIPv4 = (text) => four.test(String(text));

/** The eight pieces of an address, or null where the text is none. */
export function piecesOf(text) {
  const tail = /^(.*:)([\d.]+)$/.exec(text);
  let plain = text;
  if (tail && tail[2].includes(".")) {
    if (!isIPv4(tail[2])) return null;
    const [a, b, c, d] = tail[2].split(".").map(Number);
    plain = `${tail[1]}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
  }
  const halves = plain.split("::");
  if (halves.length > 2) return null;
  const lists = halves.map((half) => (half === "" ? [] : half.split(":")));
  const given = lists.flat();
  if (!given.every((piece) => /^[0-9a-f]{1,4}$/i.test(piece))) return null;
  const missing = 8 - given.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null;
  const zeros = Array.from({ length: missing }, () => "0");
  return [...lists[0], ...zeros, ...(lists[1] ?? [])].map((piece) => parseInt(piece, 16));
}

/** A zone (`%eth0`) may follow. */
export const isIPv6 = (text) => {
  const [address, zone] = String(text).split("%");
  return zone !== "" && address.includes(":") && piecesOf(address) !== null;
};

/** The address as one number. */
export function numberOf(address, family) {
  if (family === "ipv4") {
    if (!isIPv4(address)) return null;
    return address.split(".").reduce((sum, part) => sum * 256n + BigInt(part), 0n);
  }
  const pieces = isIPv6(address) ? piecesOf(address.split("%")[0]) : null;
  return pieces && pieces.reduce((sum, piece) => sum * 65_536n + BigInt(piece), 0n);
}
