import { useCallback, useEffect, useState } from "react";

import { told } from "./model-saver.ts";

export type Fault = { message: string; next: string };

/** What a promise gave, or why it did not; null while it is on its way. */
export type Asked<T> = { value: T } | { fault: Fault } | null;

/** Asks once it is shown, anew when `ask` is another function, and again on request. */
export function useAsked<T>(ask: () => Promise<T>): [Asked<T>, () => void] {
  const [tries, setTries] = useState(0);
  const [answer, setAnswer] = useState<{ ask: () => Promise<T>; tries: number; got: Asked<T> }>();
  useEffect(() => {
    let current = true;
    const take = (got: Asked<T>) => current && setAnswer({ ask, tries, got });
    ask().then(
      (value) => take({ value }),
      (error: unknown) => take({ fault: told(error) }),
    );
    return () => {
      current = false;
    };
  }, [ask, tries]);
  const again = useCallback(() => setTries((before) => before + 1), []);
  // An answer to the question before stays until the next is there, a fault does not.
  const isNew = answer?.ask === ask && answer.tries === tries;
  const isKept = answer?.ask === ask && answer.got !== null && "value" in answer.got;
  return [isNew || isKept ? answer.got : null, again];
}
