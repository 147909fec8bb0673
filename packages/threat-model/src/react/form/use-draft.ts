import { useState } from "react";

import type { Parsed } from "./parsed.ts";

type DraftOptions<T> = {
  value: T;
  print: (value: T) => string;
  parse: (text: string) => Parsed<T>;
  onValue: (value: T) => void;
};

/**
 * The text of a field while it is typed. What stands for a value is given on at once; what does not stays in
 * the field with the reason, and the value before it holds. A value that changes from outside wins.
 */
export function useDraft<T>({ value, print, parse, onValue }: DraftOptions<T>) {
  // `of` is the value that this text began at or stood for last: another one came from outside.
  const [draft, setDraft] = useState<{ text: string; of: string } | null>(null);
  const printed = print(value);
  const live = draft !== null && draft.of === printed ? draft : null;
  const parsed = live === null ? null : parse(live.text);
  const type = (text: string) => {
    const next = parse(text);
    if ("problem" in next) return setDraft({ text, of: printed });
    setDraft({ text, of: print(next.value) });
    if (print(next.value) !== printed) onValue(next.value);
  };
  return {
    text: live?.text ?? printed,
    problem: parsed !== null && "problem" in parsed ? parsed.problem : null,
    type,
    /** On leaving the field: what stands for a value is shown as it is printed. */
    leave: () => {
      if (parsed === null || "value" in parsed) setDraft(null);
    },
  };
}
