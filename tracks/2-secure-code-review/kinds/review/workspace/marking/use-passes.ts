import { useState } from "react";

const shownKey = "loopwright.passes";
const ticksKey = (attemptId: string) => `loopwright.passes.${attemptId}`;

/** The order of the guide: what decides harm comes before what fills the first minutes. */
export const passes = [
  { id: "boundaries", title: "Trust boundaries", about: "what comes in, and from whom" },
  { id: "sinks", title: "Sinks", about: "where it takes effect, walked back" },
  { id: "authorisation", title: "Authorisation", about: "who may, on which object, checked where" },
  { id: "state", title: "State", about: "what is written, twice, at once, by whose word" },
  { id: "details", title: "Details", about: "secrets, randomness, flags, limits, errors, logs" },
] as const;
export type PassId = (typeof passes)[number]["id"];

/**
 * Whether the list is shown is remembered; ticks last as long as the window. They are no part of the answer:
 * nothing grades them.
 */
export function usePasses(attemptId: string) {
  const [shown, setShown] = useState(() => read(() => localStorage, shownKey) === "on");
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    () => new Set(read(() => sessionStorage, ticksKey(attemptId))?.split(" ")),
  );
  return {
    shown,
    show: (wanted: boolean): void => {
      setShown(wanted);
      write(() => localStorage, [shownKey, wanted ? "on" : "off"]);
    },
    isTicked: (pass: PassId) => ticked.has(pass),
    tick: (pass: PassId, wanted: boolean): void => {
      const next = new Set(ticked);
      if (wanted) next.add(pass);
      else next.delete(pass);
      setTicked(next);
      write(() => sessionStorage, [ticksKey(attemptId), [...next].join(" ")]);
    },
  };
}

// Storage may be off: the list is then as it is at first, for as long as the page is open.
function read(storage: () => Storage, key: string): string | null {
  try {
    return storage().getItem(key);
  } catch {
    return null;
  }
}

function write(storage: () => Storage, [key, value]: [string, string]): void {
  try {
    storage().setItem(key, value);
  } catch {
    // As above.
  }
}
