/** Code as Markdown has it, in fences or in line: there nothing needs to be escaped. */
const code = /(^(?:~~~|```)[^\n]*\n[\s\S]*?\n(?:~~~|```)[ \t]*$|`[^`\n]+`)/m;

/** A tag, or a named character: drawing one by name needs HTML, which the page's policy on scripts refuses. */
const html = /<|&(?=[a-z][a-z0-9]*;)/gi;

/**
 * A card's text as Markdown in which HTML is text: a card on script injection shows its script, and no card can
 * hide anything in a tag.
 */
export const withoutHtml = (text: string): string =>
  text
    .split(code)
    .map((part, at) => (at % 2 === 1 ? part : part.replaceAll(html, numbered)))
    .join("");

const numbered = (sign: string): string => `&#${sign.charCodeAt(0)};`;
