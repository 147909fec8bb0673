import type { Network } from "@loopwright/aws/network";

import { readTable, type LineProblem, type Rules } from "./read.ts";
import { editableTables } from "./table.ts";

export type Applied = {
  network: Network;
  problems: (Partial<LineProblem> & { table: string; message: string })[];
  changed: boolean;
};

type Tables = Record<string, string>;

/** The network with the rules of an answer. What is not editable here is a problem, as is a line that cannot be read. */
export function apply(network: Network, editable: readonly string[], tables: Tables): Applied {
  const problems: Applied["problems"] = [];
  let result = network;
  let changed = false;
  const known = new Map(editableTables(network, editable).map((table) => [table.id, table]));
  for (const [id, text] of Object.entries(tables)) {
    const table = known.get(id);
    if (!table) {
      problems.push({ table: id, message: "is no table that can be changed here" });
      continue;
    }
    const read = readTable(text, { network, table });
    problems.push(...read.problems.map((one) => ({ table: id, ...one })));
    // White space and remarks change nothing.
    const before = readTable(table.text, { network, table }).rules;
    if (JSON.stringify(before) === JSON.stringify(read.rules)) continue;
    changed = true;
    result = withRules(result, table, read.rules);
  }
  return { network: result, problems, changed };
}

type Place = { at: string; kind: "group" | "acl" | "routes"; way: "in" | "out" | null };

function withRules(network: Network, { at, kind, way }: Place, rules: Rules): Network {
  const part = kind === "group" ? "securityGroups" : kind === "acl" ? "networkAcls" : "routeTables";
  const side = kind === "routes" ? "routes" : way === "in" ? "ingress" : "egress";
  const list: readonly { id: string }[] = network[part];
  return {
    ...network,
    [part]: list.map((one) => (one.id === at ? { ...one, [side]: rules } : one)),
  };
}

/** "sg-web/in, line 2: …". */
export const problemWords = ({ table, line, message }: Applied["problems"][number]): string =>
  line === undefined ? `${table} ${message}` : `${table}, line ${line}: ${message}`;
