import type { ReactNode } from "react";

/** Messages mark what is to be typed with backticks; on screen it is set in mono. */
export function InlineCode({ text }: { text: string }): ReactNode {
  return text
    .split("`")
    .map((part, index) => (index % 2 === 1 ? <code key={part}>{part}</code> : part));
}
