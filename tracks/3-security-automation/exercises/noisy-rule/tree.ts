import { randomFrom } from "@loopwright/core";

import type { Finding, Plan } from "../exercise.ts";
import { readMarks } from "../marked.ts";
import { between, draw } from "../names.ts";
import { flaws, lookalikes, styles, type Family, type Snippet } from "./snippets.ts";

const areas = ["labels", "dock", "sorting", "returns", "pallets"];
const subjects = ["printer", "scanner", "export", "nightly", "archive", "cleanup", "intake"];
/** Folders and files that only sound like tests. */
const soundalikes = ["contests", "latest", "attestation"];
const values = ["label", "parcel", "name", "target", "folder", "barcode"];
const verbs = ["print", "move", "count", "pack", "check", "send"];

const families: readonly Family[] = ["values", "quoted", "silenced"];

/** A source tree: files by path, and the calls that a right check reports. */
export function sourceTree({ seed, size, traits }: Plan): {
  files: Record<string, string>;
  findings: Finding[];
} {
  const random = randomFrom(seed);
  const isFolders = traits.includes("folders");
  const isClean = traits.includes("clean");
  const only = isFolders || isClean ? "plain" : families.find((family) => traits.includes(family));
  const pools = {
    flaws: dealer(random, ofFamily(flaws, only)),
    safe: dealer(random, ofFamily(lookalikes, only)),
  };
  const files: Record<string, string> = {};
  const findings: Finding[] = [];
  for (let index = 0; index < size; index++) {
    const { path, isTest } = placeOf({ random, index, isFolders, isMixed: only === undefined });
    const first = isClean && !isTest ? pools.safe() : pools.flaws();
    const snippets = [first, pools.safe(), ...(random() < 0.6 ? [pools.safe()] : [])];
    const { text, lines } = readMarks(fileOf(random, snippets));
    files[path] = text;
    if (!isTest) findings.push(...lines.map((line) => ({ path, line: String(line) })));
  }
  return { files, findings };
}

/** Of one family, with the plain ones beside; or of all. */
const ofFamily = (all: readonly Snippet[], only: Family | undefined): readonly Snippet[] =>
  only ? all.filter(({ family }) => family === only || family === "plain") : all;

/** Deals all of a list before any a second time, so that each is met. */
function dealer<T>(random: () => number, list: readonly T[]): () => T {
  let rest: T[] = [];
  return () => {
    if (rest.length === 0) rest = [...list];
    return rest.splice(Math.floor(random() * rest.length), 1)[0]!;
  };
}

type Place = { random: () => number; index: number; isFolders: boolean; isMixed: boolean };

function placeOf({ random, index, isFolders, isMixed }: Place): { path: string; isTest: boolean } {
  const name = `${draw(random, subjects)}_${index}`;
  const area = draw(random, areas);
  if (index % 4 === 2) return { path: `src/${area}/tests/test_${name}.py`, isTest: true };
  if (isFolders && index % 4 === 1)
    return { path: `src/${area}/test_bench_${index}.py`, isTest: false };
  const soundsAlike = isFolders || (isMixed && index % 8 === 5);
  const folder = soundsAlike ? draw(random, soundalikes) : area;
  return { path: `src/${folder}/${name}.py`, isTest: false };
}

/** One file: imports, constants, and a function for each snippet. */
function fileOf(random: () => number, snippets: readonly Snippet[]): string {
  const { imports, calls } = draw(random, styles);
  const parts = snippets.map((snippet) => {
    const words = { v: draw(random, values), N: String(between(random, 10, 99)) };
    const fill = (line: string) =>
      line
        .replaceAll(/@(\w+)/g, (_, name: string) => calls[name]!)
        .replaceAll(/\$(v|N)/g, (_, name: "v" | "N") => words[name]);
    const open = `def ${draw(random, verbs)}_${words.N}(${words.v}, queue=None):`;
    return {
      top: (snippet.top ?? []).map(fill),
      body: [open, ...snippet.body.map((line) => `    ${fill(line)}`), ""],
    };
  });
  const head = ["import os", "import sys", ...imports, ""];
  const tops = parts.flatMap(({ top }) => top);
  return [...head, ...tops, "", ...parts.flatMap(({ body }) => ["", ...body])].join("\n");
}
