import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from "react";

import { listenForKeys } from "./key-listener.ts";
import { actions, type Action } from "./registry.ts";

/** Offers these actions while the component is shown. The list may be made anew on every render. */
export function useActions(offered: Action[]): void {
  const [owner] = useState(() => Symbol("actions"));
  useLayoutEffect(() => actions.set(owner, offered));
  useEffect(() => () => actions.remove(owner), [owner]);
}

/** Everything that can be done right now, for the palette and the help. */
export const useOfferedActions = (): readonly Action[] =>
  useSyncExternalStore(actions.subscribe, actions.list, actions.list);

/** Binds the keyboard to the registry. Used once, by the shell. */
export const useActionKeys = (): void => useEffect(() => listenForKeys(actions), []);
