import { posix } from "node:path";

import { exchange, type Exchanged } from "../../net/net.ts";
import { writeFile } from "../../state.ts";
import { pathOf, readText, spendChars, type Io, type Program, type Session } from "../session.ts";

/** Programs that fetch over the fake network. Options that change nothing here are passed over. */
export const webPrograms: Record<string, Program> = {
  curl: (argv, io, session) => {
    const asked = curlOptions(argv.slice(1));
    return get(asked, io, session);
  },
  wget: (argv, io, session) => {
    const asked = wgetOptions(argv.slice(1));
    return get(asked, io, session);
  },
};

type Asked = {
  urls: string[];
  method: string | null;
  body: string[];
  /** Null prints. */
  output: string | null;
  headers: [string, string][];
  follow: boolean;
  withHead: boolean;
  failing: boolean;
};

const nothing = (): Asked => ({
  urls: [],
  method: null,
  body: [],
  output: null,
  headers: [],
  follow: false,
  withHead: false,
  failing: false,
});

type Option = (asked: Asked, value: string) => void;

const body: Option = (asked, value) => asked.body.push(value);
const method: Option = (asked, value) => (asked.method = value.toUpperCase());
const output: Option = (asked, value) => (asked.output = value === "-" ? null : value);
const file: Option = (asked, value) => asked.body.push(`@${value}`);
const header: Option = (asked, value) => {
  const [name = "", ...rest] = value.split(":");
  asked.headers.push([name.trim(), rest.join(":").trim()]);
};
const ignored: Option = () => {};

const curlTakes: Record<string, Option> = {
  "-X": method,
  "--request": method,
  "-o": output,
  "--output": output,
  "-H": header,
  "--header": header,
  "-d": body,
  "--data": body,
  "--data-raw": (asked, value) => asked.body.push(value),
  "--data-binary": body,
  "--data-urlencode": body,
  "-F": body,
  "--form": body,
  "-T": file,
  "--upload-file": file,
  "-u": ignored,
  "-A": ignored,
  "-e": ignored,
  "-m": ignored,
  "--max-time": ignored,
  "--connect-timeout": ignored,
  "-b": ignored,
  "-w": ignored,
  "--url": (asked, value) => asked.urls.push(value),
};

const wgetTakes: Record<string, Option> = {
  "-O": output,
  "--output-document": output,
  "--post-data": body,
  "--post-file": file,
  "--header": header,
  "--method": method,
  "--body-data": body,
  "--body-file": file,
  "-T": ignored,
  "--timeout": ignored,
  "-t": ignored,
  "--tries": ignored,
  "-U": ignored,
};

function curlOptions(words: string[]): Asked {
  const asked = read(words, curlTakes, (flags) => ({
    follow: flags.has("-L") || flags.has("--location"),
    withHead: flags.has("-i") || flags.has("-I") || flags.has("--head"),
    failing: flags.has("-f") || flags.has("--fail"),
    ...((flags.has("-I") || flags.has("--head")) && { method: "HEAD" }),
    ...((flags.has("-O") || flags.has("--remote-name")) && { output: "" }),
  }));
  return asked;
}

const wgetOptions = (words: string[]): Asked => {
  const asked = read(words, wgetTakes, () => ({ follow: true, failing: true }));
  const printed = words.some((word) => /^-\w*O-?$/.test(word)) && asked.output === null;
  return { ...asked, output: printed ? null : (asked.output ?? "") };
};

/** `-o file`, `-ofile`, `--output=file`, and short flags joined as in -sSL. */
function read(
  words: string[],
  takes: Record<string, Option>,
  byFlags: (flags: Set<string>) => Partial<Asked>,
): Asked {
  const asked = nothing();
  const flags = new Set<string>();
  const optionOf = (name: string) => (Object.hasOwn(takes, name) ? takes[name] : undefined);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    if (!/^-./.test(word)) {
      asked.urls.push(word);
      continue;
    }
    if (word.startsWith("--")) {
      const [name = "", ...rest] = word.split("=");
      const option = optionOf(name);
      if (option) option(asked, rest.length > 0 ? rest.join("=") : (words[(at += 1)] ?? ""));
      else flags.add(name);
      continue;
    }
    for (let letter = 1; letter < word.length; letter += 1) {
      const option = optionOf(`-${word[letter]}`);
      if (!option) flags.add(`-${word[letter]}`);
      else option(asked, word.slice(letter + 1) || (words[(at += 1)] ?? ""));
      if (option) break;
    }
  }
  return { ...asked, ...byFlags(flags) };
}

type Around = { io: Io; session: Session };

function get(asked: Asked, io: Io, session: Session): number {
  if (asked.urls.length === 0) {
    io.err("no URL specified\n");
    return 2;
  }
  let exit = 0;
  for (const url of asked.urls.slice(0, 20)) exit = getOne(asked, url, { io, session }) || exit;
  return exit;
}

function getOne(asked: Asked, given: string, { io, session }: Around): number {
  const local = /^file:\/\/[^/]*(\/.*)$/i.exec(given)?.[1];
  if (local !== undefined)
    return print(asked, { url: given, text: readText(session, local) }, { io, session });
  const seen = exchange(session.state, {
    method: asked.method ?? (asked.body.length > 0 ? "POST" : "GET"),
    url: /^[a-z][a-z0-9+.-]*:\/\//i.test(given) ? given : `http://${given}`,
    headers: asked.headers,
    body: asked.body.map((one) => contentOf(one, io, session)).join("&"),
    follow: asked.follow,
    max: 20,
  });
  if ("error" in seen) {
    io.err(`(${exits[seen.error.type]}) ${seen.error.message}\n`);
    return exits[seen.error.type];
  }
  if (asked.failing && seen.status >= 400) {
    io.err(`the server answered ${seen.status}\n`);
    return 22;
  }
  const text = (asked.withHead ? headOf(seen) : "") + seen.body;
  return print(asked, { url: given, text }, { io, session });
}

/** As curl ends for each. */
const exits = { url: 3, scheme: 1, name: 6, refused: 7, redirects: 47 } as const;

const headOf = ({ status, headers }: Exclude<Exchanged, { error: unknown }>) =>
  `HTTP/1.1 ${status}\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join("")}\n`;

/** `@file`, `@-` and `name=@file` send what the file holds. */
function contentOf(value: string, io: Io, session: Session): string {
  const found = /^([\w.-]+=)?[@<](.+)$/s.exec(value);
  if (!found) return value;
  const [, before = "", path] = found as unknown as [string, string | undefined, string];
  return before + (path === "-" ? io.stdin : (readText(session, path) ?? ""));
}

type Printed = { url: string; text: string | null };

function print(asked: Asked, { url, text }: Printed, { io, session }: Around): number {
  if (text === null) {
    io.err(`(37) could not read ${url}\n`);
    return 37;
  }
  spendChars(session.budget, text.length);
  if (asked.output === null) io.out(text);
  else {
    const name = asked.output === "" ? posix.basename(url.split(/[?#]/)[0]!) : asked.output;
    const path = pathOf(session, name || "index.html");
    if (path !== "/dev/null") writeFile(session.state, path, Buffer.from(text));
  }
  return 0;
}
