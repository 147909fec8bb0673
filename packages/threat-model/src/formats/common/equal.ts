/** Whether two values of JSON say the same; a property that is undefined counts as not there. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = new Set([...keysOf(one), ...keysOf(other)]);
  if (Array.isArray(one) && one.length !== (other as unknown[]).length) return false;
  return [...keys].every((key) => same(valueAt(one, key), valueAt(other, key)));
}

const keysOf = (value: object): string[] =>
  Object.keys(value).filter((key) => valueAt(value, key) !== undefined);

const valueAt = (value: object, key: string): unknown =>
  Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
