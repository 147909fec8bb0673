import { elementTypes } from "../model/words.ts";
import type { Cursor } from "./cursor.ts";
import { Draft } from "./draft.ts";
import { forms } from "./forms.ts";
import { readData } from "./head-data.ts";
import { readElement, readZone } from "./head-parts.ts";
import {
  assumptionStates,
  mitigationStates,
  readDecision,
  readThreat,
  readTold,
} from "./head-talk.ts";
import { quoted } from "./report.ts";
import { takeRest, textOf } from "./tokens.ts";

/** Reads a line from after its first word. False: there is no part in it. */
type Head = (cursor: Cursor, draft: Draft) => boolean;

function readModel(cursor: Cursor, draft: Draft): boolean {
  const title = takeRest(cursor);
  if (title === null) {
    const { text, ...place } = cursor.rest;
    draft.set("title", textOf(cursor, text, place), place);
  } else draft.set("title", title.text, title.place);
  return true;
}

const elementHead =
  (type: string): Head =>
  (cursor, draft) => {
    draft.value["type"] = type;
    return readElement(cursor, draft);
  };

const heads = new Map<string, { owner: Draft["owner"]; read: Head }>([
  ["model", { owner: "model", read: readModel }],
  ["zone", { owner: "zones", read: readZone }],
  ["data", { owner: "data", read: readData }],
  ...elementTypes.map((type) => [type, { owner: "elements", read: elementHead(type) }] as const),
  ["assume", { owner: "assumptions", read: readTold(forms.assume, assumptionStates) }],
  ["mitigate", { owner: "mitigations", read: readTold(forms.mitigate, mitigationStates) }],
  ["threat", { owner: "threats", read: readThreat }],
  ["decide", { owner: "decisions", read: readDecision }],
]);

const firstWord = /[A-Za-z]+(?![\w-])/y;

/** Null where the line holds no part; then it was said why. */
export function readHead(cursor: Cursor): Draft | null {
  const place = cursor.here;
  const word = cursor.take(firstWord);
  const head = word === null ? undefined : heads.get(word.toLowerCase());
  if (head === undefined) {
    const known = [...heads.keys()].join(", ");
    cursor.report.problem(
      place,
      `No line begins with ${quoted(/^\S*/.exec(cursor.line.text)![0])}.`,
      `Begin with ${known}, or write a flow: ${forms.flow}`,
    );
    return null;
  }
  const draft = new Draft(head.owner, place);
  return head.read(cursor, draft) ? draft : null;
}
