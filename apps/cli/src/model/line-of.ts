import type { ModelFile } from "./files.ts";

/**
 * Where an element or a flow stands in its file, so that a finding can be shown on that line: by its id in JSON and
 * YAML, by its head in typed lines, where a flow is told by its ends.
 */
export function linesIn({
  text,
  format,
  model,
}: ModelFile): (subject: string) => number | undefined {
  const rows = text.split("\n");
  const found = new Map<string, number>();
  const keep = (id: string, index: number) => {
    if (!found.has(id)) found.set(id, index + 1);
  };
  if (format !== "lines") {
    for (const [index, row] of rows.entries()) {
      for (const [, id] of row.matchAll(/\bid["']?\s*:\s*["']?([\w-]+)/g)) keep(id!, index);
    }
    return (subject) => found.get(subject);
  }
  const flows = new Map<string, string[]>();
  for (const { id, source, target } of model.flows) {
    flows.set(`${source} ${target}`, [...(flows.get(`${source} ${target}`) ?? []), id]);
  }
  for (const [index, row] of rows.entries()) {
    const element = /^(?:actor|process|store)\s+([\w-]+)/.exec(row);
    if (element) keep(element[1]!, index);
    const flow = /^([\w-]+)\s*(<?->|<-)\s*([\w-]+)/.exec(row);
    if (!flow) continue;
    const [, left, arrow, right] = flow;
    const ends = arrow === "<-" ? `${right} ${left}` : `${left} ${right}`;
    const id = flows.get(ends)?.shift();
    if (id !== undefined) keep(id, index);
  }
  return (subject) => found.get(subject);
}
