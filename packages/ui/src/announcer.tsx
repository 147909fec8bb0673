import { useSyncExternalStore } from "react";

import { VisuallyHidden } from "./visually-hidden.tsx";

let message = "";
const listeners = new Set<() => void>();

/** Says one sentence to screen readers, politely: a grade that arrived, a draft that was lost. */
export function announce(text: string): void {
  // The same sentence twice is still news; a trailing no-break space makes it differ.
  message = text === message ? `${text}\u00a0` : text;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The one live region of the page. Drawn once, by the shell. */
export function Announcer() {
  const text = useSyncExternalStore(subscribe, () => message);
  return (
    <div role="status" aria-live="polite">
      <VisuallyHidden>{text}</VisuallyHidden>
    </div>
  );
}
