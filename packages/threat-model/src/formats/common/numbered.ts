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
