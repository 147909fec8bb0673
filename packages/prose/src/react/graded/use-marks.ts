import type { Grade } from "@loopwright/core";
import { goToMark, type CriterionLinks, type TextMark } from "@loopwright/ui";
import { useMemo, useState } from "react";

import { criteriaOf, labelsOf, marksOf } from "./marks.ts";

export type Marks = {
  marks: TextMark[];
  active: string | null;
  onActive: (id: string | null) => void;
  /** For the grade panel beside the text. */
  links: CriterionLinks;
};

/**
 * Ties the sentences of a text to the criteria of its grade, both ways. `asked`: the criteria whose text
 * is shown, in order; all of them where it is left out.
 */
export function useMarks(
  grade: Grade | null | undefined,
  asked: readonly string[] | null = null,
): Marks {
  const [active, onActive] = useState<string | null>(null);
  const { labels, marks } = useMemo(() => {
    const criteria = criteriaOf(grade).filter(({ id }) => asked?.includes(id) ?? true);
    const names = labelsOf(criteria);
    return { labels: names, marks: marksOf(criteria, names) };
  }, [grade, asked]);
  const links: CriterionLinks = {
    labels,
    active,
    onActive,
    onQuote: (criterion, { start }) => goToMark(criterion, start),
  };
  return { marks, active, onActive, links };
}
