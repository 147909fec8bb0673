import { chordOf, hasModifier, stepsOf } from "./keys.ts";
import type { ActionRegistry } from "./registry.ts";

/** After this silence a started sequence such as "g t" is forgotten. */
const sequenceMs = 1200;

/** Listens on the document until the returned function is called. */
export function listenForKeys(registry: ActionRegistry, target: Document = document): () => void {
  let typed: string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const forget = () => {
    typed = [];
    clearTimeout(timer);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isBareModifier(event.key)) return;
    const chord = chordOf(event);
    if (!mayFire(event.target, chord)) return forget();
    typed = [...typed, chord];
    const found = match(registry, typed) ?? match(registry, (typed = [chord]));
    if (!found) return forget();
    event.preventDefault();
    if (found === "more") {
      clearTimeout(timer);
      timer = setTimeout(forget, sequenceMs);
      return;
    }
    forget();
    registry.run(found);
  };

  target.addEventListener("keydown", onKeyDown);
  return () => {
    forget();
    target.removeEventListener("keydown", onKeyDown);
  };
}

/** The id of the action that these steps name, "more" where they begin one, else undefined. */
function match(registry: ActionRegistry, steps: readonly string[]): string | undefined {
  const typed = steps.join(" ");
  const bound = registry.list().filter(({ keys, helpOnly }) => keys !== undefined && !helpOnly);
  // The last to come is the innermost: a dialog's or a workspace's key wins over the shell's.
  const exact = bound.findLast(({ keys }) => keys === typed);
  if (exact) return exact.id;
  return bound.some(
    ({ keys = "" }) => stepsOf(keys).length > steps.length && keys.startsWith(`${typed} `),
  )
    ? "more"
    : undefined;
}

const isBareModifier = (key: string) => ["Shift", "Control", "Alt", "Meta"].includes(key);

const editors = "input, textarea, select, [contenteditable]:not([contenteditable=false])";
const pressable = "button, a[href], summary, [role=button], [role=option], [role=menuitem]";

/** Plain keys belong to what has the focus: text to editors, Enter and Space to buttons and links. */
function mayFire(target: EventTarget | null, chord: string): boolean {
  if (!(target instanceof Element)) return true;
  // A dialog has its own keys; what lies behind it waits.
  if (target.ownerDocument.querySelector("dialog:modal, [role=dialog]")) return false;
  if (hasModifier(chord)) return true;
  if (target.closest(editors)) return false;
  return !((chord === "Enter" || chord === "Space") && target.closest(pressable));
}
