import type { Cursor } from "./cursor.ts";
import type { Draft } from "./draft.ts";
import { forms } from "./forms.ts";
import { takeSuffix } from "./suffixes.ts";
import { stumble, takeId, takeName, takeRest, takeZone } from "./tokens.ts";
import { numberPattern } from "./values.ts";

export function readZone(cursor: Cursor, draft: Draft): boolean {
  if (!takeId(cursor, draft, forms.zone)) return false;
  while (!cursor.ended) {
    const { here } = cursor;
    const trust = cursor.take(numberPattern);
    if (trust !== null) draft.set("trust", Number(trust), here);
    else if (!takeZone(cursor, draft, "parent")) {
      const name = takeRest(cursor);
      if (name === null) stumble(cursor, forms.zone);
      else draft.set("name", name.text, name.place);
    }
  }
  if (draft.value["trust"] === undefined) {
    cursor.report.notice(
      draft.place,
      `The trust of ${String(draft.value["id"])} is not given; taken as 50.`,
    );
    draft.value["trust"] = 50;
  }
  return true;
}

export function readElement(cursor: Cursor, draft: Draft): boolean {
  if (!takeId(cursor, draft, forms.element)) return false;
  while (!cursor.ended) {
    if (takeZone(cursor, draft, "zone")) continue;
    suffixOrName(cursor, draft, forms.element);
  }
  return true;
}

/** Both ends have been read. */
export function flowTail(cursor: Cursor, draft: Draft): void {
  while (!cursor.ended) suffixOrName(cursor, draft, forms.flow);
}

function suffixOrName(cursor: Cursor, draft: Draft, form: string): void {
  if (takeSuffix(cursor, draft)) return;
  const name = draft.value["name"] === undefined ? takeName(cursor) : null;
  if (name === null) stumble(cursor, form);
  else draft.set("name", name.text, name.place);
}
