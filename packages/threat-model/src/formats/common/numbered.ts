/** 20000000 → "20,000,000". */
export const numbered = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ",");

/** "1 element", "12 elements". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${numbered(count)} ${count === 1 ? one : many}`;

/** "a", "a and b", "a, b and c". */
export function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** "Why: 12 elements and 1 flow are not in the file."; nothing where there is nothing. */
export function notInFile(why: string, counts: readonly (readonly [number, string])[]): string[] {
  const said = counts.filter(([count]) => count > 0);
  const total = said.reduce((sum, [count]) => sum + count, 0);
  const parts = listed(said.map(([count, name]) => counted(count, name)));
  return total === 0 ? [] : [`${why}: ${parts} ${total === 1 ? "is" : "are"} not in the file.`];
}
