const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (one) => escapes[one]!);

/**
 * Markdown of a card as the HTML that a field of Anki holds. All of it is escaped first, so nothing that stands
 * in a card can run there; what is drawn beyond text is code and stress.
 */
export function toHtml(markdown: string): string {
  const parts = markdown.split(/^(~~~|```)[^\n]*\n([\s\S]*?)\n\1[ \t]*$/m);
  // Split gives text, fence and code in turn.
  return parts
    .map((part, at) => {
      if (at % 3 === 1) return "";
      if (at % 3 === 2) return `<pre>${escapeHtml(part)}</pre>`;
      return escapeHtml(part.trim())
        .replaceAll(/`([^`\n]+)`/g, "<code>$1</code>")
        .replaceAll(/\*\*([^*\n]+)\*\*/g, "<b>$1</b>")
        .replaceAll("\n", "<br>");
    })
    .join("");
}

/** The text of a field without its HTML: what Anki sorts and compares by. */
export const textOf = (html: string): string => fromHtml(html).replaceAll(/\s+/g, " ").trim();

const named: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/** A field of Anki as text: line ends where HTML has them, no tags, and nothing of scripts and styles. */
export const fromHtml = (html: string): string =>
  html
    .replaceAll(/<(script|style)\b[^>]*>[\s\S]*?(<\/\1\s*>|$)/gi, "")
    .replaceAll(/<!--[\s\S]*?(-->|$)/g, "")
    .replaceAll(/<br\s*\/?>|<\/(div|p|li|tr|pre|h[1-6])\s*>/gi, "\n")
    .replaceAll(/<\/?code\b[^>]*>/gi, "`")
    .replaceAll(/<\/?(b|strong)\b[^>]*>/gi, "**")
    .replaceAll(/<\/?[a-z!][^>]*>/gi, "")
    .replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, decoded)
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();

function decoded(whole: string, ...[decimal, hex, name]: (string | undefined)[]): string {
  if (name !== undefined) return named[name.toLowerCase()] ?? whole;
  const point = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
}
