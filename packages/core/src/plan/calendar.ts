import { addDays, type Day } from "../learner/index.ts";
import type { Plan, PlanDay, PlanItem } from "./shapes.ts";

type Stamp = {
  /** When the plan was made, as an ISO moment. */
  madeAt: string;
  /** The interview, where there is a day for it. */
  interview: { on: Day; title: string } | null;
};

/**
 * The plan as an iCalendar stream (RFC 5545): one event for each day with work, and one for the interview. They
 * last all day and leave it free, since only the learner knows the hour. A day keeps its UID, so that a file that
 * is imported again replaces what stood there.
 */
export function calendarOf({ days }: Plan, { madeAt, interview }: Stamp): string {
  const stamp = `${madeAt.replaceAll(/[-:]/g, "").slice(0, 15)}Z`;
  const events = days.flatMap((day) => {
    if (day.day === interview?.on) {
      return event({ stamp, day: day.day, summary: interview.title, description: "" });
    }
    if (day.items.length === 0) return [];
    const summary = `Loopwright: ${day.minutes} ${day.minutes === 1 ? "minute" : "minutes"}`;
    return event({ stamp, day: day.day, summary, description: description(day) });
  });
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Loopwright//Plan//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "X-WR-CALNAME:Loopwright",
    ...events,
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

type Event = { stamp: string; day: Day; summary: string; description: string };

const event = ({ stamp, day, summary, description }: Event): string[] => [
  "BEGIN:VEVENT",
  `UID:plan-${day}@loopwright`,
  `DTSTAMP:${stamp}`,
  `DTSTART;VALUE=DATE:${dateOf(day)}`,
  // The end is the first day that is not in it any more.
  `DTEND;VALUE=DATE:${dateOf(addDays(day, 1))}`,
  `SUMMARY:${escaped(summary)}`,
  ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
  "TRANSP:TRANSPARENT",
  "END:VEVENT",
];

const dateOf = (day: Day): string => day.replaceAll("-", "");

const description = ({ items, note }: PlanDay): string =>
  [...(note ? [note] : []), ...items.map(itemWords)].join("\n");

function itemWords(item: PlanItem): string {
  if (item.what === "cards") return `${item.minutes} min: ${item.count} cards`;
  const { drill, part, minutes } = item;
  return `${minutes} min: ${drill.title}${part ? `, part ${part.at} of ${part.of}` : ""}`;
}

/** TEXT of section 3.3.11. Other control characters have no place in it. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll(/\r\n|\r|\n/g, String.raw`\n`)
    // oxlint-disable-next-line no-control-regex -- a title may hold anything
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");

const octets = new TextEncoder();
const lineOctetsMax = 75;

/** Section 3.1: at most 75 octets on a line, and no character torn apart; what goes on begins with a space. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let length = 0;
  for (const character of line) {
    const size = octets.encode(character).length;
    if (length + size > lineOctetsMax) {
      parts.push(part);
      part = "";
      length = 1;
    }
    part += character;
    length += size;
  }
  return [...parts, part].join("\r\n ");
}
