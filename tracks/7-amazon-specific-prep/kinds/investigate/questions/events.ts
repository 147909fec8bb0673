import type { Verdict } from "@loopwright/core";
import type { TrailEvent, World } from "@loopwright/aws/world";

import type { KeyAnswer } from "../key.ts";

type Wanted = Extract<KeyAnswer, { type: "event" }>;

export type EventFound = {
  verdict: Verdict;
  /** What was named; null where there is no such event. */
  event: TrailEvent | null;
};

/** The event that was asked for; partly where another one fits as well. */
export function judgeEvent(world: World, wanted: Wanted, given: string): EventFound {
  const text = given.trim();
  const moment = momentOf(text);
  const named = eventsOf(world).filter(
    ({ eventID, eventTime }) => eventID === text || Date.parse(eventTime) === moment,
  );
  const fitting = fittingEvents(world, wanted);
  const right = pick(fitting, wanted.which);
  const met = named.find((event) => right.includes(event));
  const near = named.find((event) => fitting.includes(event));
  return {
    verdict: met ? "met" : near ? "partly" : "missed",
    event: met ?? near ?? named[0] ?? null,
  };
}

/** A time as CloudTrail's record, Python or the CLI (in seconds) prints it, always UTC; NaN where it is none. */
function momentOf(text: string): number {
  if (/^\d{10}(\.\d{1,6})?$/.test(text)) return Number(text) * 1000;
  const [, day, time] = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:Z|\+00:00)?$/.exec(text) ?? [];
  return Date.parse(`${day}T${time}Z`);
}

const eventsOf = (world: World): TrailEvent[] =>
  [...world.accounts.values()].flatMap(({ trail }) => trail);

export const fittingEvents = (world: World, wanted: Wanted): TrailEvent[] =>
  eventsOf(world).filter((event) => fits(event, wanted));

/** Several accounts may tell of one call: any of their records serves. */
function pick(fitting: readonly TrailEvent[], which: Wanted["which"]): readonly TrailEvent[] {
  if (which === "any") return fitting;
  const times = fitting.map(({ eventTime }) => eventTime).toSorted();
  const time = which === "first" ? times[0] : times.at(-1);
  return fitting.filter(({ eventTime }) => eventTime === time);
}

function fits(event: TrailEvent, { call, as, from }: Wanted): boolean {
  const [source, name] = call.split(":");
  return (
    event.eventSource.split(".")[0] === source &&
    event.eventName === name &&
    (as === undefined || callerOf(event).endsWith(as)) &&
    (from === undefined || event.sourceIPAddress === from)
  );
}

/** The caller's ARN without the name of its session. */
function callerOf({ userIdentity }: TrailEvent): string {
  const arn = typeof userIdentity["arn"] === "string" ? userIdentity["arn"] : "";
  return arn.replace(/(:assumed-role\/[^/]+)\/.*$/, "$1");
}

/** When, what, by whom and from where. */
export const inWords = (event: TrailEvent): string =>
  `${event.eventTime} ${event.eventSource.split(".")[0]}:${event.eventName} by ${whoOf(event)} from ${event.sourceIPAddress}`;

const whoOf = (event: TrailEvent): string => callerOf(event) || "somebody unknown";
