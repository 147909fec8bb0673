const locale = "en-GB";

const dayAndMonth = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long" });
const withYear = new Intl.DateTimeFormat(locale, {
  day: "numeric",
  month: "long",
  year: "numeric",
});

/** "21 November", with the year where it is another one. */
export function dateWords(iso: string, now: Date = new Date()): string {
  const date = new Date(iso);
  return (date.getFullYear() === now.getFullYear() ? dayAndMonth : withYear).format(date);
}

/** "5 to 10 min" */
export const minutesWords = ({ aim, limit }: { aim: number; limit: number }): string =>
  aim === limit ? `${limit} min` : `${aim} to ${limit} min`;

/** count(2, "drill") is "2 drills". */
export const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? "" : "s"}`;
