import type { Action } from "@loopwright/ui";

/** The keys of the code, for the help: use-line-keys.ts binds them where they work, on a line. */
export const lineActions = ({ marking }: { marking: boolean }): Action[] => [
  action("one", { title: "Move by a line", keys: "ArrowUp ArrowDown" }),
  action("ten", { title: "Move by ten lines", keys: "PageUp PageDown" }),
  action("ends", { title: "To the first or last line", keys: "Home End" }),
  ...(marking
    ? [
        action("more", { title: "Select more lines", keys: "Shift+ArrowUp Shift+ArrowDown" }),
        action("mark", { title: "Mark the selected lines", keys: "Enter" }),
      ]
    : []),
];

const action = (id: string, face: Pick<Action, "title" | "keys">): Action => ({
  id: `lines.${id}`,
  group: "On a line of the code",
  helpOnly: true,
  run: () => undefined,
  ...face,
});
