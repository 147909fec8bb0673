import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";

import { parseLines, printLines, type ParsedLines } from "../../lines/index.ts";
import type { Model } from "../../model/model.ts";
import type { Apply } from "../editor/props.ts";

/** What is typed in a longer text is read after a pause, so that keys never wait for it. */
const longText = 12_000;
const pauseMs = 300;

/**
 * A model as text, both ways. What is typed becomes the model as soon as it has no problem; the text itself
 * is never rewritten while somebody types in it. `behind`: the model was changed elsewhere meanwhile, and
 * typing goes nowhere until one of both is chosen.
 */
export function useLines(model: Model, apply: Apply) {
  // Null while the text is the model's own.
  const [draft, setDraft] = useState<string | null>(null);
  const [parsed, setParsed] = useState<ParsedLines | null>(null);
  const printed = useMemo(() => printLines(model), [model]);
  const changed = useChangesElsewhere(model);
  const behind = draft !== null && changed.elsewhere && draft !== printed;

  const take = (next: ParsedLines) => {
    if (next.problems.length > 0 || printLines(next.model) === printed) return;
    changed.expect();
    apply(next.model, "Typed lines", "lines");
  };
  const read = (text: string) => {
    const next = parseLines(text);
    setParsed(next);
    if (!behind) take(next);
    return next;
  };
  const pause = usePause(read);
  const show = () => {
    pause.forget();
    setDraft(null);
    setParsed(null);
    changed.seen();
  };
  return {
    text: draft ?? printed,
    problems: parsed?.problems ?? [],
    notices: parsed?.notices ?? [],
    behind,
    type: (text: string) => {
      if (draft === null) changed.seen();
      setDraft(text);
      if (text.length < longText) read(text);
      else pause.later(text);
    },
    /** On leaving: lines without a problem are shown as they are printed; others wait to be mended. */
    leave: () => {
      const now = pause.flush() ?? parsed;
      if ((now?.problems.length ?? 0) === 0 && !behind) show();
    },
    show,
    keep: () => {
      changed.seen();
      if (draft !== null) take(parseLines(draft));
    },
  };
}

/** Whether the model is another than the one that was last seen or typed here. */
function useChangesElsewhere(model: Model) {
  const [elsewhere, setElsewhere] = useState(false);
  const last = useRef({ model, ours: false });
  useEffect(() => {
    const { model: before, ours } = last.current;
    if (before === model) return;
    last.current = { model, ours: false };
    if (!ours) setElsewhere(true);
  }, [model]);
  return {
    elsewhere,
    seen: () => setElsewhere(false),
    /** The next change is the one that is made here. */
    expect: () => {
      last.current = { ...last.current, ours: true };
    },
  };
}

/** Reads a text after a pause in the typing; nothing typed is lost when the editor goes before it is over. */
function usePause(read: (text: string) => ParsedLines) {
  const waiting = useRef<{ text: string; timer: ReturnType<typeof setTimeout> } | null>(null);
  const newest = useRef(read);
  useLayoutEffect(() => {
    newest.current = read;
  });
  const forget = () => {
    clearTimeout(waiting.current?.timer);
    waiting.current = null;
  };
  const flush = (): ParsedLines | null => {
    const text = waiting.current?.text;
    forget();
    return text === undefined ? null : newest.current(text);
  };
  useEffect(
    () => () => {
      flush();
    },
    // oxlint-disable-next-line react/exhaustive-deps -- only when the editor goes; all that it reads is a ref
    [],
  );
  return {
    forget,
    flush,
    later: (text: string) => {
      forget();
      waiting.current = { text, timer: setTimeout(flush, pauseMs) };
    },
  };
}
