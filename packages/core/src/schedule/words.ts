import { dayOf, daysBetween } from "../learner/days.ts";
import { todayAt, type When } from "./when.ts";

/** How long until then, as a button says it: "10 min", "tomorrow", "45 days", "3 months", "1.5 years". */
export function intervalWords(dueMs: number, when: When): string {
  const days = daysBetween(todayAt(when), dayOf(dueMs, when.offsetMinutes));
  const minutes = Math.max(1, Math.round((dueMs - when.now) / 60_000));
  if (minutes < 60) return `${minutes} min`;
  if (days <= 0) return `${Math.round(minutes / 60)} h`;
  if (days === 1) return "tomorrow";
  if (days < 61) return `${days} days`;
  if (days < 365) return months(Math.round(days / 30.4));
  return years(Math.round(days / 36.5) / 10);
}

const months = (number: number) => (number === 1 ? "1 month" : `${number} months`);
const years = (number: number) => (number === 1 ? "1 year" : `${number} years`);
