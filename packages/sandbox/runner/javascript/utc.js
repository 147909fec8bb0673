/** The interpreter asks this thread for the local time; everywhere it gets the same one. */
export function useUtc() {
  const names = ["Date", "Day", "FullYear", "Hours", "Minutes", "Month", "Seconds"];
  for (const name of names) {
    Date.prototype[`get${name}`] = Date.prototype[`getUTC${name}`];
  }
  Date.prototype.getTimezoneOffset = () => 0;
}
