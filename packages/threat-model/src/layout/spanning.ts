export type Edge = readonly [from: string, to: string];

/** The first edges that join what was not joined yet: enough to tell left from right, and never in a circle. */
export function spanning(edges: readonly Edge[]): Edge[] {
  const joined = new Map<string, string>();
  const root = (one: string): string => {
    let at = one;
    for (let next = joined.get(at); next !== undefined; next = joined.get(at)) at = next;
    // Later walks from here are short.
    if (at !== one) joined.set(one, at);
    return at;
  };
  return edges.filter(([from, to]) => {
    const [a, b] = [root(from), root(to)];
    if (a === b) return false;
    joined.set(a, b);
    return true;
  });
}
