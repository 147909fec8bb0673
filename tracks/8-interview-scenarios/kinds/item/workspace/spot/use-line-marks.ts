import { useState, type KeyboardEvent } from "react";

import type { AnswerIn } from "../../answer.ts";
import type { SpotBrief } from "../../brief.ts";

type LineMarksInput = {
  brief: SpotBrief;
  /** How many lines there are. */
  last: number;
  draft: AnswerIn<"spot"> | null;
  onDraft: (draft: AnswerIn<"spot">) => void;
};

/** Where the cursor stands and which lines are marked; a second mark moves the first where one is asked for. */
export function useLineMarks({ brief: { file, marks }, last, draft, onDraft }: LineMarksInput) {
  const marked = draft?.lines ?? [];
  const [cursor, setCursor] = useState(marked[0] ?? 1);

  const toggle = (line: number) => {
    const kept = marks === "one" ? [] : marked.filter((one) => one !== line);
    const next = marked.includes(line) ? kept : [...kept, line];
    setCursor(line);
    onDraft({ form: "spot", file, lines: next.toSorted((a, b) => a - b) });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps[event.key];
    if (step !== undefined) {
      const line = Math.max(1, Math.min(last, cursor + step));
      setCursor(line);
      event.currentTarget.querySelector<HTMLElement>(`[data-line="${line}"]`)?.focus();
    } else if (event.key === " " || event.key === "Enter") toggle(cursor);
    else return;
    event.preventDefault();
  };
  return { marked, cursor, toggle, onKeyDown };
}

const page = 10;
const steps: Record<string, number> = {
  ArrowDown: 1,
  j: 1,
  ArrowUp: -1,
  k: -1,
  PageDown: page,
  PageUp: -page,
  Home: -Infinity,
  End: Infinity,
};
