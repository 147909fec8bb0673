import type { Model } from "../model/model.ts";
import type { Analysis } from "../rules/finding.ts";
import { escapeHtml } from "./escape.ts";
import { sectionsOf, type Block, type Cell, type Section } from "./sections.ts";
import { diagramSvg } from "./svg/diagram.ts";

const style = `:root{color-scheme:light dark;--paper:light-dark(#fbfaf7,#131416);--ink:light-dark(#1a1c1f,#e9e6df);--soft:light-dark(#565b63,#a3a8b0);--line:light-dark(#c9c5ba,#41464d);--open:light-dark(#ad2a20,#f08a7d);--handled:light-dark(#1c7345,#6fca94)}
body{margin:0 auto;padding:24px;max-width:1100px;background:var(--paper);color:var(--ink);font:14px/1.5 system-ui,sans-serif}
h1{font-size:28px;line-height:1.2}h2{margin-top:32px;padding-top:12px;border-top:1px solid var(--line);font-size:20px}h3{margin:24px 0 4px;font-size:16px}
p{max-width:70ch;white-space:pre-line;overflow-wrap:anywhere}
nav ul{columns:3;padding-left:16px}a{color:inherit}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;max-width:90ch}dt{color:var(--soft)}dd{margin:0;white-space:pre-line;overflow-wrap:anywhere}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:13px}th,td{padding:4px 8px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;overflow-wrap:break-word}th{color:var(--soft);font-weight:600}
td[data-state=open]{color:var(--open);font-weight:600}td[data-state=handled],td[data-state=decided]{color:var(--handled)}td[data-state=none],td[data-state=not-applicable]{color:var(--soft)}
.scroll svg{max-width:100%;height:auto}
@media print{th,td{overflow-wrap:anywhere}:root{color-scheme:light}body{max-width:none;padding:0;font-size:11px}nav{display:none}h2,h3{break-after:avoid}tr,dl{break-inside:avoid}.scroll{overflow:visible}}`;

/** The report as one file that a mail can carry: no script, and nothing is fetched. */
export function reportHtml(model: Model, analysis: Analysis): string {
  const title = escapeHtml(model.title.trim() || "Threat model");
  const sections = sectionsOf(model, analysis);
  return [
    "<!doctype html>",
    '<html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${title}</title><style>${style}</style></head><body>`,
    `<h1>${title}</h1>`,
    `<nav aria-label="Contents"><ul>${sections.map(contents).join("")}</ul></nav>`,
    ...sections.map((one) => sectionOf(one, model)),
    "</body></html>",
    "",
  ].join("\n");
}

const anchor = (title: string): string => title.toLowerCase().replaceAll(" ", "-");
const contents = ({ title }: Section): string =>
  `<li><a href="#${anchor(title)}">${escapeHtml(title)}</a></li>`;

const sectionOf = ({ title, blocks }: Section, model: Model): string =>
  `<section id="${anchor(title)}"><h2>${escapeHtml(title)}</h2>\n${blocks.map((one) => htmlOf(one, model)).join("\n")}</section>`;

function htmlOf(block: Block, model: Model): string {
  switch (block.kind) {
    case "text":
      return block.text
        .split(/\n\s*\n/)
        .map((one) => `<p>${escapeHtml(one.trim())}</p>`)
        .join("");
    case "heading":
      return `<h3>${escapeHtml(block.text)}</h3>`;
    case "facts":
      return `<dl>${block.rows.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`).join("")}</dl>`;
    case "list":
      return `<ul>${block.items.map((one) => `<li>${escapeHtml(one)}</li>`).join("")}</ul>`;
    case "table":
      return `<div class="scroll"><table><thead><tr>${block.head.map((one) => `<th scope="col">${escapeHtml(one)}</th>`).join("")}</tr></thead><tbody>${block.rows.map(row).join("\n")}</tbody></table></div>`;
    case "diagram":
      return `<div class="scroll">${diagramSvg(model)}</div>`;
  }
}

const row = (cells: readonly Cell[]): string =>
  `<tr>${cells
    .map((one) =>
      typeof one === "string"
        ? `<td>${escapeHtml(one)}</td>`
        : `<td data-state="${one.tone}">${escapeHtml(one.text)}</td>`,
    )
    .join("")}</tr>`;
