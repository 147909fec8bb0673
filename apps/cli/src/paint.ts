import type { Verdict } from "@loopwright/core";

/** Colour where the terminal has it; marks always, since colour is never the only signal. */
export type Paint = ReturnType<typeof paintWith>;

export function paintWith(colour: boolean) {
  const code = (number: number) => (text: string) =>
    colour ? `\u001b[${number}m${text}\u001b[0m` : text;
  const paint = { bold: code(1), dim: code(2), green: code(32), red: code(31), yellow: code(33) };
  const marks: Record<Verdict, string> = {
    met: paint.green("●"),
    partly: paint.yellow("◐"),
    missed: paint.red("○"),
    unsure: paint.dim("?"),
  };
  return { ...paint, mark: (verdict: Verdict) => marks[verdict] };
}

export const indent = (text: string, by: string): string =>
  text
    .split("\n")
    .map((line) => `${by}${line}`)
    .join("\n");

const ours = String.raw`\u001b\[(?:0|1|2|31|32|33)m`;
// Line feeds and tabs stay. C1 is in it, since some terminals read it as ESC and a letter.
const control = String.raw`[\0-\x08\x0b-\x1f\x7f-\x9f]`;
const controls = new RegExp(`${ours}|${control}`, "g");

/**
 * What a terminal may be sent: drills that somebody shared, and what code under test answered, could
 * move its cursor, set its title or write its clipboard. Each control character is shown as JSON
 * writes it, so that --json stays JSON; colours, where there are any, are those of `paintWith`.
 */
export const printable = (text: string, colour: boolean): string =>
  text.replace(controls, (found) =>
    colour && found.length > 1
      ? found
      : found.replace(
          /[^\x20-\x7e]/,
          (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
        ),
  );
