import { describe, expect, it } from "vitest";

import { drill } from "../learner/fixture.ts";
import { calendarOf, type Plan, type PlanItem } from "./index.ts";

const stamp = { madeAt: "2026-03-02T08:15:30.123Z", interview: null };

const work = (title: string): PlanItem => ({
  id: title,
  what: "drill",
  drill: drill({ title }),
  part: null,
  again: false,
  minutes: 20,
  why: "Not tried yet.",
});

const planOf = (...titles: string[]): Plan => ({
  days: [
    { day: "2026-02-28", minutes: 20, items: titles.map(work), note: null, rest: false },
    { day: "2026-03-01", minutes: 0, items: [], note: "A rest day.", rest: true },
    { day: "2026-03-02", minutes: 0, items: [], note: "The day.", rest: false },
  ],
  leftOut: [],
});

/** Reads content lines as section 3.1 of RFC 5545 tells to. */
const read = (text: string): string[] => text.replaceAll("\r\n ", "").split("\r\n").slice(0, -1);

const valueOf = (text: string, name: string): string[] =>
  read(text).flatMap((line) => (line.startsWith(name) ? [line.slice(line.indexOf(":") + 1)] : []));

/** TEXT of section 3.3.11, read back. */
const unescaped = (text: string): string =>
  text.replaceAll(/\\(.)/g, (_all, one: string) => (one.toLowerCase() === "n" ? "\n" : one));

describe("calendarOf", () => {
  it("is one event for each day with work, and one for the interview", () => {
    const interview = { on: "2026-03-02", title: "Phone screen" };
    expect(calendarOf(planOf("One"), { ...stamp, interview }).split("\r\n")).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Loopwright//Plan//EN",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      "X-WR-CALNAME:Loopwright",
      "BEGIN:VEVENT",
      "UID:plan-2026-02-28@loopwright",
      "DTSTAMP:20260302T081530Z",
      "DTSTART;VALUE=DATE:20260228",
      "DTEND;VALUE=DATE:20260301",
      "SUMMARY:Loopwright: 20 minutes",
      "DESCRIPTION:20 min: One",
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
      "BEGIN:VEVENT",
      "UID:plan-2026-03-02@loopwright",
      "DTSTAMP:20260302T081530Z",
      "DTSTART;VALUE=DATE:20260302",
      "DTEND;VALUE=DATE:20260303",
      "SUMMARY:Phone screen",
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });

  it.each([
    ["a comma, a semicolon, a backslash", String.raw`A, b; c\d`],
    ["a colon and quotes, which stay", 'Say "a: b"'],
    ["what looks like a property", "One\r\nEND:VCALENDAR"],
    ["a long title of one octet each", "a".repeat(300)],
    ["a long title of two octets each", "ü".repeat(300)],
    ["a long title of four octets each", "🔐".repeat(100)],
  ])("says %s so that it reads back", (_what, title) => {
    const text = calendarOf(planOf(title, "Two"), stamp);
    const lines = text.split("\r\n");
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    // No character is torn apart: each line is well-formed by itself.
    expect(lines.every((line) => Buffer.from(line).toString() === line)).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(valueOf(text, "END")).toEqual(["VEVENT", "VCALENDAR"]);
    expect(unescaped(valueOf(text, "DESCRIPTION")[0]!)).toBe(
      `20 min: ${title.replaceAll("\r\n", "\n")}\n20 min: Two`,
    );
  });

  it("drops control characters, which TEXT cannot hold", () => {
    const text = calendarOf(planOf("A\u0000b\u0007c"), stamp);
    expect(valueOf(text, "DESCRIPTION")).toEqual(["20 min: Abc"]);
  });

  it("keeps a day's UID when the plan changes", () => {
    const [before, after] = [calendarOf(planOf("One"), stamp), calendarOf(planOf("Two"), stamp)];
    expect(valueOf(before, "UID")).toEqual(valueOf(after, "UID"));
    expect(before).not.toBe(after);
  });
});
