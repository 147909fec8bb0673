/** Where a quotation stands in a text; lines may be broken anywhere. Null where it does not. */
export function placeOf(text: string, quote: string): { start: number; end: number } | null {
  const words = quote.trim().split(/\s+/).map(escaped);
  const found = new RegExp(words.join("\\s+")).exec(text);
  return found ? { start: found.index, end: found.index + found[0].length } : null;
}

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
