/** At the end of a line that a right check reports; taken away before anybody reads the file. */
const mark = " #!";

/** A text without its marks, and the numbers of the lines that had one. */
export function readMarks(marked: string): { text: string; lines: number[] } {
  const lines = marked.split("\n");
  return {
    text: lines
      .map((line) => (line.endsWith(mark) ? line.slice(0, -mark.length) : line))
      .join("\n"),
    lines: lines.flatMap((line, index) => (line.endsWith(mark) ? [index + 1] : [])),
  };
}
