/** Kinds of rows that somebody may keep in memory. */
export type Changing = "attempts" | "cards";

/** What this process has changed, so that whoever keeps rows in memory reads only those again. */
export type Changes = {
  /** Where the log stands. Ask before reading, and hand it in later. */
  mark: () => number;
  /** Ids that changed since; null where that is not known, and anything may have. */
  since: (mark: number, what: Changing) => ReadonlySet<string> | null;
};

/** Beyond so many changes everything is read again. */
const logLength = 1000;
/** In the place of an id: not one row changed, but who knows which. */
const many = "";

/**
 * `alone`: whether no other process writes to the database. The embedded one is locked to one process; behind a
 * PostgreSQL server others may write, so there nothing is ever known.
 */
export function changeLog({ alone }: { alone: boolean }): Changes & {
  note: (what: Changing, id: string | null) => void;
} {
  let log: { at: number; what: Changing; id: string }[] = [];
  let at = 0;
  return {
    mark: () => at,
    since: (mark, what) => {
      const oldest = log[0]?.at ?? at + 1;
      if (!alone || mark < oldest - 1) return null;
      const later = log.filter((one) => one.at > mark && one.what === what);
      const ids = new Set(later.map(({ id }) => id));
      return ids.has(many) ? null : ids;
    },
    note: (what, id) => {
      at += 1;
      log.push({ at, what, id: id ?? many });
      if (log.length > 2 * logLength) log = log.slice(-logLength);
    },
  };
}

type Writes<R> = {
  [K in keyof R]?: R[K] extends (...args: infer A) => unknown
    ? (...args: A) => string | null
    : never;
};

/** The same repository; what its writes changed is noted when each is over, whether it succeeded or not. */
export function noting<R extends object>(
  repository: R,
  note: (id: string | null) => void,
  writes: Writes<R>,
): R {
  const noted = Object.entries(writes).map(([name, idOf]) => {
    const write = repository[name as keyof R] as (...args: unknown[]) => Promise<unknown>;
    const through = async (...args: unknown[]) => {
      try {
        return await write(...args);
      } finally {
        note((idOf as (...given: unknown[]) => string | null)(...args));
      }
    };
    return [name, through] as const;
  });
  return { ...repository, ...Object.fromEntries(noted) };
}
