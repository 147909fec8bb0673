import { randomFrom } from "@loopwright/core";

import type { Finding, Plan } from "../exercise.ts";
import { draw } from "../names.ts";
import { Fakes } from "./fakes.ts";
import { fillers } from "./fillers.ts";
import { lookalikes } from "./lookalikes.ts";
import type { Piece } from "./piece.ts";
import { planted } from "./planted.ts";

const parts = ["fares", "seats", "timetable", "tickets", "stations", "notices"];
const names = ["settings", "client", "deploy", "main", "local", "jobs"];
/** Above a file of made-up secrets that somebody has looked at. */
const reviewed = "fake-secrets: reviewed";

export type Tree = { files: Record<string, string>; findings: Finding[]; secrets: string[] };

/** A source tree: files by path, what is secret in it and where, and the values that must not be printed. */
export function sourceTree({ seed, size, traits }: Plan): Tree {
  const random = randomFrom(seed);
  const fake = new Fakes(random);
  const isSure = traits.length > 0;
  const isClean = traits.includes("clean");
  const isShown = ({ isToken }: Piece) => !(isSure && isToken);
  const deals = {
    planted: dealer(random, planted.filter(isShown)),
    lookalike: dealer(random, lookalikes.filter(isShown)),
  };
  const tree: Tree = { files: {}, findings: [], secrets: fake.planted };
  for (let index = 0; index < size; index++) {
    const first = index % 2 === 0 && !isClean ? deals.planted() : deals.lookalike();
    const others = (index % 3 === 0 && !isClean ? planted : lookalikes).filter(
      (one) => isShown(one) && one.ending === first.ending && one !== first,
    );
    const pieces = random() < 0.5 && others.length > 0 ? [first, draw(random, others)] : [first];
    const place = placeOf({ random, index, ending: first.ending, traits });
    const lines = pieces.flatMap((piece) => [...fillers[piece.ending], ...piece.lines(fake)]);
    const isApart = place.dress === minified && pieces.some(({ isSpread }) => isSpread);
    const dress = isApart ? asIs : place.dress;
    const { text, found } = readKinds(dress(wrapped(first.ending, lines)));
    tree.files[place.path] = text;
    if (place.counts) tree.findings.push(...found.map((one) => ({ path: place.path, ...one })));
  }
  return tree;
}

const wrapped = (ending: string, lines: string[]): string[] =>
  ending === "json" ? ["{", ...lines, '  "end": true', "}"] : lines;

/** Deals all of a list before any a second time, so that each is met. */
function dealer<T>(random: () => number, list: readonly T[]): () => T {
  let rest: T[] = [];
  return () => {
    if (rest.length === 0) rest = [...list];
    return rest.splice(Math.floor(random() * rest.length), 1)[0]!;
  };
}

type Place = { path: string; counts: boolean; dress: (lines: string[]) => string[] };
type At = { random: () => number; index: number; ending: string; traits: readonly string[] };

const asIs = (lines: string[]): string[] => lines;

/** Where a file lies, what was done to it, and whether it counts. */
function placeOf({ random, index, ending, traits }: At): Place {
  const name = `${draw(random, names)}_${index}.${ending}`;
  const part = draw(random, parts);
  const path = `src/${part}/${name}`;
  if (traits.includes("fixtures")) return fixtureOf({ part, name, which: index % 8 });
  if (!traits.includes("odd-files")) return { path, counts: true, dress: asIs };
  switch (index % 8) {
    case 0:
    case 3:
      return {
        path,
        counts: true,
        dress: (lines) => [`# Gr${loneByte}${loneByte}e vom Fahrplan`, ...lines],
      };
    case 2:
    case 5:
      return {
        path: `src/${part}/core_${index}.bin`,
        counts: false,
        dress: ([one = "", ...rest]) => [`\0\0\u0001${one}`, ...rest],
      };
    case 4:
    case 7:
      return { path, counts: true, dress: minified };
    default:
      return { path, counts: true, dress: asIs };
  }
}

/** The byte 0xFC as PEP 383 writes it: ü in Latin-1, and no UTF-8. */
const loneByte = "\uDCFC";

/** Only both together say that somebody has looked: the folder, and the words in the first line. */
function fixtureOf({ part, name, which }: { part: string; name: string; which: number }): Place {
  const marked = (lines: string[]) => [`# ${reviewed}`, ...lines];
  const inFixtures = `src/${part}/tests/fixtures/${name}`;
  if (which === 2 || which === 3) return { path: inFixtures, counts: true, dress: asIs };
  if (which === 4 || which === 7)
    return { path: `src/${part}/tests/${name}`, counts: true, dress: marked };
  if (which === 6)
    return { path: inFixtures, counts: true, dress: (lines) => [...lines, `# ${reviewed}`] };
  return { path: inFixtures, counts: false, dress: marked };
}

/** Everything in one line, as a bundler leaves it, with much around it. */
function minified(lines: string[]): string[] {
  const kinds = lines.flatMap((line) => mark.exec(line)?.[1] ?? []);
  const isBlock = kinds.includes("private-key");
  if (isBlock) return lines;
  const bare = lines.map((line) => line.replace(mark, "").trim());
  const around = Array.from(
    { length: 400 },
    (_, at) => `var a${at}=function(b){return b+${at}};`,
  ).join("");
  return [`${around}${bare.join(" ; ")} ; ${around}${kinds.map((kind) => ` #!${kind}`).join("")}`];
}

const mark = / #!([a-z-]+)$/;

/** A text without its marks, and the numbers of the lines that had one, with the kinds. */
function readKinds(lines: readonly string[]): {
  text: string;
  found: { line: string; kind: string }[];
} {
  const found: { line: string; kind: string }[] = [];
  const bare = lines.map((whole, index) => {
    let line = whole;
    for (let match = mark.exec(line); match; match = mark.exec(line)) {
      found.push({ line: String(index + 1), kind: match[1]! });
      line = line.slice(0, match.index);
    }
    return line;
  });
  const once = new Map(found.map((one) => [`${one.line} ${one.kind}`, one]));
  return { text: `${bare.join("\n")}\n`, found: [...once.values()] };
}
