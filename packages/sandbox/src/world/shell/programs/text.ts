import { readText, spendChars, type Io, type Program, type Session } from "../session.ts";

/** Programs that print texts or change those that flow through. */
export const textPrograms: Record<string, Program> = {
  echo: (argv, io) => {
    const words = argv.slice(1);
    const noBreak = words[0] === "-n";
    io.out(words.slice(noBreak ? 1 : 0).join(" ") + (noBreak ? "" : "\n"));
    return 0;
  },
  printf: (argv, io, session) => {
    const [format = "", ...values] = argv.slice(1);
    // Once, and again as long as there are values left that the format takes.
    for (let round = 0; round === 0 || values.length > 0; round += 1) {
      const before = values.length;
      spendChars(session.budget, format.length);
      io.out(formatted(format, values));
      if (values.length === before) break;
    }
    return 0;
  },
  cat: (argv, io, session) =>
    each(argv, { io, session }, (text) => {
      io.out(text);
      return 0;
    }),
  head: (argv, io, session) => {
    const count = countOf(argv);
    return each(withoutCount(argv), { io, session }, (text) => {
      const lines = text.split("\n");
      io.out(lines.length <= count ? text : `${lines.slice(0, count).join("\n")}\n`);
      return 0;
    });
  },
  wc: (argv, io, session) =>
    each(argv, { io, session }, (text) => {
      const lines = text.split("\n").length - 1;
      const words = text.split(/\s+/).filter((one) => one !== "").length;
      const bytes = Buffer.byteLength(text);
      io.out(
        `${argv.includes("-l") ? lines : argv.includes("-c") ? bytes : `${lines} ${words} ${bytes}`}\n`,
      );
      return 0;
    }),
  /** Looks for a plain text, not for a pattern. */
  grep: (argv, io, session) => {
    const [wanted = "", ...paths] = argv.slice(1).filter((one) => !one.startsWith("-"));
    return each([argv[0]!, ...paths], { io, session }, (text) => {
      const lines = text.split("\n").filter((line) => line !== "" && line.includes(wanted));
      for (const line of lines) io.out(`${line}\n`);
      return lines.length > 0 ? 0 : 1;
    });
  },
  base64: (argv, io, session) =>
    each(argv, { io, session }, (text) => {
      const decode = argv.some((one) => one === "-d" || one === "--decode");
      io.out(
        decode
          ? Buffer.from(text, "base64").toString("utf8")
          : `${Buffer.from(text).toString("base64")}\n`,
      );
      return 0;
    }),
};

type Around = { io: Io; session: Session };

/** Takes each file that is named, or what flows in. The exit status is the worst. */
function each(argv: string[], { io, session }: Around, take: (text: string) => number): number {
  const paths = argv.slice(1).filter((one) => one === "-" || !/^-./.test(one));
  if (paths.length === 0) return take(io.stdin);
  let exit = 0;
  for (const path of paths) {
    const text = path === "-" ? io.stdin : readText(session, path);
    if (text === null) io.err(`${argv[0]}: ${path}: No such file or directory\n`);
    exit = Math.max(exit, text === null ? 1 : take(text));
  }
  return exit;
}

function countOf(argv: string[]): number {
  const found = /(?:^| )-(?:n ?)?([0-9]{1,6})(?: |$)/.exec(argv.slice(1, 3).join(" "));
  return found ? Number(found[1]) : 10;
}

function withoutCount(argv: string[]): string[] {
  return argv[1] === "-n" ? [argv[0]!, ...argv.slice(3)] : argv;
}

const escapes: Record<string, string> = { n: "\n", t: "\t", r: "\r", "\\": "\\", '"': '"' };

function formatted(format: string, values: string[]): string {
  return format.replaceAll(
    /\\([ntr"\\])|\\0?([0-7]{1,3})|\\x([0-9a-fA-F]{1,2})|%([sdibc%])/g,
    (whole, ...[escape, octal, hex, kind]: (string | undefined)[]) => {
      if (escape !== undefined) return escapes[escape] ?? whole;
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
      if (kind === "%") return "%";
      const value = values.shift() ?? "";
      if (kind === "d" || kind === "i") return String(Math.trunc(Number(value)) || 0);
      return kind === "c" ? value.slice(0, 1) : value;
    },
  );
}
