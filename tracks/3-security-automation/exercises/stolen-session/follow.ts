import { BlockList, isIP, isIPv6 } from "node:net";

import type { TrailEvent } from "@loopwright/aws/world";

import type { Finding } from "../exercise.ts";
import type { Case } from "./case.ts";

/** Events in the order in which they happened: a key is handed out before it is used. */
export function followed(
  events: readonly TrailEvent[],
  { accessKeyId, sinceMs, ownRanges }: Case,
): Finding[] {
  const ranges = rangesOf(ownRanges);
  const descended = new Set<string>();
  return events.flatMap((event): Finding[] => {
    const key = event.userIdentity["accessKeyId"] as string;
    const isFirst =
      key === accessKeyId &&
      Date.parse(event.eventTime) >= sinceMs &&
      !isWithin(ranges, event.sourceIPAddress);
    if (!isFirst && !descended.has(key)) return [];
    const made = handedOut(event);
    if (made !== null) descended.add(made);
    const outcome = event.errorCode === undefined ? "ok" : "failed";
    return [{ event: event.eventID, key, outcome }];
  });
}

/** The access key that a call brought about, long-lived or of a session. */
function handedOut({ responseElements }: TrailEvent): string | null {
  const { accessKey, credentials } = (responseElements ?? {}) as Record<
    "accessKey" | "credentials",
    { accessKeyId?: string } | undefined
  >;
  return accessKey?.accessKeyId ?? credentials?.accessKeyId ?? null;
}

function rangesOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = "", prefix] = range.split("/");
    list.addSubnet(network, Number(prefix), familyOf(network));
  }
  return list;
}

/** A service's name is no address, and lies nowhere. */
const isWithin = (ranges: BlockList, address: string): boolean =>
  isIP(address) !== 0 && ranges.check(address, familyOf(address));

const familyOf = (address: string) => (isIPv6(address) ? "ipv6" : "ipv4");
