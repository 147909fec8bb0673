/** Whether a file may have this path: what the kind's action takes, which the server checks. */
export const isFileName = (path: string): boolean =>
  path.length <= 120 &&
  /^[\w.-]+(?:\/[\w.-]+)*$/.test(path) &&
  path.split("/").every((part) => part !== "." && part !== "..");
