import table from "./names.json" with { type: "json" };

export type Offer = {
  label: string;
  type: "module" | "class" | "function" | "text" | "property";
  detail?: string;
};
/** What may stand where the cursor is; `from` is the offset of the word that is being written. */
export type Offers = { from: number; offers: Offer[] };

type Methods = Record<string, { takes: string[]; paged?: boolean }>;
const modules: Readonly<Record<string, string[]>> = table.modules;
const clients: Readonly<Record<string, Methods>> = table.clients;

/** What is known of a program's names: modules by their name in it, and clients by their variable. */
type Known = { modules: Map<string, string>; clients: Map<string, string> };

/**
 * What fits at an offset of a Python program: modules, their members, services, a client's methods with what they
 * take, and the operations that come in pages. Read line by line and by name alone; nothing is inferred beyond that.
 * Null where none of it fits.
 */
export function offersAt(text: string, at: number): Offers | null {
  const before = text.slice(0, at);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  if (line.length > lineMax) return null;
  const known = knownIn(text);
  const quoted = isQuoted(line);
  for (const [pattern, offersOf, within] of places) {
    const match = pattern.exec(line);
    if (!match || quoted !== (within === "text")) continue;
    const groups = match.slice(1);
    const offers = offersOf(groups.slice(0, -1), known, before);
    if (offers.length > 0) return { from: at - groups.at(-1)!.length, offers };
  }
  return null;
}

/** Whether the line ends within a text or a comment: by its quotes alone, so a text over several lines is not seen. */
const isQuoted = (line: string): boolean =>
  /^(?:[^"'#]|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')*$/.exec(line) === null;

type Place = (groups: string[], known: Known, before: string) => Offer[];

/** Longer lines are data, and patterns would take long on them. */
const lineMax = 400;

/** The last group is the word that is being written. */
const places: readonly [RegExp, Place, "code" | "text"][] = [
  [/^\s*from ([\w.]+) import (?:\w+, *)*(\w*)$/, ([name]) => members(name!), "code"],
  [
    /^\s*(?:import|from) (?:[\w.]+, *)*([\w.]*)$/,
    () => Object.keys(modules).map(offer("module")),
    "code",
  ],
  [/\bclient\((["'])([\w-]*)$/, () => Object.keys(clients).map(offer("text")), "text"],
  [
    /(\w+)\.(?:get_paginator|can_paginate)\(["'](\w*)$/,
    ([variable], known) =>
      Object.entries(methodsOf(variable!, known)).flatMap(([name, { paged }]) =>
        paged ? [{ label: name, type: "text" as const }] : [],
      ),
    "text",
  ],
  [
    /([\w.]+)\.(\w*)$/,
    ([name], known) => [...methods(name!, known), ...membersOf(name!, known)],
    "code",
  ],
  [/[(,]\s*(\w*)$/, (_groups, known, before) => parameters(before, known), "code"],
];

const offer =
  (type: Offer["type"]) =>
  (label: string): Offer => ({ label, type });

/** A name of Python tells by its capital what it is. */
const members = (module: string): Offer[] =>
  (Object.hasOwn(modules, module) ? modules[module]! : []).map((label) => ({
    label,
    type: /^[A-Z]/.test(label) ? "class" : "function",
  }));

const membersOf = (name: string, known: Known): Offer[] => members(known.modules.get(name) ?? "");

function methodsOf(variable: string, known: Known): Methods {
  const service = known.clients.get(variable);
  return service !== undefined && Object.hasOwn(clients, service) ? clients[service]! : {};
}

const common = ["get_paginator", "can_paginate", "exceptions", "meta"].map(offer("property"));

function methods(variable: string, known: Known): Offer[] {
  const own = Object.entries(methodsOf(variable, known));
  if (own.length === 0) return [];
  return [
    ...own.map(([label, { takes }]): Offer => ({
      label,
      type: "function",
      detail: takesWords(takes),
    })),
    ...common,
  ];
}

const takesWords = (takes: readonly string[]): string =>
  takes.length > 3 ? `${takes.slice(0, 3).join(", ")}, …` : takes.join(", ");

/** Of the call whose parentheses are open before the cursor. */
function parameters(before: string, known: Known): Offer[] {
  const call = /(\w+)\.(\w+)\(([^()]*)$/.exec(before.slice(-2_000));
  if (!call) return [];
  const [, variable = "", method = "", given = ""] = call;
  const takes = methodsOf(variable, known)[method]?.takes ?? [];
  return takes
    .filter((name) => !new RegExp(`\\b${name}=`).test(given))
    .map((name) => ({ label: `${name}=`, type: "property" }));
}

function knownIn(program: string): Known {
  const known: Known = { modules: new Map(), clients: new Map() };
  const text = program
    .split("\n")
    .filter(({ length }) => length <= lineMax)
    .join("\n");
  for (const [, list = ""] of text.matchAll(/^\s*import ([\w., ]+)$/gm))
    for (const one of list.split(",")) {
      const [name = "", alias] = one.trim().split(/\s+as\s+/);
      known.modules.set(alias ?? name, name);
    }
  for (const [, parent, list = ""] of text.matchAll(/^\s*from ([\w.]+) import ([\w, ]+)$/gm))
    for (const one of list.split(",")) {
      const [name = "", alias] = one.trim().split(/\s+as\s+/);
      known.modules.set(alias ?? name, `${parent}.${name}`);
    }
  for (const [, variable, service] of text.matchAll(
    /(\w+)\s*=[^=\n]*\bclient\(\s*["']([\w-]+)["']/g,
  ))
    known.clients.set(variable!, service!);
  return known;
}
