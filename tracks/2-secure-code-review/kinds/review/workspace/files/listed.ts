import type { ReviewBrief } from "../../brief.ts";
import type { Changes, FileState } from "../change/file-diff.ts";

/** A file as it is listed; `state` only in a change. */
export type ListedFile = { path: string; state: FileState | null };

/** In reading order, what a change removed last. */
export const listedFiles = ({ review }: ReviewBrief, changes: Changes | null): ListedFile[] =>
  changes
    ? Object.entries(changes).map(([path, { state }]) => ({ path, state }))
    : review.map((path) => ({ path, state: null }));

export type Branch = { folder: string; files: ListedFile[]; folders: Branch[] };

/** Folders around the files, a folder that holds nothing but one other joined with it. */
export function treeOf(files: readonly ListedFile[], folder = ""): Branch {
  const here = files.filter(({ path }) => !path.slice(folder.length).includes("/"));
  const names = new Set(
    files
      .map(({ path }) => path.slice(folder.length).split("/"))
      .flatMap(([name, ...rest]) => (rest.length > 0 && name !== undefined ? [name] : [])),
  );
  const folders = [...names].map((name) => {
    const inside = `${folder}${name}/`;
    return treeOf(
      files.filter(({ path }) => path.startsWith(inside)),
      inside,
    );
  });
  const [only] = folders;
  const joined = folder !== "" && here.length === 0 && folders.length === 1 && only;
  return joined || { folder, files: here, folders };
}
