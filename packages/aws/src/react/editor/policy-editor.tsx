import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { useCallback, useEffect, useRef, useState, type RefObject } from "react";

import type { PolicyProblem } from "../../policy/text.ts";
import styles from "./policy-editor.module.css";
import { ProblemList } from "./problem-list.tsx";
import { rangeOf, setProblems } from "./problem-marks.ts";
import { editingSetup, readOnlySetup } from "./setup.ts";

type PolicyEditorProps = {
  /** Names the field. */
  label: string;
  /** What stands in the field when it is first drawn; later changes come from the field alone. */
  start: string;
  /** Left out where the policy is only shown. */
  onChange?: (text: string) => void;
  /** What is wrong with a text; asked when typing rests. */
  check?: (text: string) => readonly PolicyProblem[];
};

/** How long typing rests before the text is checked: a word half written is no problem yet. */
const restMs = 400;

/** A policy as JSON. What IAM would refuse is underlined in its place, and listed below with its words. */
export function PolicyEditor(props: PolicyEditorProps) {
  const { place, problems, goTo } = useField(props);
  return (
    <div className={styles.frame}>
      <div ref={place} className={props.onChange ? styles.editor : styles.shown} />
      {props.onChange && <ProblemList problems={problems} onGo={goTo} />}
    </div>
  );
}

function useField({ label, onChange, check, ...rest }: PolicyEditorProps) {
  // The field owns its text from here on: a new draft must not rebuild it under the cursor.
  const [start] = useState(rest.start);
  const [problems, show] = useState<readonly PolicyProblem[]>([]);
  const place = useRef<HTMLDivElement>(null);
  const field = useRef<EditorView | null>(null);
  const latest = useRef({ onChange, check });
  const isEditable = onChange !== undefined;
  useEffect(() => {
    latest.current = { onChange, check };
  });
  useEffect(() => {
    if (!place.current) return;
    const watch = isEditable ? watching({ latest, show }) : null;
    const setup = watch ? [editingSetup(label), watch.extension] : readOnlySetup(label);
    const state = EditorState.create({ doc: start, extensions: setup });
    const view = new EditorView({ parent: place.current, state });
    field.current = view;
    watch?.look(view);
    return () => {
      watch?.stop();
      view.destroy();
    };
  }, [label, start, isEditable]);
  const goTo = useCallback((problem: PolicyProblem) => {
    const view = field.current;
    if (!view) return;
    const { from } = rangeOf(view.state.doc, problem);
    view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
    view.focus();
  }, []);
  return { place, problems, goTo };
}

type Watched = {
  latest: RefObject<Pick<PolicyEditorProps, "onChange" | "check">>;
  show: (problems: readonly PolicyProblem[]) => void;
};

/** Tells each change at once, and looks for problems when typing rests. */
function watching({ latest, show }: Watched) {
  let resting: ReturnType<typeof setTimeout> | undefined;
  const look = (view: EditorView) => {
    const found = latest.current.check?.(view.state.doc.toString()) ?? [];
    view.dispatch({ effects: setProblems.of(found) });
    show(found);
  };
  const extension = EditorView.updateListener.of(({ docChanged, state, view }) => {
    if (!docChanged) return;
    latest.current.onChange?.(state.doc.toString());
    clearTimeout(resting);
    resting = setTimeout(() => look(view), restMs);
  });
  return { extension, look, stop: () => clearTimeout(resting) };
}
