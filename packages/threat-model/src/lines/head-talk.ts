import { strideCategories } from "../model/words.ts";
import type { Cursor } from "./cursor.ts";
import type { Draft } from "./draft.ts";
import { forms } from "./forms.ts";
import type { Place } from "./report.ts";
import { keyword, stumble, takeIds, takeOptionalId, takeRest, textOf } from "./tokens.ts";

export const assumptionStates = keyword("unconfirmed|confirmed|rejected");
export const mitigationStates = keyword("proposed|in[- ]progress|done|will[- ]not[- ]do");

/** `assume` and `mitigate`: an id, a state, a text. */
export const readTold =
  (form: string, states: RegExp) =>
  (cursor: Cursor, draft: Draft): boolean => {
    // A state that stands first is no id.
    const start = cursor.at;
    if (cursor.next(states) === null) takeOptionalId(cursor, draft);
    else cursor.at = start;
    while (!cursor.ended) {
      const { here } = cursor;
      const state = cursor.take(states);
      const text = state === null ? takeRest(cursor) : null;
      if (state !== null) draft.set("state", state.toLowerCase().replace(/ /g, "-"), here);
      else if (text === null) stumble(cursor, form);
      else {
        draft.set("text", text.text, text.place);
        draft.quoted = text.quoted;
      }
    }
    return true;
  };

const strideWord = keyword(`[${strideCategories.join("")}]+`);
const riskWord = /([0-9]+)\s*[x×*]\s*([0-9]+)(?![\w-])/iy;
const on = keyword("on");
const by = keyword("by");
/** First in the line these are no id; letters of STRIDE only where they are written large. */
export const noThreatId = /(?:[STRIDE]+|[0-9]+\s*[xX×*]\s*[0-9]+|[oO][nN]|[bB][yY])(?![\w-])/y;

export function readThreat(cursor: Cursor, draft: Draft): boolean {
  const start = cursor.at;
  if (cursor.next(noThreatId) === null) takeOptionalId(cursor, draft);
  else cursor.at = start;
  while (!cursor.ended) {
    const { here } = cursor;
    if (cursor.take(on) !== null) takeIds(cursor, draft, "targets");
    else if (cursor.take(by) !== null) takeIds(cursor, draft, "mitigations");
    else if (!takeLevels(cursor, draft, here)) {
      const title = takeRest(cursor);
      if (title === null) stumble(cursor, forms.threat);
      else draft.set("title", title.text, title.place);
    }
  }
  return true;
}

function takeLevels(cursor: Cursor, draft: Draft, place: Place): boolean {
  const risk = cursor.match(riskWord);
  if (risk !== null) {
    const [likelihood, impact] = [Number(risk[1]), Number(risk[2])];
    draft.set("risk", { likelihood, impact }, place);
    return true;
  }
  const letters = draft.value["stride"] === undefined ? cursor.take(strideWord) : null;
  if (letters !== null) draft.set("stride", letters.toUpperCase().split(""), place);
  return letters !== null;
}

const findingWord = /"(?:[^"\\]|\\.)*"|[^\s"]\S*/y;
const decisionWord = keyword("not[- ]applicable|accepted");

export function readDecision(cursor: Cursor, draft: Draft): boolean {
  void cursor.ended;
  const place = cursor.here;
  const finding = cursor.take(findingWord);
  void cursor.ended;
  const statePlace = cursor.here;
  const state = cursor.take(decisionWord);
  if (finding === null || state === null) {
    cursor.report.problem(
      finding === null ? place : statePlace,
      finding === null ? "A finding is missing here." : "A decision is missing here.",
      `Write ${forms.decide}`,
    );
    return false;
  }
  draft.set("finding", textOf(cursor, finding, place), place);
  draft.set("state", state.toLowerCase().replace(" ", "-"), statePlace);
  const reason = takeRest(cursor);
  draft.set("reason", reason?.text ?? "", reason?.place ?? place);
  while (!cursor.ended) stumble(cursor, forms.decide);
  return true;
}
