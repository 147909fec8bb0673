import type { Model } from "../model/model.ts";
import type { Analysis } from "../rules/finding.ts";
import { toMermaid } from "../formats/mermaid.ts";
import { escapeMarkdown } from "./escape.ts";
import { sectionsOf, type Block, type Cell } from "./sections.ts";

/** The report for a repository or a wiki. Nothing in a model becomes markup. */
export function reportMarkdown(model: Model, analysis: Analysis): string {
  const title = escapeMarkdown(model.title.trim() || "Threat model");
  const sections = sectionsOf(model, analysis).flatMap(({ title, blocks }) => {
    const written = blocks.map((one) => markdownOf(one, model)).filter((one) => one !== "");
    return written.length === 0 ? [] : [`## ${title}`, ...written];
  });
  return `${[`# ${title}`, ...sections].join("\n\n")}\n`;
}

function markdownOf(block: Block, model: Model): string {
  switch (block.kind) {
    case "text":
      return block.text
        .split(/\n\s*\n/)
        .map((one) => escapeMarkdown(one.trim()))
        .join("\n\n");
    case "heading":
      return `### ${escapeMarkdown(block.text)}`;
    case "facts":
      return block.rows.map(([name, value]) => `- ${name}: ${escapeMarkdown(value)}`).join("\n");
    case "list":
      return block.items.map((one) => `- ${escapeMarkdown(one)}`).join("\n");
    case "table":
      return [block.head, block.head.map(() => "---"), ...block.rows].map(row).join("\n");
    case "diagram":
      return fenced(toMermaid(model).text, "mermaid");
  }
}

const row = (cells: readonly Cell[]): string =>
  `| ${cells.map((one) => escapeMarkdown(typeof one === "string" ? one : one.text)).join(" | ")} |`;

/** In a fence longer than any run of backticks in it. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}
