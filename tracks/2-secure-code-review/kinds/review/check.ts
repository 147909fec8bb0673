import type { Files, MaterialProblem } from "@loopwright/core";

import type { ReviewBrief } from "./brief.ts";
import { isKnown } from "./cwe/cwe.ts";
import { checkChange } from "./check-change.ts";
import { checkExplained } from "./check-explained.ts";
import { checkScan } from "./check-scan.ts";
import { checkTests } from "./check-tests.ts";
import type { ReviewKey } from "./key.ts";
import { lineCount, overlaps, type Range } from "./range.ts";

type Material = {
  brief: ReviewBrief;
  text: string;
  files: Files;
  key: ReviewKey;
  /** Of drill.yaml, all of the kind's where it names none. */
  stages?: readonly string[];
};
type Place = Range & { has: string };

const rangeLinesMax = 15;

/** What schemas cannot see: that the key speaks of the code as it stands. Pure. */
export function checkMaterial(material: Material): MaterialProblem[] {
  return [
    ...checkPaths(material),
    ...checkChange(material),
    ...checkScan(material),
    ...checkPlaces(material),
    ...checkFlaws(material),
    ...checkDecoys(material),
    ...checkExplained(material),
    ...checkTests(material),
  ];
}

function checkPaths({ brief, files }: Material): MaterialProblem[] {
  const named = [
    ...brief.review.map((path, i) => ({ path, where: `brief.yaml review.${i}` })),
    ...brief.editable.map((path, i) => ({ path, where: `brief.yaml editable.${i}` })),
  ];
  return named
    .filter(({ path }) => files[path] === undefined)
    .map(({ path, where }) => ({ where, message: `${path} is not in files/` }));
}

function checkPlaces({ brief, files, key }: Material): MaterialProblem[] {
  const places: { where: string; place: Place }[] = [
    ...key.flaws.flatMap((flaw, i) =>
      flaw.lines.map((place, j) => ({ where: `answer/key.yaml flaws.${i}.lines.${j}`, place })),
    ),
    ...key.decoys.map((place, i) => ({ where: `answer/key.yaml decoys.${i}`, place })),
    ...key.neutral.map((place, i) => ({ where: `answer/key.yaml neutral.${i}`, place })),
  ];
  const steps = key.flaws.flatMap((flaw, i) =>
    flaw.path.flatMap(({ file, line }, j) => {
      const problem = lineProblem(files, file, line);
      return problem === null
        ? []
        : [{ where: `answer/key.yaml flaws.${i}.path.${j}`, message: problem }];
    }),
  );
  const misplaced = places.flatMap(({ where, place }) => {
    const problem = placeProblem(place, { brief, files });
    return problem === null ? [] : [{ where, message: problem }];
  });
  return [...misplaced, ...steps];
}

function placeProblem(place: Place, { brief, files }: Pick<Material, "brief" | "files">) {
  const { file, from, to, has } = place;
  if (!brief.review.includes(file)) return `${file} is not among the files to review`;
  const problem = lineProblem(files, file, to);
  if (problem !== null) return problem;
  if (to - from + 1 > rangeLinesMax) return `a range has at most ${rangeLinesMax} lines`;
  const text = (files[file] ?? "").split("\n").slice(from - 1, to);
  if (text.some((line) => line.includes(has))) return null;
  return `“${has}” is not on lines ${from} to ${to} of ${file}`;
}

function lineProblem(files: Files, file: string, line: number): string | null {
  const text = files[file];
  if (text === undefined) return `${file} is not in files/`;
  const count = lineCount(text);
  return line <= count ? null : `${file} has ${count} lines, none is number ${line}`;
}

function checkFlaws({ key }: Material): MaterialProblem[] {
  const ids = key.flaws.map(({ id }) => id);
  const flaws = key.flaws.flatMap(({ id, cwe }, i) => {
    const where = `answer/key.yaml flaws.${i}`;
    const taken = ids.indexOf(id) < i ? [{ where, message: `the id ${id} is taken` }] : [];
    return [...taken, ...unknownClasses(cwe, where)];
  });
  const neutral = key.neutral.flatMap(({ cwe = [] }, i) =>
    unknownClasses(cwe, `answer/key.yaml neutral.${i}`),
  );
  return [...flaws, ...neutral];
}

const unknownClasses = (cwe: number[], where: string): MaterialProblem[] =>
  cwe
    .filter((one) => !isKnown(one))
    .map((one) => ({ where: `${where}.cwe`, message: `CWE-${one} is not in the list` }));

function checkDecoys({ key }: Material): MaterialProblem[] {
  return key.decoys.flatMap((decoy, i) => {
    const hit = key.flaws.find(({ lines }) => lines.some((range) => overlaps(range, decoy)));
    return hit
      ? [{ where: `answer/key.yaml decoys.${i}`, message: `lies on lines of the flaw ${hit.id}` }]
      : [];
  });
}
