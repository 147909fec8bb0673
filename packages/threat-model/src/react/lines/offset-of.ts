/** Where a line and a column, both counted from 1, stand in a text; its end where there is no such place. */
export function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split("\n");
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  const inLine = Math.min(column - 1, lines[line - 1]?.length ?? 0);
  return Math.min(before + inLine, text.length);
}
