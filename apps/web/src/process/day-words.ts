import type { Day } from "@loopwright/core/learner";

const locale = "en-GB";
/** A day has no time zone: it is read and written in the same one. */
const timeZone = "UTC";

const plain = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", timeZone });
const withYear = new Intl.DateTimeFormat(locale, {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone,
});
const withWeekday = new Intl.DateTimeFormat(locale, {
  weekday: "long",
  day: "numeric",
  month: "long",
  timeZone,
});

const dateOf = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** "21 November", with the year where it is not that of today. */
export const dayWords = (day: Day, today: Day): string =>
  (day.slice(0, 4) === today.slice(0, 4) ? plain : withYear).format(dateOf(day));

/** "Saturday 21 November" */
export const weekdayWords = (day: Day): string => withWeekday.format(dateOf(day)).replace(",", "");

/** The Monday of its week. */
export function mondayOf(day: Day): Day {
  const date = dateOf(day);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}
