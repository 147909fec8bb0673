type Here = { end: string; tabs: boolean };
type State = {
  /** The quote that is open, or empty. */
  quote: string;
  /** Brackets of `$(` that are open. */
  depth: number;
  /** Here-documents whose lines follow. */
  heres: readonly Here[];
  /** The line ends with a sign that wants another. */
  goesOn: boolean;
};

const begin: State = { quote: "", depth: 0, heres: [], goesOn: false };

/**
 * Cuts a text into the commands that a shell would run one after the other. Lines that belong together stay together:
 * here-documents, open quotes and brackets, lines that end with a backslash or a pipe. `open`: the last is unfinished.
 */
export function commandsOf(text: string): { commands: string[]; open: boolean } {
  const commands: string[] = [];
  let lines: string[] = [];
  let state = begin;
  for (const line of text.replaceAll(/\r\n?/g, "\n").split("\n")) {
    if (lines.length === 0 && line.trim() === "") continue;
    lines.push(line);
    state = after(line, state);
    if (state.quote || state.depth > 0 || state.heres.length > 0 || state.goesOn) continue;
    commands.push(lines.join("\n"));
    lines = [];
  }
  if (lines.length > 0) commands.push(lines.join("\n"));
  return { commands, open: lines.length > 0 };
}

function after(line: string, state: State): State {
  const [here, ...others] = state.heres;
  if (!here) return scanned(line, { ...state, goesOn: false });
  const text = here.tabs ? line.replace(/^\t+/, "") : line;
  return text === here.end ? { ...state, heres: others } : state;
}

const sign =
  /\\[^]?|(?<quote>['"])|(?<open>\$\()|(?<close>\))|<<<|<<(?<tabs>-?)[ \t]*(?<end>'[^']*'|"[^"]*"|[^\s|;<>&()]+)|(?<=^|[ \t;|&])(?<comment>#)/g;

function scanned(line: string, state: State): State {
  let { quote, depth } = state;
  const heres: Here[] = [];
  let told = line;
  const signs = new RegExp(sign);
  for (let match = signs.exec(line); match; match = signs.exec(line)) {
    const { 0: found, index, groups = {} } = match;
    if (isPlain(found, quote)) signs.lastIndex = index + 1;
    else if (groups["quote"]) quote = quote ? "" : found;
    else if (groups["open"]) depth += 1;
    else if (groups["close"]) depth = Math.max(0, depth - 1);
    else if (groups["end"] !== undefined) heres.push(hereOf(groups));
    else if (groups["comment"]) {
      told = line.slice(0, index);
      break;
    }
  }
  return { quote, depth, heres, goesOn: goesOn(told) };
}

/** In quotes only their end counts, and in double ones a backslash with what it escapes. */
const isPlain = (found: string, quote: string): boolean =>
  quote !== "" && found !== quote && !(quote === '"' && found.startsWith("\\"));

const hereOf = ({ end = "", tabs }: Record<string, string | undefined>): Here => ({
  end: end.replaceAll(/['"]/g, ""),
  tabs: tabs === "-",
});

/** An odd number of backslashes, or a sign that joins two commands. */
function goesOn(line: string): boolean {
  const slashes = /\\*$/.exec(line)?.[0].length ?? 0;
  return slashes % 2 === 1 || /(?:\||&&)[ \t]*$/.test(line);
}
