import table from "./table.json" with { type: "json" };

/** The CWE list 4.15 (MITRE), made by scripts/make-cwe-table.ts; deprecated entries are left out. */
export type Weakness = { id: number; name: string; parents: number[]; aliases: string[] };

const rows = table as unknown as [number, string, number[], string[]][];

export const weaknesses: readonly Weakness[] = rows.map(([id, name, parents, aliases]) => ({
  id,
  name,
  parents,
  aliases,
}));

const byId = new Map(weaknesses.map((one) => [one.id, one]));

export const isKnown = (id: number): boolean => byId.has(id);

/** Whether one is the direct parent of the other, in any view of the list. Not for equal ids. */
export const isParentOrChild = (a: number, b: number): boolean =>
  (byId.get(a)?.parents.includes(b) ?? false) || (byId.get(b)?.parents.includes(a) ?? false);

/** "CWE-89, SQL Injection": the usual name where the list has one in brackets, else the whole. */
export function cweInWords(id: number): string {
  const name = byId.get(id)?.name;
  return name === undefined ? `CWE-${id}` : `CWE-${id}, ${shortName(name)}`;
}

export const shortName = (name: string): string => /\('(.+)'\)$/.exec(name)?.[1] ?? name;
