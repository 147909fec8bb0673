/** The interpreter asks this thread for the local time; everywhere it gets the same one. */
export function useUtc() {
  const prototype = Date.prototype;
  const names = ["Date", "Day", "FullYear", "Hours", "Minutes", "Month", "Seconds"];
  for (const name of names) {
    Reflect.set(prototype, `get${name}`, Reflect.get(prototype, `getUTC${name}`));
  }
  Reflect.set(prototype, "getTimezoneOffset", () => 0);
}
