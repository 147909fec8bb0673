import type { ListName } from "../model/model.ts";
import * as values from "./values.ts";
import type { Reading } from "./values.ts";

/**
 * Everything that has no place in a line's head stands below it, indented, as `key: value`. One table for
 * reading and writing: a field that is added here goes both ways.
 */
export type Detail = {
  key: string;
  /** Where in the part: "statement.source". */
  path: string;
  read: (text: string) => Reading;
  write: (value: never) => string;
  /** What need not be written. */
  plain: unknown;
};

export type Owner = ListName | "model";

const text = (key: string, path = key): Detail => ({
  key,
  path,
  read: values.readText,
  write: values.writeText,
  plain: "",
});

const list = (key: string, path = key): Detail => ({
  key,
  path,
  read: values.readList,
  write: values.writeList,
  plain: [],
});

/** Written only where the head cannot say it; see print. */
const verbatim = (detail: Detail): Detail => ({ ...detail, plain: undefined });

const numbers = (key: string): Detail => ({
  key,
  path: key,
  read: (line) => {
    const found = line.split(/[\s,]+/).filter((one) => one !== "");
    const read = found.map((one) => Number(one.replace(new RegExp(`^${key}-`, "i"), "")));
    return read.every((one) => Number.isInteger(one) && one > 0)
      ? { value: read }
      : { wrong: "Numbers above 0 are needed here.", next: `Write ${key}: 79, 89.` };
  },
  write: (all: readonly number[]) => all.join(", "),
  plain: [],
});

const word = (key: string, plain: string): Detail => ({
  key,
  path: key,
  read: (line) => ({ value: line.toLowerCase().trim().replace(/\s+/g, "-") }),
  write: (value: string) => value,
  plain,
});

const extra: Detail = {
  key: "extra",
  path: "extra",
  read: values.readJson,
  write: values.jsonText,
  plain: undefined,
};

const outOfScope: Detail = {
  key: "out-of-scope",
  path: "outOfScope",
  read: (line) => {
    const read = values.readText(line);
    return "value" in read ? { value: { reason: read.value } } : read;
  },
  write: ({ reason }: { reason: string }) => values.writeText(reason),
  plain: null,
};

type Point = { x: number; y: number };
const { writeNumber } = values;

const position: Detail = {
  key: "position",
  path: "position",
  read: (line) => pointOf(line, "10, 20"),
  write: ({ x, y }: Point) => `${writeNumber(x)}, ${writeNumber(y)}`,
  plain: null,
};

const route: Detail = {
  key: "route",
  path: "route",
  read: (line) => {
    const read = line
      .split(/\s+/)
      .filter((one) => one !== "")
      .map((one) => pointOf(one, "10,20 30,40"));
    return (
      read.find((one) => "wrong" in one) ?? {
        value: read.map((one) => ("value" in one ? one.value : null)),
      }
    );
  },
  write: (all: readonly Point[]) =>
    all.map(({ x, y }) => `${writeNumber(x)},${writeNumber(y)}`).join(" "),
  plain: [],
};

function pointOf(line: string, form: string): Reading {
  const read = values.readNumbers(line, "10, 20");
  if ("wrong" in read) return { ...read, next: `Write ${form}.` };
  const [x, y] = read.value as number[];
  return { value: { x, y } };
}

const box: Detail = {
  key: "box",
  path: "box",
  read: (line) => {
    const read = values.readNumbers(line, "x, y, width, height");
    if ("wrong" in read) return read;
    const [x, y, width, height] = read.value as number[];
    return { value: { x, y, width, height } };
  },
  write: ({ x, y, width, height }: Point & { width: number; height: number }) =>
    [x, y, width, height].map(writeNumber).join(", "),
  plain: null,
};

const lowers: Detail = {
  key: "lowers",
  path: "lowers",
  read: (line) => {
    const found = [...line.toLowerCase().matchAll(/(likelihood|impact)\s+(\d+)/g)];
    const left = line.replace(/(likelihood|impact)\s+\d+/gi, "").replace(/[\s,]|\band\b/g, "");
    return found.length > 0 && left === ""
      ? { value: Object.fromEntries(found.map(([, name, steps]) => [name, Number(steps)])) }
      : { wrong: "Steps are needed here.", next: "Write lowers: likelihood 2, impact 1." };
  },
  write: (steps: { likelihood: number; impact: number }) =>
    `likelihood ${steps.likelihood}, impact ${steps.impact}`,
  plain: { likelihood: 0, impact: 0 },
};

const id = verbatim(word("id", ""));
const exactId: Detail = { ...id, read: values.readText, write: values.writeText };
const description = text("description");
const tags = list("tags");

export const details: Readonly<Record<Owner, readonly Detail[]>> = {
  model: [description, text("owner"), extra],
  zones: [description, box, extra],
  elements: [
    verbatim(text("technology")),
    verbatim(list("controls")),
    description,
    verbatim(tags),
    outOfScope,
    position,
    extra,
  ],
  flows: [
    exactId,
    verbatim(text("loose")),
    verbatim(text("protocol")),
    verbatim(list("controls")),
    description,
    verbatim(tags),
    outOfScope,
    route,
    extra,
  ],
  data: [description, extra],
  assumptions: [exactId, verbatim(list("about")), extra],
  mitigations: [exactId, text("owner"), lowers, text("notes"), tags, extra],
  threats: [
    exactId,
    text("source", "statement.source"),
    text("prerequisites", "statement.prerequisites"),
    text("action", "statement.action"),
    text("impact", "statement.impact"),
    list("goals", "statement.goals"),
    list("assets", "statement.assets"),
    numbers("cwe"),
    numbers("capec"),
    word("state", "open"),
    text("reason"),
    text("owner"),
    { ...text("finding"), plain: null },
    text("notes"),
    tags,
    extra,
  ],
};
