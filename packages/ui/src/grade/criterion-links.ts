import type { Evidence } from "@loopwright/core";

import { pointingAt } from "../text/pointing.ts";

/** Ties the criteria of a panel to their places in the learner's text, both ways. */
export type CriterionLinks = {
  /** What both call a criterion, by its id: "2". */
  labels: Record<string, string>;
  /** The criterion that is pointed at or has the focus, here or in the text. */
  active: string | null;
  onActive: (criterion: string | null) => void;
  /** Shows a quotation where it stands. */
  onQuote: (criterion: string, quote: Extract<Evidence, { type: "quote" }>) => void;
};

export const labelOf = (criterion: string, links: CriterionLinks | undefined): string | undefined =>
  links?.labels[criterion];

/** What makes a row light up its place, and be found from there. */
export const linkedProps = (
  criterion: string,
  links: Pick<CriterionLinks, "onActive"> | undefined,
) =>
  links
    ? {
        "data-criterion": criterion,
        tabIndex: -1,
        ...pointingAt(criterion, links.onActive),
        onFocus: () => links.onActive(criterion),
      }
    : {};

/** Shows a row of a panel and gives it the focus. */
export function goToCriterion(criterion: string): void {
  const row = document.querySelector<HTMLElement>(`[data-criterion="${CSS.escape(criterion)}"]`);
  row?.scrollIntoView({ block: "nearest" });
  row?.focus({ preventScroll: true });
}
