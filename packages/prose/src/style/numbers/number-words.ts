import { follows, type Token } from "../tokens.ts";

const small = new Map(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen twenty`
    .split(/\s+/)
    .map((word, value) => [word, value] as const),
);
const tens = new Map(
  "twenty thirty forty fifty sixty seventy eighty ninety"
    .split(" ")
    .map((word, at) => [word, (at + 2) * 10] as const),
);
const scales = new Map([
  ["hundred", 100],
  ["thousand", 1_000],
  ["million", 1_000_000],
  ["billion", 1_000_000_000],
  ["dozen", 12],
]);

type Read = { value: number; length: number };

/** A number in words that begins at a token, such as "twenty-five" or "two hundred and six". */
export function numberWordsAt(tokens: readonly Token[], at: number): Read | null {
  const lead = leadAt(tokens, at);
  let { value: current, length } = lead ?? groupAt(tokens, at) ?? { value: 0, length: 0 };
  if (length === 0) return null;
  let total = 0;
  for (;;) {
    const next = tokens[at + length];
    const scale = next && follows(next) ? scales.get(next.word) : undefined;
    if (scale !== undefined) {
      current *= scale;
      length += 1;
      if (scale >= 1000) {
        total += current;
        current = 0;
      }
      continue;
    }
    const more = groupAfterScale(tokens, at, length);
    if (more === null) return { value: total + current, length };
    current += more.value;
    length = more.length;
  }
}

// "a hundred" and "half a million": the article is part of the number only before a scale.
function leadAt(tokens: readonly Token[], at: number): Read | null {
  const first = tokens[at]?.word;
  if (first !== "a" && first !== "half") return null;
  const second = tokens[at + 1]?.word ?? "";
  if (first === "a") return scales.has(second) ? { value: 1, length: 1 } : null;
  if (second === "a" && scales.has(tokens[at + 2]?.word ?? "")) return { value: 0.5, length: 2 };
  return null;
}

function groupAt(tokens: readonly Token[], at: number): Read | null {
  const word = tokens[at]?.word ?? "";
  const ten = tens.get(word);
  if (ten === undefined) {
    const value = small.get(word);
    return value === undefined ? null : { value, length: 1 };
  }
  const next = tokens[at + 1];
  const unit = next && follows(next) ? small.get(next.word) : undefined;
  if (unit === undefined || unit < 1 || unit > 9) return { value: ten, length: 1 };
  return { value: ten + unit, length: 2 };
}

function groupAfterScale(tokens: readonly Token[], at: number, length: number): Read | null {
  if (!scales.has(tokens[at + length - 1]?.word ?? "")) return null;
  const joined = tokens[at + length];
  if (!joined || !follows(joined)) return null;
  const skip = joined.word === "and" ? 1 : 0;
  const first = tokens[at + length + skip];
  if (!first || !follows(first)) return null;
  const group = groupAt(tokens, at + length + skip);
  return group && { value: group.value, length: length + skip + group.length };
}
