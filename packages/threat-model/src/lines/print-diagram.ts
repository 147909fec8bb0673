import type { Element, Flow } from "../model/model.ts";
import { encryptionOf, flowId } from "./finish.ts";
import type { Printed } from "./print.ts";
import { isPlain, jsonText } from "./values.ts";
import { controlNamed, protocolWord, says, technologyNamed } from "./words.ts";

/** A name that no suffix begins in. */
const writeName = (name: string): string =>
  isPlain(name) && !/[<[{]|(^|\s)#/.test(name) ? name : jsonText(name);

/** Left out where it is the id. */
export const named = (id: string, name: string, write: (name: string) => string): string =>
  name === id ? "" : `: ${write(name)}`;

export function elementLine(one: Element): Printed {
  const stencil = technologyNamed(one.technology)?.id === one.technology;
  const technology = one.technology === "generic" || !stencil ? "" : ` <${one.technology}>`;
  const controls = one.controls.every((id) => controlNamed(id)?.id === id);
  const head =
    `${one.type} ${one.id}${one.zone === null ? "" : ` in ${one.zone}`}` +
    named(one.id, one.name, writeName) +
    technology +
    brackets("[]", controls ? one.controls : []) +
    shared(one);
  return {
    head,
    below: {
      technology: stencil ? undefined : one.technology,
      controls: controls ? undefined : one.controls,
      tags: tagsBelow(one),
    },
  };
}

type Known = {
  elements: ReadonlySet<string>;
  all: ReadonlySet<string>;
  flows: ReadonlySet<string>;
};

export function flowLine(one: Flow, known: Known): Printed {
  const protocol = one.protocol === "" ? "" : protocolWord(one.protocol);
  const controls = one.controls.every((id) => says(id, { kind: "control", id }));
  const words = [
    protocol ?? "",
    stated(one.authentication, "unknown", "authentication"),
    stated(one.encryption, encryptionOf(one.protocol, one.authentication), "encryption"),
    ...(controls ? one.controls : []),
  ].filter((word) => word !== "");
  const plain = one.id === flowId(one.source, one.target, new Set()) && known.flows.has(one.id);
  const loose = (["source", "target"] as const).filter((end) => !known.elements.has(one[end]));
  return {
    head:
      `${one.source} ${one.bidirectional ? "<->" : "->"} ${one.target}` +
      named(one.id, one.name, writeName) +
      brackets("[]", words) +
      shared(one),
    below: {
      id: plain ? undefined : one.id,
      loose: loose.length === 0 ? undefined : loose.join(" "),
      protocol: protocol === null ? one.protocol : undefined,
      controls: controls ? undefined : one.controls,
      tags: tagsBelow(one),
    },
  };
}

/** What the reader would take for granted is not written. */
function stated(value: string, granted: string, what: string): string {
  if (value === granted) return "";
  if (value === "none") return `no ${what}`;
  return value === "unknown" ? `unknown ${what}` : value;
}

const tagWord = /^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u;

const tagsBelow = ({ tags }: Element | Flow): readonly string[] | undefined =>
  tags.every((one) => tagWord.test(one)) ? undefined : tags;

const shared = (one: Element | Flow): string =>
  brackets("{}", one.data) +
  (tagsBelow(one) === undefined ? one.tags.map((tag) => ` #${tag}`).join("") : "");

const brackets = ([open, close]: string, words: readonly string[]): string =>
  words.length === 0 ? "" : ` ${open}${words.join(", ")}${close}`;
