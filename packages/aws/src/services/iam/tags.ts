export const toTags = (tags: ReadonlyMap<string, string>) =>
  [...tags].map(([Key, Value]) => ({ Key, Value }));

/** Condition keys of a request that sets tags. */
export function tagContext(
  tags: Readonly<Record<string, string>>,
): Record<string, string | string[]> {
  const keys = Object.keys(tags);
  if (keys.length === 0) return {};
  const values = keys.map((key) => [`aws:RequestTag/${key}`, tags[key]!] as const);
  return { ...Object.fromEntries(values), "aws:TagKeys": keys };
}
