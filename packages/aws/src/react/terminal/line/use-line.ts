import { announce } from "@loopwright/ui";
import { useLayoutEffect, useRef, useState, type RefObject } from "react";

import type { Completions } from "../types.ts";
import { chooseOffered, completeLine, type Completed, type Offered } from "./complete-line.ts";
import { present, type Past } from "./history.ts";

export type LineState = {
  text: string;
  past: Past;
  /** What else could stand at the caret; null where nothing is offered. */
  offered: Offered | null;
  /** Escape was pressed: the next Tab leaves the field. */
  leaving: boolean;
};

const empty: LineState = { text: "", past: present, offered: null, leaving: false };

/** The line that is being written, and where its caret has to go after it was changed from here. */
export function useLine(field: RefObject<HTMLTextAreaElement | null>) {
  const [state, setState] = useState(empty);
  const caretTo = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (caretTo.current === null) return;
    field.current?.setSelectionRange(caretTo.current, caretTo.current);
    caretTo.current = null;
  });

  const put = (text: string, past: Past = present) => {
    caretTo.current = text.length;
    setState({ ...empty, text, past });
  };
  const take = ({ text, caret, offered }: Completed) => {
    caretTo.current = caret;
    setState({ ...empty, text, offered });
  };
  const caret = () => field.current?.selectionStart ?? state.text.length;
  return {
    state,
    put,
    caret,
    /** As somebody types. */
    type: (text: string) => setState({ ...empty, text }),
    /** Takes back lines that did not run, before what was written meanwhile. */
    giveBack: (lines: string) =>
      setState((now) => ({ ...empty, text: now.text ? `${lines}\n${now.text}` : lines })),
    leave: () => setState({ ...state, offered: null, leaving: true }),
    choose: (at?: number) => {
      const { text, offered } = state;
      if (offered) take(chooseOffered({ text, caret: caret() }, offered, at));
    },
    complete: (completions: Completions) => {
      const line = { text: state.text, caret: caret() };
      const found = completions(line.text, line.caret);
      if (!found) return announce("Nothing fits here.");
      const done = completeLine(line, found);
      announce(inWords(done));
      take(done);
    },
  };
}

export type LineField = ReturnType<typeof useLine>;

const saidMax = 8;

function inWords({ text, offered }: Completed): string {
  if (!offered) return `Completed: ${text.trim().split(/\s/).at(-1)}`;
  const { options } = offered;
  const rest = options.length > saidMax ? ", and more" : "";
  return `${options.length} fit: ${options.slice(0, saidMax).join(", ")}${rest}`;
}
