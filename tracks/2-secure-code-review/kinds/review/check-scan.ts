import type { Files, MaterialProblem } from "@loopwright/core";

import type { ReviewBrief } from "./brief.ts";
import type { ReviewKey } from "./key.ts";
import { lineCount } from "./range.ts";
import { readScan, type ScanResult } from "./scan.ts";

type Material = { brief: ReviewBrief; files: Files; key: ReviewKey };

/** That the key speaks of every result of the scanner, and that the scanner neither sees all nor is always right. */
export function checkScan(material: Material): MaterialProblem[] {
  const { brief, files, key } = material;
  if (brief.scan === undefined) {
    if (key.scan.length === 0) return [];
    return [{ where: "answer/key.yaml scan", message: "brief.yaml names no scan" }];
  }
  const where = "brief.yaml scan";
  const text = files[brief.scan];
  if (text === undefined) return [{ where, message: `${brief.scan} is not in files/` }];
  const { results, problems } = readScan(text);
  const placed = results.flatMap((one) => placeProblem(one, material));
  const repeated = results.filter(({ id }, i) => results.findIndex((one) => one.id === id) < i);
  return [
    ...problems.map((problem) => ({ where, message: `${brief.scan}: ${problem}` })),
    ...placed.map((message) => ({ where, message })),
    ...repeated.map(({ id }) => ({ where, message: `${id} is reported twice` })),
    ...checkAnswers(results, key),
  ];
}

function placeProblem({ id, file, to }: ScanResult, { brief, files }: Material): string[] {
  if (!brief.review.includes(file)) return [`${id} is not in a file to review`];
  const count = lineCount(files[file] ?? "");
  return to <= count ? [] : [`${id}: ${file} has ${count} lines, none is number ${to}`];
}

function checkAnswers(results: readonly ScanResult[], { scan, flaws }: ReviewKey) {
  const problems: MaterialProblem[] = [];
  const add = (where: string, message: string) =>
    problems.push({ where: `answer/key.yaml ${where}`, message });
  const ids = scan.map(({ id }) => id);
  for (const { id } of results) if (!ids.includes(id)) add("scan", `${id} is not judged`);
  scan.forEach(({ id, real, flaw }, i) => {
    if (!results.some((one) => one.id === id))
      add(`scan.${i}`, `the scanner does not report ${id}`);
    if (ids.indexOf(id) < i) add(`scan.${i}`, `${id} is judged twice`);
    if (flaw === undefined) return;
    if (!flaws.some((one) => one.id === flaw)) add(`scan.${i}.flaw`, `no flaw has the id ${flaw}`);
    if (!real) add(`scan.${i}.flaw`, "a false alarm points at no flaw");
  });
  for (const real of [true, false]) {
    const kind = real ? "real" : "a false alarm";
    if (!scan.some((one) => one.real === real)) add("scan", `no result is ${kind}`);
  }
  if (flaws.every(({ id }) => scan.some(({ flaw }) => flaw === id))) {
    add("flaws", "the scanner reports every flaw; plant one that it does not see");
  }
  return problems;
}
