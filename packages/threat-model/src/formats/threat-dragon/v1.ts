import { at, recordOf, without } from "../common/loose.ts";
import type { Json } from "../source/tame.ts";

/** Files of Threat Dragon 1, rewritten as those of 2. They are read and never written. */

const shapes: Readonly<Record<string, string>> = {
  "tm.Actor": "actor",
  "tm.Process": "process",
  "tm.Store": "store",
  "tm.Flow": "flow",
  "tm.Boundary": "trust-boundary-curve",
};

/** Some files are in the shape of both versions; those count as 2. */
export function isVersion1(value: Json): boolean {
  const diagrams = at(value, "detail", "diagrams");
  if (!Array.isArray(diagrams)) return false;
  const has = (one: unknown, ...path: string[]) => at(one, ...path) !== undefined;
  return (
    diagrams.some((one) => has(one, "diagramJson", "cells")) &&
    !diagrams.some((one) => has(one, "cells"))
  );
}

export function upgraded(file: Json): Json {
  const diagrams = listAt(at(file, "detail"), "diagrams").map((one) => ({
    ...without(recordOf(one), ["diagramJson", "size", "$$hashKey"]),
    cells: listAt(at(one, "diagramJson"), "cells").map(cellOf),
  }));
  const detail = { ...recordOf(at(file, "detail")), diagrams };
  return { ...recordOf(file), version: "1", detail };
}

function cellOf(cell: Json): Json {
  const type = String(at(cell, "type"));
  const shape = Object.hasOwn(shapes, type) ? shapes[type]! : type;
  const label = at(cell, "labels", 0, "attrs", "text", "text");
  const name = shape === "flow" ? label : at(cell, "attrs", "text", "text");
  const copied = (...keys: string[]) => {
    const pairs = keys.map((key) => [key, at(cell, key)]);
    return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
  };
  return {
    ...copied("id", "position", "size", "vertices"),
    shape,
    source: endOf(at(cell, "source")),
    target: endOf(at(cell, "target")),
    data: {
      type,
      name: typeof name === "string" ? name : "",
      ...copied("description", "outOfScope", "reasonOutOfScope", "protocol", "isEncrypted"),
      ...copied("isPublicNetwork", "privilegeLevel", "isALog", "isSigned", "storesCredentials"),
      ...copied("providesAuthentication", "isWebApplication", "hasOpenThreats"),
      threats: listAt(cell, "threats").map(threatOf),
    },
  } as Json;
}

const endOf = (end: unknown): unknown => {
  const id = at(end, "id");
  return id === undefined ? end : { cell: id };
};

/** Version 1 has no number and often no id for a threat; its words are those of 2. */
const threatOf = (threat: Json): unknown => {
  const rest = without(recordOf(threat), ["ruleId", "$$hashKey", "mitigations"]);
  const text = at(threat, "mitigations");
  return text === undefined ? rest : { mitigation: text, ...rest };
};

const listAt = (value: unknown, key: string): Json[] => {
  const list = at(value, key);
  return Array.isArray(list) ? (list as Json[]) : [];
};
