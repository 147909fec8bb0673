/**
 * Paths at which a file that was read and written again no longer says what it said. Members of lists are
 * known by their id, where they have one, and else by their place. For tests.
 */
export function untold(before: unknown, after: unknown, path = ""): string[] {
  if (Array.isArray(before)) {
    return before.flatMap((one, index) => {
      const id = idOf(one);
      const others: unknown[] = Array.isArray(after) ? after : [];
      const other = id === undefined ? others[index] : others.find((two) => idOf(two) === id);
      return untold(one, other, `${path}[${id ?? index}]`);
    });
  }
  if (typeof before !== "object" || before === null) return before === after ? [] : [path];
  return Object.entries(before).flatMap(([key, one]) =>
    untold(
      one,
      (after as Record<string, unknown> | undefined)?.[key],
      path === "" ? key : `${path}.${key}`,
    ),
  );
}

const idOf = (value: unknown): string | number | undefined =>
  (value as { id?: string | number } | null)?.id;
