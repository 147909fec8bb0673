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
