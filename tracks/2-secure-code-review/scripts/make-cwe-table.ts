import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/** number, name, numbers of its parents, other names: one row of kinds/review/cwe/table.json. */
export type Row = [number, string, number[], string[]];

type Entry = {
  attr: { "@_Name": string; "@_Status": string };
  Alternate_Terms?: { Alternate_Term: { Term: string } | { Term: string }[] };
};
type Edge = { weaknessId: string; parentId: string };

const tableUrl = new URL("../kinds/review/cwe/table.json", import.meta.url);

/** The CWE list in rows, by number. The formatter lays the file out, so compare rows, not text. */
export async function makeTable(): Promise<Row[]> {
  const entries = await readRaw<Record<string, Entry>>("cwe-dictionary.json");
  const edges = await readRaw<Edge[]>("cwe-hierarchy.json");
  return Object.entries(entries)
    .filter(([, { attr }]) => attr["@_Status"] !== "Deprecated")
    .map(([id, entry]): Row => [
      Number(id),
      entry.attr["@_Name"],
      parentsOf(edges, id),
      otherNames(entry),
    ])
    .toSorted(([a], [b]) => a - b);
}

// The same edge stands once for each view of the list that holds it.
const parentsOf = (edges: Edge[], id: string): number[] =>
  [
    ...new Set(edges.filter(({ weaknessId }) => weaknessId === id).map((e) => Number(e.parentId))),
  ].toSorted((a, b) => a - b);

const otherNames = ({ Alternate_Terms: terms }: Entry): string[] =>
  terms ? [terms.Alternate_Term].flat().flatMap(({ Term }) => Term.split(" / ")) : [];

async function readRaw<T>(name: string): Promise<T> {
  const path = createRequire(import.meta.url).resolve(`cwe-sdk/raw/${name}`);
  return JSON.parse(await readFile(path, "utf8")) as T;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const rows = await makeTable();
  await writeFile(tableUrl, `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`);
}
