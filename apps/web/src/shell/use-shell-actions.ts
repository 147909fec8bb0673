import { useActionKeys, useActions, type Action } from "@loopwright/ui";
import { useNavigate } from "@tanstack/react-router";
import { useCallback, useState } from "react";

import { otherPlaces, places } from "./places.ts";

type Overlay = "palette" | "help" | null;

/** What can be done anywhere: go to a place, find, see the keys. */
export function useShellActions(): { open: Overlay; close: () => void } {
  const [open, setOpen] = useState<Overlay>(null);
  const navigate = useNavigate();
  const goTo = [...places, ...otherPlaces].map(({ to, title, keys }): Action => ({
    id: `go.${to}`,
    title,
    keys,
    group: "Go to",
    run: () => void navigate({ to }),
  }));
  useActionKeys();
  useActions([
    ...goTo,
    action("shell.find", { title: "Find", keys: "Mod+k", run: () => setOpen("palette") }),
    action("shell.keys", { title: "Keys", keys: "?", run: () => setOpen("help") }),
  ]);
  return { open, close: useCallback(() => setOpen(null), []) };
}

const action = (id: string, rest: Pick<Action, "title" | "keys" | "run">): Action => ({
  id,
  group: "Anywhere",
  ...rest,
});
