import type { View } from "./state.ts";

/** Tags of a resource as EC2 writes them; an empty list where it has none. */
export const tagsOf = ({ state }: View, id: string) =>
  [...(state.tags.get(id) ?? [])].map(([Key, Value]) => ({ Key, Value }));

/** What follows the first hyphen: from it follow ids of associations, which nothing else needs. */
export const tailOf = (id: string): string => id.slice(id.indexOf("-") + 1);
