import { useActions } from "@loopwright/ui";

import type { FilesView } from "./use-files.ts";

/** Keys and palette entries to go through several files. */
export function useFileActions(view: FilesView): void {
  const { listed, cursor, viewed } = view;
  const group = "Files";
  const here = listed.findIndex(({ path }) => path === cursor?.file);
  const next = listed[here + 1]?.path;
  const previous = here > 0 ? listed[here - 1]?.path : undefined;
  const current = listed[here]?.path;
  const tick = () => {
    if (current === undefined || viewed === null) return;
    const wanted = !viewed.has(current);
    view.tick(current, wanted);
    // On to what is left to read; the lines that had the focus are gone.
    const left = listed.find(({ path }, i) => i > here && !viewed.has(path));
    if (wanted && left) view.goToFile(left.path);
  };
  const several = listed.length > 1;
  useActions([
    {
      id: "files.next",
      title: "Next file",
      keys: "]",
      group,
      enabled: several && next !== undefined,
      run: () => next !== undefined && view.goToFile(next),
    },
    {
      id: "files.previous",
      title: "Previous file",
      keys: "[",
      group,
      enabled: several && previous !== undefined,
      run: () => previous !== undefined && view.goToFile(previous),
    },
    {
      id: "files.viewed",
      title: "Tick this file as viewed",
      keys: "v",
      group,
      enabled: several && current !== undefined && viewed !== null,
      run: tick,
    },
  ]);
}
