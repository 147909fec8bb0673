import { anchorsOf } from "@loopwright/core/anchors";

/** A stretch of a guide under one heading. What stands before the first heading has none. */
export type Section = { heading: string | null; anchor: string | null; text: string };

const fence = /^\s{0,3}(```|~~~)/;
const headingLine = /^(#{1,6})\s+(.+?)\s*#*$/;

/** Cuts Markdown at its headings, whatever their depth. Texts are plain; empty sections are left out. */
export function sectionsOf(markdown: string): Section[] {
  const parts: { heading: string | null; lines: string[] }[] = [{ heading: null, lines: [] }];
  let inCode = false;
  for (const line of markdown.split("\n")) {
    if (fence.test(line)) inCode = !inCode;
    const heading = inCode ? null : headingLine.exec(line);
    if (heading) parts.push({ heading: inlineText(heading[2] ?? ""), lines: [] });
    else parts.at(-1)?.lines.push(line);
  }
  const anchors = anchorsOf(parts.flatMap(({ heading }) => heading ?? []));
  return parts
    .map(({ heading, lines }, index) => ({
      heading,
      // The part before the first heading has no anchor.
      anchor: heading === null ? null : (anchors[index - 1] ?? null),
      text: plainText(lines.join("\n")),
    }))
    .filter(({ heading, text }) => heading !== null || text !== "");
}

/** Markdown as one line of words: no markup, no addresses; cells of a table are parted by commas. */
export function plainText(markdown: string): string {
  return markdown
    .split("\n")
    .filter((line) => !fence.test(line) && !/^\s*\|?[\s:|-]*-{3,}[\s:|-]*$/.test(line))
    .map((line) => {
      const row = /^\s*\|(.*)\|\s*$/.exec(line)?.[1];
      if (row === undefined) return line.replace(/^\s*(?:>|[-*+]|\d+\.|#{1,6})\s+/, "");
      const cells = row.split("|").map((cell) => cell.trim());
      return `${cells.filter((cell) => cell !== "").join(", ")}.`;
    })
    .map(inlineText)
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Text of a line: a link's words stay and its address goes; code keeps its characters. */
function inlineText(line: string): string {
  return line
    .split(/(`[^`]*`)/)
    .map((part) => (/^`.*`$/.test(part) ? part.slice(1, -1) : withoutMarks(part)))
    .join("")
    .trim();
}

const withoutMarks = (part: string): string =>
  part
    .replace(/!?\[([^\]]*)\]\([^)\s]*\)/g, "$1")
    .replace(/:?\s*<?https?:\/\/[^\s>)]+>?/g, "")
    .replace(/(\*\*|__|~~)/g, "")
    .replace(/(^|[\s(“"])[*_]([^*_\s](?:[^*_]*[^*_\s])?)[*_](?=$|[\s.,;:!?)”"])/g, "$1$2");

/** The first paragraph that says something of the matter, not of how fresh the text is. */
export function openingOf(markdown: string): string {
  const paragraphs = markdown.split(/\n\s*\n/).map(plainText);
  const said = paragraphs.find((one) => one !== "" && !/^As of \d/.test(one)) ?? "";
  const [first] = new Intl.Segmenter("en", { granularity: "sentence" }).segment(said);
  return first?.segment.trim() ?? "";
}

/** Reading time in whole minutes, at 200 words a minute: technical prose is read slowly. */
export function readingMinutesOf(markdown: string): number {
  const words = plainText(markdown).split(" ").length;
  return Math.max(1, Math.round(words / 200));
}
