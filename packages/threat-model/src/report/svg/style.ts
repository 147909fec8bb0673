const light = {
  paper: "#ffffff",
  ink: "#1a1c1f",
  soft: "#565b63",
  line: "#86827a",
  fill: "#fbfaf7",
  zone: "#f3f1ec",
  met: "#1c7345",
  partly: "#8a5200",
  missed: "#ad2a20",
  extra: "#5a6069",
  added: "#1c7345",
  changed: "#8a5200",
  removed: "#ad2a20",
};
const dark: typeof light = {
  paper: "#131416",
  ink: "#e9e6df",
  soft: "#a3a8b0",
  line: "#7a8089",
  fill: "#1a1c1f",
  zone: "#0e0f11",
  met: "#6fca94",
  partly: "#e0a452",
  missed: "#f08a7d",
  extra: "#a9afb8",
  added: "#6fca94",
  changed: "#e0a452",
  removed: "#f08a7d",
};

const variables = (colours: typeof light): string =>
  Object.entries(colours)
    .map(([name, value]) => `--dfd-${name}:${value}`)
    .join(";");

const tones = ["met", "partly", "missed", "extra", "added", "changed", "removed"] as const;

/** Every rule begins at the drawing's own class: in a page, an SVG's style is the page's. */
export const style = [
  `.dfd{${variables(light)};font-family:system-ui,sans-serif}`,
  `@media (prefers-color-scheme:dark){.dfd{${variables(dark)}}}`,
  // Paper is white.
  `@media print{.dfd{${variables(light)}}}`,
  ".dfd .paper{fill:var(--dfd-paper)}",
  ".dfd .zone{fill:var(--dfd-zone);fill-opacity:.6;stroke:var(--tone,var(--dfd-line));stroke-dasharray:7 5}",
  ".dfd .shape{fill:var(--dfd-fill);stroke:var(--tone,var(--dfd-ink));stroke-width:1.5}",
  ".dfd .fill{fill:var(--dfd-fill)}",
  ".dfd .flow{fill:none;stroke:var(--tone,var(--dfd-soft));stroke-width:1.5}",
  ".dfd .head{fill:var(--tone,var(--dfd-soft))}",
  ".dfd .outside{opacity:.55;stroke-dasharray:3 3}",
  ".dfd text{fill:var(--dfd-ink);text-anchor:middle;font-size:13px}",
  ".dfd text.zone-name{text-anchor:start;fill:var(--dfd-soft);font-weight:600}",
  ".dfd text.small{font-size:11px;fill:var(--dfd-soft)}",
  ".dfd text.label{font-size:11px;paint-order:stroke;stroke:var(--dfd-paper);stroke-width:4px}",
  ".dfd text.label.small{font-size:10px}",
  ".dfd .badge{fill:var(--dfd-paper);stroke:var(--tone,var(--dfd-ink));stroke-width:1.5}",
  ".dfd text.sign{font-size:12px;fill:var(--tone,var(--dfd-ink))}",
  ...tones.map((tone) => `.dfd [data-tone=${tone}]{--tone:var(--dfd-${tone})}`),
  ".dfd [data-tone] .shape,.dfd [data-tone] .flow,.dfd [data-tone] .zone{stroke-width:2.5}",
].join("");
