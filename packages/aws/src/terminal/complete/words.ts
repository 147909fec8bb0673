/** The command under the caret: its finished words, and the one that is being written. */
export type Typed = {
  words: string[];
  /** What of the last word stands before the caret, without its opening quote. */
  word: string;
  /** Where `word` begins in the text. */
  from: number;
};

type Reading = { words: string[]; word: string; from: number; inWord: boolean; quote: string };

/** What ends a command, so that another begins after it. */
const ends = new Set(["|", ";", "&", "\n", "(", "`"]);
const blank = new Set([" ", "\t"]);

/** Reads the line up to the caret as the shell would: quotes keep a word together, a pipe begins a command. */
export function typedAt(text: string, caret: number): Typed {
  let now: Reading = { words: [], word: "", from: 0, inWord: false, quote: "" };
  for (let at = 0; at < caret; at += 1) {
    const sign = text[at] ?? "";
    if (sign === "\\" && now.quote !== "'" && at + 1 < caret) {
      at += 1;
      // A line that goes on is one command; any other sign stands for itself.
      now = text[at] === "\n" ? finished(now) : taken(now, text[at] ?? "", at - 1);
    } else if (now.quote) now = quoted(now, sign);
    else if (sign === '"' || sign === "'") now = opened(now, sign, at);
    else if (blank.has(sign)) now = finished(now);
    else if (ends.has(sign)) now = { words: [], word: "", from: at, inWord: false, quote: "" };
    else now = taken(now, sign, at);
  }
  return { words: now.words, word: now.word, from: now.inWord ? now.from : caret };
}

const taken = (now: Reading, sign: string, at: number): Reading => ({
  ...now,
  word: now.word + sign,
  from: now.inWord ? now.from : at,
  inWord: true,
});

const quoted = (now: Reading, sign: string): Reading =>
  sign === now.quote ? { ...now, quote: "" } : { ...now, word: now.word + sign };

const opened = (now: Reading, sign: string, at: number): Reading => ({
  ...now,
  quote: sign,
  from: now.inWord ? now.from : at + 1,
  inWord: true,
});

const finished = (now: Reading): Reading =>
  now.inWord
    ? { words: [...now.words, now.word], word: "", from: 0, inWord: false, quote: "" }
    : now;
