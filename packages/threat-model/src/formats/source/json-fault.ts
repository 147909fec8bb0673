/**
 * Where a text stops being JSON, and why. Engines word this differently, and some leave out the place, so it
 * is looked for here once JSON.parse has refused. A loop and not a recursion: depth is the sender's choice.
 */
type Fault = { offset: number; reason: string };

type State = "value" | "first-value" | "first-key" | "key" | "colon" | "after";

const space = /[ \t\r\n]*/y;
const scalar = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

const expected: Readonly<Record<State, string>> = {
  value: "A value is missing here.",
  "first-value": "A value or ] is missing here.",
  "first-key": 'A name in "…" or } is missing here.',
  key: 'A name in "…" is missing here.',
  colon: "A colon is missing here.",
  after: "A comma or the closing bracket is missing here.",
};

/** Null where the text is JSON. */
export function jsonFault(text: string): Fault | null {
  const open: ("{" | "[")[] = [];
  let state: State = "value";
  let at = 0;
  for (;;) {
    at = match(space, text, at) ?? at;
    if (state === "after" && open.length === 0) {
      return at === text.length ? null : { offset: at, reason: "The text goes on after its end." };
    }
    if (at === text.length) {
      return { offset: at, reason: "The text ends too early; the file may be cut off." };
    }
    const sign = text[at]!;
    const moved = move(state, sign, open);
    if (moved) {
      state = moved;
      at += 1;
      continue;
    }
    const isKey: boolean = state === "first-key" || state === "key";
    if (state === "colon" || state === "after" || (isKey && sign !== '"')) {
      return { offset: at, reason: expected[state] };
    }
    const end: number | Fault | null =
      sign === '"' ? endOfString(text, at) : match(scalar, text, at);
    if (end === null) return { offset: at, reason: expected[state] };
    if (typeof end !== "number") return end;
    at = end;
    state = isKey ? "colon" : "after";
  }
}

/** The state after a bracket, comma or colon that may stand here; undefined for anything else. */
function move(state: State, sign: string, open: ("{" | "[")[]): State | undefined {
  const inside = open.at(-1);
  if ((state === "value" || state === "first-value") && (sign === "{" || sign === "[")) {
    open.push(sign);
    return sign === "{" ? "first-key" : "first-value";
  }
  if (state === "colon" && sign === ":") return "value";
  if (state === "after" && sign === ",") return inside === "{" ? "key" : "value";
  const closes =
    (inside === "{" && sign === "}" && (state === "after" || state === "first-key")) ||
    (inside === "[" && sign === "]" && (state === "after" || state === "first-value"));
  if (!closes) return undefined;
  open.pop();
  return "after";
}

function match(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

function endOfString(text: string, start: number): number | Fault {
  let at = start + 1;
  while (at < text.length) {
    const sign = text[at]!;
    if (sign === '"') return at + 1;
    if (sign < " ") {
      return { offset: at, reason: "A line break or control character stands inside of a text." };
    }
    if (sign === "\\") {
      const end = match(escape, text, at);
      const cutOff = end === null && /^\\(?:u[0-9a-fA-F]{0,3})?$/.test(text.slice(at, at + 7));
      if (end === null && !cutOff)
        return { offset: at, reason: "No such escape as after this \\." };
      at = end ?? text.length;
    } else at += 1;
  }
  return {
    offset: text.length,
    reason: "The text ends inside of a quoted text; the file may be cut off.",
  };
}
