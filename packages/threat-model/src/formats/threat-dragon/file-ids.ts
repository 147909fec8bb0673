import { lists, type Model } from "../../model/model.ts";
import { saidBy } from "../common/loose.ts";
import { isUuid, uuidOf } from "../common/uuid.ts";
import { format } from "./words.ts";

/** What each part is called in the file: as it was there, or a UUID, since cells and threats have one each. */
export function fileIdsOf(model: Model) {
  const byPart = new Map<string, string>();
  const used = new Set<string>();
  const own: string[] = [];
  for (const { id, ...part } of lists.flatMap(
    (list): { id: string; extra?: Model["extra"] }[] => model[list],
  )) {
    const { id: said, diagram } = saidBy(format, part);
    // A diagram that was copied has the same ids as the one that it was copied from.
    const place = JSON.stringify([diagram, said]);
    const kept = typeof said === "string" && !used.has(place) ? said : undefined;
    byPart.set(id, kept ?? uuidOf(id));
    used.add(place);
    if (kept === undefined && !isUuid(id)) own.push(id);
  }
  return { fileId: (id: string) => byPart.get(id) ?? uuidOf(id), own };
}
