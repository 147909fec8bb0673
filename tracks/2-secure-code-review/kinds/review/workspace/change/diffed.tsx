import { diff } from "@codemirror/merge";
import { useMemo, type ReactNode } from "react";

import type { ReviewBrief } from "../../brief.ts";
import { baseFolder } from "../../repaired.ts";
import { fileDiff, type Changes } from "./file-diff.ts";

type DiffedProps = {
  brief: ReviewBrief;
  files: Record<string, string>;
  children: (changes: Changes) => ReactNode;
};

/** Compares the two versions of a change. On its own, since the comparison comes with the editor. */
export default function Diffed({ brief, files, children }: DiffedProps) {
  const changes = useMemo(() => changesOf(brief, files), [brief, files]);
  return children(changes);
}

function changesOf({ review }: ReviewBrief, files: Record<string, string>): Changes {
  const removed = Object.keys(files)
    .filter((path) => path.startsWith(baseFolder))
    .map((path) => path.slice(baseFolder.length))
    .filter((path) => files[path] === undefined);
  return Object.fromEntries(
    [...review, ...removed].map((path) => [
      path,
      fileDiff(files[`${baseFolder}${path}`] ?? null, files[path] ?? null, diff),
    ]),
  );
}
