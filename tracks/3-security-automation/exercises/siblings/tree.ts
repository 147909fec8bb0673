import { randomFrom } from "@loopwright/core";

import type { Finding, Plan } from "../exercise.ts";
import { readMarks } from "../marked.ts";
import { between, draw } from "../names.ts";
import { broken, fillers, longText } from "./fillers.ts";
import { flaws } from "./flaws.ts";
import { lookalikes } from "./lookalikes.ts";
import { decorators, styleAt } from "./styles.ts";
import type { Family, Template } from "./template.ts";

const services = ["letters", "photos", "invoices", "tariffs", "depots", "carriers", "refunds"];
const modules = ["views", "api", "download", "admin", "export", "upload"];
const variables = ["name", "file_name", "wanted", "document", "item"];
const parameters = ["name", "file", "doc", "which"];
const folders = ["LETTERS", "ROOT", "ARCHIVE", "BASE"];

export type Tree = { files: Record<string, string>; findings: Finding[]; unread: string[] };

/** A tree of services: files by path, the calls that are siblings of the repaired one, and what is no Python. */
export function sourceTree({ seed, size, traits }: Plan): Tree {
  const random = randomFrom(seed);
  const shown = familiesOf(traits);
  const deals = {
    flaw: dealer(
      random,
      flaws.filter(({ family }) => shown.includes(family)),
    ),
    safe: dealer(
      random,
      lookalikes.filter(({ family }) => shown.includes(family)),
    ),
  };
  const tree: Tree = { files: {}, findings: [], unread: [] };
  for (let index = 0; index < size; index++) {
    const path = `services/${draw(random, services)}/${draw(random, modules)}_${index}.py`;
    if (traits.includes("unreadable") && index % 5 === 2) {
      tree.files[path] = broken[Math.floor(index / 5) % broken.length]!;
      tree.unread.push(path);
      continue;
    }
    // A third of the files has no flaw at all.
    const isSafe = index % 3 === 1 || traits.includes("clean");
    const parts = isSafe ? [deals.safe()] : [deals.flaw(), deals.safe()];
    const dress = traits.includes("unreadable") ? dresses[index % 5]! : plainDress;
    const { text, lines } = readMarks(dress(fileOf(random, parts)));
    tree.files[path] = text;
    tree.findings.push(...lines.map((line) => ({ path, line: String(line) })));
  }
  return tree;
}

function familiesOf(traits: readonly string[]): readonly Family[] {
  if (traits.includes("unreadable") || traits.includes("clean")) return ["basic"];
  return traits.includes("strangers") ? ["basic", "unseen"] : ["basic", "known"];
}

/** Deals all of a list before any a second time, so that each is met. */
function dealer<T>(random: () => number, list: readonly T[]): () => T {
  let rest: T[] = [];
  return () => {
    if (rest.length === 0) rest = [...list];
    return rest.splice(Math.floor(random() * rest.length), 1)[0]!;
  };
}

type Dress = (text: string) => string;
const plainDress: Dress = (text) => text;
/** The byte 0xE9 as PEP 383 writes it: é in Latin-1, and no UTF-8. */
const loneByte = "\uDCE9";
/** What is Python all the same: a mark at the beginning, another encoding, a long sum, no last line break. */
const dresses: readonly Dress[] = [
  plainDress,
  (text) => `\uFEFF${text}`,
  plainDress,
  (text) => `# -*- coding: latin-1 -*-\n# Pi${loneByte}ces jointes.\n${text}`,
  (text) => `${text}\n\n${longText(600)}`,
];

/** One file: imports, constants, the parts in any order, and what else stands in such a file. */
function fileOf(random: () => number, parts: readonly Template[]): string {
  const { imports, names } = styleAt(random);
  const others = Array.from({ length: between(random, 1, 3) }, () => draw(random, fillers));
  const pieces = [...parts.map(({ text }) => text), ...others.map((one) => one.trim())];
  const constants = { C: draw(random, folders), T: `${draw(random, folders)}_NAMES` };
  const filled = shuffled(random, pieces).map((piece, index) => {
    const words: Record<string, string> = {
      ...constants,
      f: `${draw(random, services)}_${index}`,
      n: draw(random, variables),
      p: draw(random, parameters),
    };
    const view = draw(random, decorators).join("\n");
    return piece
      .replaceAll(/~view\b/g, view)
      .replaceAll(/~([A-Za-z]+)/g, (_, name: string) => names[name]!)
      .replaceAll(/\$([CTfnp])/g, (_, name: string) => words[name]!);
  });
  return [
    ...imports,
    "",
    `${constants.C} = "/srv/claims/${draw(random, services)}"`,
    `${constants.T} = {"terms": "terms.html", "help": "help.html"}`,
    "log = logging.getLogger(__name__)",
    ...filled.flatMap((piece) => ["", "", piece]),
    "",
  ].join("\n");
}

const shuffled = <T>(random: () => number, list: readonly T[]): T[] =>
  list
    .map((one) => ({ one, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);
