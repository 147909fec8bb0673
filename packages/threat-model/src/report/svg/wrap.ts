/** Mean width of a character by its size, in sans-serif; capitals and wide scripts are counted apart. */
const narrow = 0.54;
const wide = 1;
const wideLetter =
  /[A-Z@%MW\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uff60\u{1f000}-\u{1faff}]/u;

/** In pixels, for text of that size. A guess: nothing here can measure. */
export function widthOf(text: string, size: number): number {
  let sum = 0;
  for (const letter of text) {
    sum += wideLetter.test(letter) ? (letter.charCodeAt(0) < 128 ? 0.7 : wide) : narrow;
  }
  return sum * size;
}

type Room = { width: number; size: number; lines: number };

/** Lines that fit the width, cut with an ellipsis where there are too many; long words are broken. */
export function wrapped(text: string, { width, size, lines }: Room): string[] {
  const found: string[] = [];
  let line = "";
  for (const word of text
    .trim()
    .split(/\s+/)
    .flatMap((one) => broken(one, { width, size }))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (widthOf(longer, size) <= width) line = longer;
    else {
      if (line !== "") found.push(line);
      line = word;
    }
    if (found.length > lines) break;
  }
  if (line !== "") found.push(line);
  if (found.length <= lines) return found;
  const last = Array.from(found[lines - 1]!);
  while (last.length > 1 && widthOf(`${last.join("")}…`, size) > width) last.pop();
  return [...found.slice(0, lines - 1), `${last.join("").trimEnd()}…`];
}

function broken(word: string, { width, size }: Omit<Room, "lines">): string[] {
  if (widthOf(word, size) <= width) return [word];
  const parts: string[] = [];
  let part = "";
  for (const letter of word) {
    if (part !== "" && widthOf(part + letter, size) > width) {
      parts.push(part);
      part = "";
    }
    part += letter;
    // More than anybody reads; the rest is cut anyway.
    if (parts.length > 6) return parts;
  }
  return [...parts, part];
}
