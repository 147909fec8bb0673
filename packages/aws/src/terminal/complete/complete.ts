import table from "./commands.json" with { type: "json" };
import { namesIn } from "./seen.ts";
import { typedAt, type Typed } from "./words.ts";

/** What may stand from `from` to the caret. */
export type Completion = { from: number; options: string[] };

type Context = {
  text: string;
  caret: number;
  /** Paths of the files that lie in the working folder. */
  files: readonly string[];
  /** What was printed so far, the oldest first. */
  outputs: readonly string[];
};

const optionsMax = 200;

const commands: Record<string, Record<string, string[]>> = table;
const copying = ["cp", "ls", "mb", "mv", "presign", "rb", "rm", "sync"];
const configuring = ["get", "list", "set"];

// As `help` lists them in the terminal.
const programs =
  "aws base64 cat cd clear cp curl cut date echo env exit export grep head help ls mkdir mv printf pwd python rm sleep sort tail tee touch tr uniq unset wc which".split(
    " ",
  );
const globals = ["--no-paginate", "--output", "--profile", "--query", "--region"];
const ofOperations = [
  "--cli-input-json",
  "--generate-cli-skeleton",
  "--max-items",
  "--page-size",
  "--starting-token",
];
/** Options with a few values that are known. */
const values = new Map([["--output", ["json", "table", "text", "yaml"]]]);
const valued = new Set(["--output", "--profile", "--query", "--region"]);

/** Completes a command of the AWS CLI, or of the shell around it. Null where nothing fits. */
export function completeCommand({ text, caret, files, outputs }: Context): Completion | null {
  const typed = typedAt(text, caret);
  const candidates = candidatesFor(typed, { files, outputs });
  const options = [...new Set(candidates)].filter((one) => one.startsWith(typed.word));
  return options.length > 0 ? { from: typed.from, options: options.slice(0, optionsMax) } : null;
}

type Around = Pick<Context, "files" | "outputs">;

function candidatesFor({ words, word }: Typed, around: Around): readonly string[] {
  // NAME=value before a command belongs to its surroundings.
  const start = words.findIndex((one) => !/^\w+=/.test(one));
  if (start < 0) return programs;
  const [program, ...rest] = words.slice(start);
  return program === "aws" ? awsCandidates(rest, word, around) : argument(word, around);
}

function awsCandidates(words: readonly string[], word: string, around: Around): readonly string[] {
  const last = words.at(-1) ?? "";
  if (values.has(last)) return values.get(last) ?? [];
  const [service, operation] = spoken(words);
  if (word.startsWith("-")) return optionsOf(service, operation);
  if (service === undefined) return [...services, "help"];
  if (operation === undefined) return [...operationsOf(service), "help"];
  return argument(word, around);
}

const services = [...Object.keys(commands), "configure", "s3"].toSorted();

function operationsOf(service: string): readonly string[] {
  if (service === "s3") return copying;
  if (service === "configure") return configuring;
  return Object.hasOwn(commands, service) ? Object.keys(commands[service] ?? {}) : [];
}

function optionsOf(service = "", operation = ""): readonly string[] {
  const known = Object.hasOwn(commands, service) ? commands[service] : {};
  const own = known && Object.hasOwn(known, operation) ? known[operation] : undefined;
  if (!own) return globals;
  return [...own.map((name) => `--${name}`), ...globals, ...ofOperations];
}

/** Service and operation: the words that are neither options nor values of the CLI's own options. */
const spoken = (words: readonly string[]): string[] =>
  words.filter((word, at) => !word.startsWith("-") && !valued.has(words[at - 1] ?? ""));

/** A file, or a name that was seen. Nothing is offered before a sign of it is typed: it would be everything. */
function argument(word: string, { files, outputs }: Around): readonly string[] {
  const scheme = /^fileb?:\/\//.exec(word)?.[0];
  if (scheme) return files.map((path) => scheme + path);
  if (word === "") return files;
  const offered = word.length < 8 && "file://".startsWith(word) ? ["file://"] : [];
  return [...files, ...offered, ...namesIn(outputs)];
}
