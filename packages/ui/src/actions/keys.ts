/**
 * Keys as text: chords are joined by "+", steps of a sequence by a space. "g t", "Mod+k", "?".
 * Mod is Cmd on a Mac and Ctrl elsewhere.
 */
type KeyLike = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

export const isMac = (): boolean =>
  typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);

/** The chord of an event in the notation above, in one spelling. */
export function chordOf(event: KeyLike, mac = isMac()): string {
  const isSign = event.key.length === 1;
  const mod = mac ? event.metaKey : event.ctrlKey;
  const other = mac ? event.ctrlKey : event.metaKey;
  const parts = [
    mod && "Mod",
    other && (mac ? "Ctrl" : "Meta"),
    event.altKey && "Alt",
    // Shift is part of the character itself in "?" and "A", but not in Shift+Enter and Mod+Shift+z.
    event.shiftKey && (!isSign || ((mod || event.altKey) && isLetter(event.key))) && "Shift",
    event.key === " " ? "Space" : mod || event.altKey ? lower(event.key) : event.key,
  ];
  return parts.filter(Boolean).join("+");
}

const isLetter = (key: string) => key.toLowerCase() !== key.toUpperCase();
const lower = (key: string) => (key.length === 1 ? key.toLowerCase() : key);

export const stepsOf = (keys: string): string[] => keys.split(" ");

/** Whether the first step needs Ctrl, Cmd or Alt, and so works while typing. */
export const hasModifier = (keys: string): boolean => /(^|\+)(Mod|Ctrl|Meta|Alt)\+/.test(keys);

const names: Record<string, string> = { ArrowUp: "↑", ArrowDown: "↓", Escape: "Esc" };

/** What is printed on the keys: one entry for each step of the sequence. */
export function keyParts(keys: string, mac = isMac()): string[] {
  return stepsOf(keys).map((step) => {
    const parts = step.split(/\+(?=.)/);
    return parts.map((part) => keyName(part, { mac, alone: parts.length === 1 })).join(" ");
  });
}

function keyName(part: string, { mac, alone }: { mac: boolean; alone: boolean }): string {
  if (part === "Mod") return mac ? "⌘" : "Ctrl";
  // Beside a modifier letters are printed as on the key cap; alone they are what is typed.
  return names[part] ?? (alone || part.length > 1 ? part : part.toUpperCase());
}
