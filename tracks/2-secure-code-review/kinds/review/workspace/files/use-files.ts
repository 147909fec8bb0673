import { useEffect, useState } from "react";

import type { ReviewBrief } from "../../brief.ts";
import { firstChanged, type Changes } from "../change/file-diff.ts";
import { at, type LineRange } from "../code/line-range.ts";
import { goToLine } from "../code/use-line-keys.ts";
import { listedFiles } from "./listed.ts";
import { useViewed } from "./use-viewed.ts";

/** Where the cursor stands; one for all files. */
export type Cursor = { file: string; range: LineRange };

type FilesInput = {
  brief: ReviewBrief;
  changes: Changes | null;
  /** Names what was ticked as viewed; null where nothing is ticked, as in a grade. */
  attemptId: string | null;
  /** Files that stay open although nothing in them changed. */
  needed?: readonly string[];
};

/** The files on the page: where the cursor is, which of them are open, and which parts are put away. */
export function useFiles({ brief, changes, attemptId, needed = [] }: FilesInput) {
  const listed = listedFiles(brief, changes);
  const { viewed, setViewed } = useViewed(attemptId);
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const [opened, setOpened] = useState<Record<string, boolean>>({});
  const show = useTarget();
  const [unfolded, setUnfolded] = useState<readonly string[]>([]);

  const isOpen = (file: string): boolean =>
    opened[file] ??
    (!viewed.has(file) && (changes?.[file]?.state !== "unchanged" || needed.includes(file)));
  const open = (file: string, wanted: boolean) => setOpened({ ...opened, [file]: wanted });
  const unfold = (file: string, from: number) => setUnfolded([...unfolded, `${from} ${file}`]);
  const reveal = (file: string, line: number) => {
    if (!isOpen(file)) open(file, true);
    const fold = changes?.[file]?.folds.find(({ from, to }) => from <= line && line <= to);
    if (fold && !unfolded.includes(`${fold.from} ${file}`)) unfold(file, fold.from);
  };
  const moveTo = (next: Cursor) => {
    reveal(next.file, next.range.head);
    setCursor(next);
  };
  /** Shows lines, wherever they were put away, and gives the last of them the focus. */
  const go = (file: string, from: number, to = from) => {
    moveTo({ file, range: { anchor: from, head: to } });
    show({ file, line: to });
  };

  return {
    listed,
    changes,
    cursor,
    moveTo,
    go,
    isOpen,
    open,
    isFolded: (file: string, from: number) => !unfolded.includes(`${from} ${file}`),
    unfold,
    /** Null where files are not ticked. */
    viewed: attemptId === null ? null : viewed,
    tick(file: string, wanted: boolean) {
      const { [file]: _forgotten, ...others } = opened;
      setOpened(others);
      setViewed(file, wanted);
    },
    /** To where the reading of a file begins. */
    goToFile(file: string) {
      const diff = changes?.[file];
      if (diff?.state !== "removed") return go(file, diff ? firstChanged(diff) : 1);
      moveTo({ file, range: at(1) });
      show({ file, line: null });
    },
  };
}
export type FilesView = ReturnType<typeof useFiles>;

/** A line, or the name of a file that has no lines any more. */
type Target = { file: string; line: number | null };

/** Shows it once what was put away is on the page. */
function useTarget() {
  // A new object each time, so that the same line can be asked for again.
  const [target, setTarget] = useState<Target | null>(null);
  useEffect(() => {
    if (target) showTarget(target);
  }, [target]);
  return setTarget;
}

function showTarget({ file, line }: Target): void {
  if (line !== null) return goToLine(file, line);
  const head = document.querySelector(`[data-head="${CSS.escape(file)}"]`);
  head?.scrollIntoView();
  head?.querySelector("button")?.focus({ preventScroll: true });
}
