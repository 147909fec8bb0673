import { useEffect, useRef, useState } from "react";

import { parseLines, printLines } from "../../lines/index.ts";
import type { Model } from "../../model/model.ts";
import type { Apply } from "../editor/props.ts";

/**
 * A model as text, both ways. What is typed becomes the model as soon as it has no problem; the text itself
 * is never rewritten while somebody types in it. `behind`: the model was changed elsewhere meanwhile, and
 * typing goes nowhere until one of both is chosen.
 */
export function useLines(model: Model, apply: Apply) {
  // Null while the text is the model's own.
  const [draft, setDraft] = useState<string | null>(null);
  const [behind, setBehind] = useState(false);
  const seen = useRef({ model, ours: false });
  useEffect(() => {
    const { model: before, ours } = seen.current;
    if (before === model) return;
    seen.current = { model, ours: false };
    if (!ours) setBehind(true);
  }, [model]);

  const printed = printLines(model);
  const text = draft ?? printed;
  const parsed = draft === null ? null : parseLines(draft);
  const problems = parsed?.problems ?? [];
  const outdated = draft !== null && behind && draft !== printed;

  const take = (typed: string) => {
    const next = parseLines(typed);
    if (next.problems.length > 0 || printLines(next.model) === printed) return;
    seen.current = { ...seen.current, ours: true };
    apply(next.model, "Typed lines", "lines");
  };
  const show = () => {
    setDraft(null);
    setBehind(false);
  };
  return {
    text,
    problems,
    notices: parsed?.notices ?? [],
    behind: outdated,
    type: (typed: string) => {
      if (draft === null) setBehind(false);
      setDraft(typed);
      if (!outdated) take(typed);
    },
    /** On leaving: lines without a problem are shown as they are printed; others wait to be mended. */
    leave: () => {
      if (problems.length === 0 && !outdated) show();
    },
    show,
    keep: () => {
      setBehind(false);
      if (draft !== null) take(draft);
    },
  };
}
