/**
 * The anchors of a text's headings, in their order: lower-case words joined by hyphens. A heading that
 * occurs again gets a number, so that each has an anchor of its own: "sources", "sources-2".
 */
export function anchorsOf(headings: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const words = heading.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ["part"];
    const anchor = words.join("-");
    const times = (seen.get(anchor) ?? 0) + 1;
    seen.set(anchor, times);
    return times === 1 ? anchor : `${anchor}-${times}`;
  });
}
