import type { Cursor } from "./cursor.ts";
import { Draft } from "./draft.ts";
import { flowTail } from "./head-parts.ts";
import { idPattern } from "./tokens.ts";

const arrow = /<-+>|<-+|-+>|→|←|↔/y;

/**
 * Null where no arrow follows the first id: the line is no flow. Then nothing has moved. A flow without its
 * other end is one, and gives no draft.
 */
export function readFlow(cursor: Cursor): { draft: Draft | null } | null {
  const start = cursor.at;
  const place = cursor.here;
  const first = cursor.take(idPattern);
  const direction = first === null ? null : cursor.next(arrow);
  if (first === null || direction === null) {
    cursor.at = start;
    return null;
  }
  const draft = new Draft("flows", place);
  void cursor.ended;
  const second = { place: cursor.here, id: cursor.take(idPattern) };
  if (second.id === null) {
    cursor.report.problem(
      second.place,
      "The other end of the flow is missing here.",
      "Name it by its id: app -> api",
    );
    return { draft: null };
  }
  const reversed = direction.startsWith("<") || direction === "←";
  const both = direction === "↔" || (direction.startsWith("<") && direction.endsWith(">"));
  const ends = [
    { id: first, place },
    { id: second.id, place: second.place },
  ];
  const [source, target] = reversed && !both ? ends.toReversed() : ends;
  draft.set("source", source!.id, source!.place);
  draft.set("target", target!.id, target!.place);
  if (both) draft.value["bidirectional"] = true;
  flowTail(cursor, draft);
  return { draft };
}
