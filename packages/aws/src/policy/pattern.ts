/** A piece of a pattern: a literal, a wildcard, or a variable whose value the request has. */
type Token =
  | { is: "char"; char: string }
  | { is: "one"; segment: boolean }
  | { is: "many"; segment: boolean }
  | { is: "variable"; key: string; fallback: string | null };

/** Gives the value of a policy variable, null where the request has none. */
export type Resolve = (key: string) => string | null;

/**
 * A text with `*` and `?`, and in version 2012-10-17 with variables.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export type Pattern = {
  text: string;
  /** Null where a variable has no value: such a pattern matches nothing, whichever way it is asked. */
  matches: (value: string, resolve: Resolve) => boolean | null;
};

type PatternOptions = {
  variables: boolean;
  /** Off where a text has to be the same, as in StringEquals. */
  wildcards?: boolean;
  /** Actions, and operators that ignore case. */
  ignoreCase?: boolean;
  /** ARNs of resources; see `segmented`. */
  arn?: boolean;
};

const variable = /^\$\{([^{}]*)\}/;
/** The three ways to write a character that would otherwise mean something. */
const escapes = new Set(["*", "?", "$"]);

export function compilePattern(text: string, options: PatternOptions): Pattern {
  const { ignoreCase = false } = options;
  const read = tokensOf(text, options);
  const tokens = options.arn ? segmented(read) : read;
  const quick = quickMatch(tokens, ignoreCase);
  if (quick) return { text, matches: quick };
  const folded = ignoreCase ? lower(tokens) : tokens;
  const ready = tokens.some(({ is }) => is === "variable") ? filler(folded, ignoreCase) : null;
  return {
    text,
    matches: (value, resolve) => {
      const filled = ready ? ready(resolve) : folded;
      return filled && run(filled, ignoreCase ? value.toLowerCase() : value);
    },
  };
}

function tokensOf(text: string, { variables, wildcards = true }: PatternOptions): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const found = variables && text[at] === "$" ? variable.exec(text.slice(at, at + 512)) : null;
    if (found) {
      tokens.push(variableToken(found[1]!));
      at += found[0].length - 1;
    } else if (wildcards && text[at] === "*") tokens.push({ is: "many", segment: false });
    else if (wildcards && text[at] === "?") tokens.push({ is: "one", segment: false });
    else tokens.push({ is: "char", char: text[at]! });
  }
  return tokens;
}

function variableToken(inner: string): Token {
  if (escapes.has(inner)) return { is: "char", char: inner };
  const [, key = inner, fallback = null] = /^\s*([^,]*?)\s*,\s*'(.*)'\s*$/.exec(inner) ?? [];
  return { is: "variable", key, fallback };
}

/**
 * In the first five parts of an ARN a wildcard stays within its part, unless it ends it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
function segmented(tokens: readonly Token[]): Token[] {
  let colons = 0;
  return tokens.map((token, index) => {
    if (token.is === "char" && token.char === ":") colons += 1;
    if (colons >= 5 || (token.is !== "many" && token.is !== "one")) return token;
    const next = tokens[index + 1];
    const ends = next === undefined || (next.is === "char" && next.char === ":");
    return { ...token, segment: !(token.is === "many" && ends) };
  });
}

/** Most patterns are a text, a beginning, or everything. */
function quickMatch(tokens: readonly Token[], ignoreCase: boolean): Pattern["matches"] | null {
  const last = tokens.at(-1);
  const open = last?.is === "many" && !last.segment;
  const head = open ? tokens.slice(0, -1) : tokens;
  if (!head.every((one) => one.is === "char")) return null;
  const plain = head.map(({ char }) => char).join("");
  const text = ignoreCase ? plain.toLowerCase() : plain;
  const folded = (value: string) => (ignoreCase ? value.toLowerCase() : value);
  if (open) return (value) => folded(value).startsWith(text);
  return (value) => folded(value) === text;
}

/** Puts values in place of variables, and remembers the last: one principal asks many times. */
function filler(tokens: readonly Token[], ignoreCase: boolean) {
  const variables = tokens.filter((one) => one.is === "variable");
  let [last, filled]: [string | null, Token[]] = [null, []];
  return (resolve: Resolve): Token[] | null => {
    const values: string[] = [];
    for (const { key, fallback } of variables) {
      const value = resolve(key) ?? fallback;
      if (value === null) return null;
      values.push(ignoreCase ? value.toLowerCase() : value);
    }
    const known = values.join("\0");
    if (known === last) return filled;
    let next = 0;
    filled = tokens.flatMap((one) => (one.is === "variable" ? literal(values[next++]!) : [one]));
    last = known;
    return filled;
  };
}

/** What a request brings is text: a star in a session's name opens nothing. */
const literal = (value: string): Token[] =>
  value.split("").map((char): Token => ({ is: "char", char }));

const lower = (tokens: readonly Token[]): Token[] =>
  tokens.map((one) => (one.is === "char" ? { ...one, char: one.char.toLowerCase() } : one));

const run = (tokens: readonly Token[], value: string): boolean =>
  tokens.some((one) => "segment" in one && one.segment)
    ? runAll(tokens, value)
    : runGreedy(tokens, value);

/** Gives back at the last star alone, which is enough where a star takes anything. */
function runGreedy(tokens: readonly Token[], value: string): boolean {
  let [at, token] = [0, 0];
  let [star, from] = [-1, 0];
  while (at < value.length) {
    const one = tokens[token];
    if (one?.is === "many") [star, from] = [token++, at];
    else if (one && (one.is === "one" || (one.is === "char" && one.char === value[at]))) {
      at += 1;
      token += 1;
    } else if (star >= 0) {
      token = star + 1;
      at = ++from;
    } else return false;
  }
  while (tokens[token]?.is === "many") token += 1;
  return token === tokens.length;
}

/**
 * Follows all ways through the pattern at once. The worst of both is the product of the two lengths: a pattern of
 * a hundred stars is no way to stop the server.
 */
function runAll(tokens: readonly Token[], value: string): boolean {
  let states = skipped(tokens, new Set([0]));
  for (const char of value.split("")) {
    const next = new Set<number>();
    for (const state of states) step(tokens, { state, char, next });
    if (next.size === 0) return false;
    states = skipped(tokens, next);
  }
  return states.has(tokens.length);
}

function step(
  tokens: readonly Token[],
  { state, char, next }: { state: number; char: string; next: Set<number> },
): void {
  const token = tokens[state];
  if (token === undefined || token.is === "variable") return;
  if (token.is === "char") {
    if (token.char === char) next.add(state + 1);
    return;
  }
  if (token.segment && char === ":") return;
  next.add(token.is === "one" ? state + 1 : state);
}

/** A star may stand for nothing. Grows the set while it is walked. */
function skipped(tokens: readonly Token[], states: Set<number>): Set<number> {
  for (const state of states) if (tokens[state]?.is === "many") states.add(state + 1);
  return states;
}
