import { useActions } from "@loopwright/ui";
import type { RefObject } from "react";

import { draw } from "./draw.ts";
import type { Question } from "./facets.ts";

type PageActions = {
  search: RefObject<HTMLInputElement | null>;
  list: RefObject<HTMLElement | null>;
  questions: Question[];
  busy: boolean;
  onStart: (drillId: string) => void;
  /** Left out where nothing is chosen. */
  onClear?: () => void;
};

const group = "Questions";

/** The keys of the page. Returns what the button for drawing does as well. */
export function usePageActions(page: PageActions): () => void {
  const { search, list, questions, busy, onStart, onClear } = page;
  const drawOne = () => {
    const drawn = draw(questions, Math.random);
    if (drawn) onStart(drawn.id);
  };
  const some = questions.length > 0;
  useActions([
    {
      id: "questions.search",
      title: "Search questions",
      keys: "/",
      group,
      run: () => search.current?.focus(),
    },
    action("next", { title: "Next question", keys: "j", run: () => step(list.current, 1) }, some),
    action(
      "back",
      { title: "Question before", keys: "k", run: () => step(list.current, -1) },
      some,
    ),
    action("draw", { title: "Draw one for me", keys: "d", run: drawOne }, some && !busy),
    action(
      "clear",
      { title: "Clear filters", keys: "x", run: () => onClear?.() },
      onClear !== undefined,
    ),
  ]);
  return drawOne;
}

type Offered = { title: string; keys: string; run: () => void };

const action = (id: string, offered: Offered, enabled: boolean) => ({
  id: `questions.${id}`,
  group,
  enabled,
  ...offered,
});

/** Moves the focus from question to question; from elsewhere to the first. */
function step(list: HTMLElement | null, by: 1 | -1): void {
  const rows = [...(list?.children ?? [])];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const to = at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by));
  rows[to]?.querySelector("a")?.focus();
}
