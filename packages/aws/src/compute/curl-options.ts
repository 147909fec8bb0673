/** What of curl's options makes a difference here. */
export type Asked = {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string;
  /** The status line before the answer. */
  include: boolean;
  /** An error instead of the page from 400 on. */
  fail: boolean;
  silent: boolean;
  /** A file for the answer; null for standard output. */
  output: string | null;
};

const valued: Readonly<Record<string, string>> = {
  X: "request",
  H: "header",
  d: "data",
  o: "output",
  m: "max-time",
  A: "user-agent",
};
const plain: Readonly<Record<string, string>> = {
  s: "silent",
  S: "show-error",
  f: "fail",
  i: "include",
  v: "verbose",
  L: "location",
  k: "insecure",
  g: "globoff",
  "4": "ipv4",
};
const withValue: ReadonlySet<string> = new Set([
  ...Object.values(valued),
  "data-raw",
  "connect-timeout",
  "noproxy",
  "url",
]);
const without: ReadonlySet<string> = new Set(Object.values(plain));

type Option = [name: string, value: string];

/** Options and addresses in order; `-sX PUT` is two options. Null names an option that is not known. */
function optionsIn(args: readonly string[]): Option[] | { unknown: string } {
  const found: Option[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at]!;
    if (arg.startsWith("--")) {
      const name = arg.slice(2);
      if (!withValue.has(name) && !without.has(name)) return { unknown: arg };
      found.push([name, withValue.has(name) ? (args[(at += 1)] ?? "") : ""]);
      continue;
    }
    if (!arg.startsWith("-") || arg === "-") {
      found.push(["url", arg]);
      continue;
    }
    for (let letter = 1; letter < arg.length; letter += 1) {
      const one = arg[letter]!;
      if (Object.hasOwn(plain, one)) found.push([plain[one]!, ""]);
      else if (Object.hasOwn(valued, one)) {
        const rest = arg.slice(letter + 1);
        found.push([valued[one]!, rest === "" ? (args[(at += 1)] ?? "") : rest]);
        break;
      } else return { unknown: `-${one}` };
    }
  }
  return found;
}

export function readOptions(args: readonly string[]): Asked | { unknown: string } {
  const options = optionsIn(args);
  if ("unknown" in options) return options;
  const all = (name: string) => options.filter(([own]) => own === name).map(([, value]) => value);
  const last = (name: string) => all(name).at(-1);
  const body = [...all("data"), ...all("data-raw")].join("&");
  const headers = all("header").flatMap((line) => {
    const colon = line.indexOf(":");
    return colon < 1 ? [] : [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const];
  });
  return {
    url: last("url") ?? "",
    method: (last("request") ?? (body === "" ? "GET" : "POST")).toUpperCase(),
    headers: Object.fromEntries(headers),
    body,
    include: all("include").length > 0,
    fail: all("fail").length > 0,
    silent: all("silent").length > 0 && all("show-error").length === 0,
    output: last("output") ?? null,
  };
}
