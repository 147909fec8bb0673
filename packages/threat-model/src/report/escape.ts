/**
 * Names and notes may hold anything: they are kept as they are, and escaped for each place that they go to.
 */

const htmlNames: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

// XML cannot say these at all, not even escaped. Lone halves of surrogate pairs are no characters either.
const unsayable =
  // oxlint-disable-next-line no-control-regex
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Without what no file can say. */
export const sayable = (text: string): string => text.replace(unsayable, "\ufffd");

/** For text and quoted attributes of HTML and of SVG. */
export const escapeHtml = (text: string): string =>
  sayable(text).replace(/[&<>"']/g, (one) => htmlNames[one]!);

/**
 * For running text of Markdown, on one line. `<` becomes an entity: in many renderers a backslash
 * does not stop an HTML tag.
 */
export const escapeMarkdown = (text: string): string =>
  sayable(text)
    .replace(/\s+/g, " ")
    .trimStart()
    .replace(/[\\`*_[\]|~#!]/g, (one) => `\\${one}`)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    // A list or a heading would begin, or an address would become a link.
    .replace(/^(\d*)([-+.)])(?=\s|$)/, "$1\\$2")
    .replace(/\b(https?|ftp|mailto|javascript|data):/gi, "$1&#58;")
    .replace(/\bwww\./gi, "www&#46;");
