/**
 * One list of what can be done right now. A page or a widget adds its actions while it is shown;
 * buttons, the palette, the `?` help and the keyboard all read from here.
 */
export type Action = {
  /** Unique while it is registered: "attempt.submit". */
  id: string;
  /** As a button says it: "Finish review". */
  title: string;
  /** See keys.ts for the notation. */
  keys?: string;
  /** Heading in the help and in the palette: "Go to", "This attempt". */
  group: string;
  run: () => void;
  /** Default true. What is not enabled is not offered. */
  enabled?: boolean;
  /** A widget binds these keys itself while it has the focus: they stand in the help, and nowhere else. */
  helpOnly?: boolean;
};

export type ActionRegistry = {
  set: (owner: symbol, actions: Action[]) => void;
  remove: (owner: symbol) => void;
  /** Enabled actions in the order in which their owners came; the same array until something changes. */
  list: () => readonly Action[];
  /** Runs the newest version of an action. Returns false where it is not there or not enabled. */
  run: (id: string) => boolean;
  subscribe: (listener: () => void) => () => void;
};

export function createRegistry(): ActionRegistry {
  const owners = new Map<symbol, Action[]>();
  const listeners = new Set<() => void>();
  let shown: readonly Action[] = [];

  const changed = () => {
    shown = [...owners.values()].flat().filter(isEnabled);
    for (const listener of listeners) listener();
  };

  return {
    set(owner, actions) {
      const before = owners.get(owner);
      owners.set(owner, actions);
      // Only what can be seen is compared: a new `run` on every render must not redraw the shell.
      if (!before || !sameFace(before, actions)) changed();
    },
    remove(owner) {
      if (owners.delete(owner)) changed();
    },
    list: () => shown,
    run(id) {
      const found = [...owners.values()].flat().findLast((one) => one.id === id && isEnabled(one));
      found?.run();
      return found !== undefined;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const isEnabled = (action: Action) => action.enabled !== false;

const face = ({ id, title, keys, group, enabled }: Action) =>
  JSON.stringify([id, title, keys ?? null, group, enabled !== false]);

const sameFace = (a: Action[], b: Action[]) =>
  a.length === b.length && a.every((one, index) => face(one) === face(b[index] as Action));

/** The registry of the page. */
export const actions: ActionRegistry = createRegistry();
