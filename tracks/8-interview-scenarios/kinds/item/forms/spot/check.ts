import type { Files, MaterialProblem } from "@loopwright/core";

import { snippetLinesMax } from "../../limits.ts";
import type { SpotItem } from "../item.ts";
import { linesOf } from "./lines.ts";

export function checkSpot(item: SpotItem, files: Files): MaterialProblem[] {
  return [...checkSnippet(item, files), ...checkLines(item, files), ...checkPlaces(item)];
}

function checkSnippet({ brief }: SpotItem, files: Files): MaterialProblem[] {
  const text = files[brief.file];
  const unseen = Object.keys(files)
    .filter((path) => path !== brief.file)
    .map((path) => ({ where: `files/${path}`, message: `only ${brief.file} is shown` }));
  if (text === undefined) {
    return [...unseen, { where: "brief.yaml file", message: `${brief.file} is not in files/` }];
  }
  const count = linesOf(text).length;
  if (count <= snippetLinesMax) return unseen;
  const message = `${brief.file} has ${count} lines; an item shows at most ${snippetLinesMax}`;
  return [...unseen, { where: "brief.yaml file", message }];
}

type Named = { line: number; has: string; where: string };

/** All lines of the key, in its order. */
const named = ({ key }: SpotItem): Named[] => [
  ...key.places.flatMap(({ lines }, i) =>
    lines.map((one, j) => ({ ...one, where: `answer/key.yaml places.${i}.lines.${j}` })),
  ),
  ...key.wrongLines.map(({ line, has }, i) => ({
    line,
    has,
    where: `answer/key.yaml wrongLines.${i}`,
  })),
];

function checkLines(item: SpotItem, files: Files): MaterialProblem[] {
  const { file } = item.brief;
  const text = files[file];
  if (text === undefined) return [];
  const lines = linesOf(text);
  const all = named(item);
  return all.flatMap(({ line, has, where }, index) => {
    const found = lines[line - 1];
    if (found === undefined) {
      return [{ where, message: `${file} has ${lines.length} lines, none is number ${line}` }];
    }
    if (!found.includes(has)) {
      return [{ where, message: `“${has}” is not on line ${line} of ${file}` }];
    }
    const first = all.findIndex((one) => one.line === line);
    return first < index ? [{ where, message: `line ${line} is named twice` }] : [];
  });
}

function checkPlaces({ brief, key }: SpotItem): MaterialProblem[] {
  const ids = key.places.map(({ id }) => id);
  const twice = ids.flatMap((id, index) =>
    ids.indexOf(id) < index
      ? [{ where: `answer/key.yaml places.${index}`, message: `the id ${id} is taken` }]
      : [],
  );
  if (brief.marks === "several" || ids.length === 1) return twice;
  const message = `one line is asked for, but there are ${ids.length} places`;
  return [...twice, { where: "answer/key.yaml places", message }];
}
