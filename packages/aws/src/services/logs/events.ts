import { createHash } from "node:crypto";

import { defineOperations } from "../../world/define.ts";
import { pageOf } from "../../world/pages.ts";
import { refusal } from "../../world/refusal.ts";
import { filterTest } from "./filter-pattern.ts";
import { groupIn, kept, needOn, streamIn, type Ctx } from "./find.ts";
import type { LogEvent, LogsState } from "./state.ts";

const refuse = () => refusal("InvalidParameterException", "The specified nextToken is invalid.");

export const eventOperations = defineOperations<LogsState>()({
  GetLogEvents: {
    readOnly: true,
    needs: (context) => needOn(context, context.input.text("logStreamName")),
    run: (context) => {
      const { world, input } = context;
      const isKept = kept(groupIn(context), world.nowMs);
      const events = streamIn(context).events.filter((one) => isKept(one) && within(context)(one));
      const size = Math.min(input.number("limit") ?? 10_000, 10_000);
      const { from, to } = windowOf(events.length, size, context);
      return {
        events: events.slice(from, to).map(written),
        // The same token again says that there is no more in that direction.
        nextForwardToken: `f/${String(to).padStart(10, "0")}`,
        nextBackwardToken: `b/${String(from).padStart(10, "0")}`,
      };
    },
  },
  FilterLogEvents: {
    readOnly: true,
    needs: (context) => needOn(context),
    run: (context) => {
      const { world, input } = context;
      const group = groupIn(context);
      const isKept = kept(group, world.nowMs);
      const fits = filterTest(input.optional("filterPattern") ?? "");
      const found = streamsIn(context)
        .flatMap(({ name, events }) => events.map((event) => ({ name, event })))
        .filter(({ event }) => isKept(event) && within(context)(event) && fits(event.message))
        .toSorted((a, b) => a.event.atMs - b.event.atMs);
      const { page, next } = pageOf(found, input, {
        token: "nextToken",
        max: "limit",
        size: 10_000,
        refuse,
      });
      return {
        events: page.map(({ name, event }) => ({
          logStreamName: name,
          ...written(event),
          eventId: idOf(name, event),
        })),
        searchedLogStreams: [],
        nextToken: next,
      };
    },
  },
});

function streamsIn(context: Ctx) {
  const { input } = context;
  const names = new Set(input.texts("logStreamNames"));
  const prefix = input.optional("logStreamNamePrefix");
  if (names.size > 0 && prefix !== null) {
    const message = "logStreamNamePrefix and logStreamNames cannot be given together.";
    throw refusal("InvalidParameterException", message);
  }
  return [...groupIn(context).streams.values()].filter(
    ({ name }) => (names.size === 0 || names.has(name)) && name.startsWith(prefix ?? ""),
  );
}

/** From the start time on, and before the end time. */
function within({ input }: Ctx): (event: LogEvent) => boolean {
  const from = input.number("startTime") ?? 0;
  const to = input.number("endTime") ?? Number.MAX_SAFE_INTEGER;
  return ({ atMs }) => atMs >= from && atMs < to;
}

/** The newest page where nothing else is asked for; a token goes on from where it was. */
function windowOf(count: number, size: number, { input }: Ctx): { from: number; to: number } {
  const token = input.optional("nextToken");
  if (token === null) {
    const from = input.flag("startFromHead") === true ? 0 : Math.max(0, count - size);
    return { from, to: Math.min(count, from + size) };
  }
  const found = /^([fb])\/(\d{10})$/.exec(token);
  if (!found) throw refuse();
  const at = Math.min(Number(found[2]), count);
  return found[1] === "f"
    ? { from: at, to: Math.min(count, at + size) }
    : { from: Math.max(0, at - size), to: at };
}

const written = ({ atMs, message }: LogEvent) => ({
  timestamp: atMs,
  message,
  ingestionTime: atMs,
});

/** Of equal events at one moment equal, which nobody minds. */
const idOf = (stream: string, { atMs, message }: LogEvent): string => {
  const hash = createHash("sha256").update(`${stream}\n${atMs}\n${message}`).digest("hex");
  return BigInt(`0x${hash.slice(0, 44)}`)
    .toString()
    .padStart(56, "0")
    .slice(-56);
};
