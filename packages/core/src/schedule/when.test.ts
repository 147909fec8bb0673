import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { addDays, dayOf } from "../learner/days.ts";
import { heldTo, type When } from "./when.ts";

const ms = (iso: string) => Date.parse(iso);
const when = (now: string, interviewOn: string | null, offsetMinutes = 0): When => ({
  now: ms(now),
  interviewOn,
  offsetMinutes,
});
const monday = "2026-03-02T10:00:00Z";

describe("a due date when the interview moves", () => {
  it.each<[string, string, When, string]>([
    [
      "stays without an interview",
      "2026-05-01T04:00:00Z",
      when(monday, null),
      "2026-05-01T04:00:00Z",
    ],
    [
      "stays before the last day",
      "2026-03-04T04:00:00Z",
      when(monday, "2026-03-06"),
      "2026-03-04T04:00:00Z",
    ],
    [
      "stays on the last day",
      "2026-03-05T23:59:59.999Z",
      when(monday, "2026-03-06"),
      "2026-03-05T23:59:59.999Z",
    ],
    [
      "comes forward to its morning",
      "2026-03-06T00:00:00Z",
      when(monday, "2026-03-06"),
      "2026-03-05T04:00:00Z",
    ],
    [
      "in the learner's own zone",
      "2026-05-01T04:00:00Z",
      when(monday, "2026-03-06", 330),
      "2026-03-04T22:30:00Z",
    ],
    [
      "also on the last day itself",
      "2026-05-01T04:00:00Z",
      when(monday, "2026-03-03"),
      "2026-03-02T04:00:00Z",
    ],
    [
      "stays on the day of the interview",
      "2026-05-01T04:00:00Z",
      when(monday, "2026-03-02"),
      "2026-05-01T04:00:00Z",
    ],
  ])("%s", (_what, due, at, held) => {
    expect(new Date(heldTo(ms(due), at)).toISOString()).toBe(new Date(ms(held)).toISOString());
  });

  it("never passes the last day, comes only forward, and stays where it came", () => {
    const moment = fc.integer({ min: ms("2025-01-01"), max: ms("2027-01-01") });
    const offset = fc.constantFrom(-720, -480, 0, 60, 330, 840);
    const inDays = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(moment, moment, offset, inDays, (now, due, offsetMinutes, days) => {
        const interviewOn = addDays(dayOf(now, offsetMinutes), days);
        const held = heldTo(due, { now, offsetMinutes, interviewOn });
        expect(dayOf(held, offsetMinutes) < interviewOn).toBe(true);
        expect(held).toBeLessThanOrEqual(due);
        expect(heldTo(held, { now, offsetMinutes, interviewOn })).toBe(held);
      }),
    );
  });
});
