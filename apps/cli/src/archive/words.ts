/** "3 attempts, 1 document": what a person calls their own, of all that an archive holds. */
export function rowsInWords(rows: Readonly<Record<string, number>>): string {
  const named = [
    ["attempts", "attempt", "attempts"],
    ["documents", "document", "documents"],
    ["reviews", "review of a card", "reviews of cards"],
  ] as const;
  return named
    .map(([table, one, many]) => [rows[table] ?? 0, one, many] as const)
    .map(([count, one, many]) => `${count} ${count === 1 ? one : many}`)
    .join(", ");
}

/** Such as 2026-03-02-0915, for names of files: they sort by time. */
export const stampOf = (now: Date): string =>
  now.toISOString().slice(0, 16).replace("T", "-").replace(":", "");
