import type { ReviewBrief } from "../../brief.ts";
import type { Changes, FileState } from "../change/file-diff.ts";

/** A file as it is listed; `state` only in a change. */
export type ListedFile = { path: string; state: FileState | null };

/** In reading order, what a change removed last. */
export const listedFiles = ({ review }: ReviewBrief, changes: Changes | null): ListedFile[] =>
  changes
    ? Object.entries(changes).map(([path, { state }]) => ({ path, state }))
    : review.map((path) => ({ path, state: null }));

export type Branch = { folder: string; entries: (ListedFile | Branch)[] };
export const isBranch = (entry: ListedFile | Branch): entry is Branch => "folder" in entry;

/**
 * Folders around the files, in reading order: a folder stands where its first file does. A folder that
 * holds nothing but one other is joined with it.
 */
export function treeOf(files: readonly ListedFile[], folder = ""): Branch {
  const taken = new Set<string>();
  const entries = files.flatMap((file): Branch["entries"] => {
    const [name = "", ...rest] = file.path.slice(folder.length).split("/");
    if (rest.length === 0) return [file];
    const inside = `${folder}${name}/`;
    if (taken.has(inside)) return [];
    taken.add(inside);
    return [
      treeOf(
        files.filter(({ path }) => path.startsWith(inside)),
        inside,
      ),
    ];
  });
  const [only] = entries;
  const joined = folder !== "" && entries.length === 1 && only && isBranch(only);
  return joined ? only : { folder, entries };
}
