import { contains, rangeOf, type Range } from "../../conditions/ip.ts";

export const rangeOfText = (text: string | undefined): Range | null =>
  text === undefined ? null : rangeOf(text);

/** What no gateway carries to the internet: RFC 1918, shared and link-local addresses, unique local IPv6. */
const inside = [
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "100.64.0.0/10",
  "169.254.0.0/16",
  "127.0.0.0/8",
  "fc00::/7",
  "fe80::/10",
].flatMap((text) => rangeOf(text) ?? []);

export const isPrivate = (address: Range): boolean =>
  inside.some((range) => contains(range, address));
