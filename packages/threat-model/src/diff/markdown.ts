import { escapeMarkdown } from "../report/escape.ts";
import type { ModelDiff, PartRef } from "./model-diff.ts";

const titles = {
  zones: "zone",
  elements: "element",
  flows: "flow",
  data: "data",
  assumptions: "assumption",
  threats: "threat",
  mitigations: "mitigation",
} as const;

/** The diff as a comment on a change: what it means, then part by part. */
export function diffMarkdown(diff: ModelDiff): string {
  const { meaning, added, removed, changed, findings } = diff;
  const parts = (all: readonly PartRef[]) => all.map((one) => `- ${called(one)}`);
  const sections: [string, string[]][] = [
    ["What it means", meaning.map(({ text }) => `- ${escapeMarkdown(text)}`)],
    [
      "New threats by the rules",
      findings.appeared.map(
        ({ score, title, id }) => `- ${score.severity}: ${escapeMarkdown(title)} (${code(id)})`,
      ),
    ],
    ["Gone", findings.gone.map(({ title, id }) => `- ${escapeMarkdown(title)} (${code(id)})`)],
    ["Added", parts(added)],
    ["Removed", parts(removed)],
    [
      "Changed",
      changed.flatMap((one) => [
        `- ${called(one)}`,
        ...one.fields.map(
          ({ field, before, after }) => `  - ${field}: ${value(before)} → ${value(after)}`,
        ),
      ]),
    ],
  ];
  const written = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `## ${title}\n\n${lines.join("\n")}\n`);
  return written.length === 0 ? "Nothing changed.\n" : written.join("\n");
}

const called = ({ list, id, name }: PartRef): string =>
  `${titles[list]} ${escapeMarkdown(name)} (${code(id)})`;

const valueMax = 300;
function value(one: unknown): string {
  const text = one === undefined ? "nothing" : JSON.stringify(one);
  return code(text.length > valueMax ? `${text.slice(0, valueMax)}…` : text);
}

/** In a fence longer than any in it. */
function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  const room = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return `${fence}${room}${text.replaceAll("\n", " ")}${room}${fence}`;
}
