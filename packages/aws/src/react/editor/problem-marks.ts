import { StateEffect, StateField, type Extension, type Text } from "@codemirror/state";
import { Decoration, EditorView, type DecorationSet } from "@codemirror/view";

import type { PolicyProblem } from "../../policy/text.ts";
import styles from "./policy-editor.module.css";

/** Puts the problems of the text in the place of those known before. */
export const setProblems = StateEffect.define<readonly PolicyProblem[]>();

/** Underlines what IAM would refuse, where it stands; the list below the field says why. */
export const problemMarks: Extension = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marks, transaction) => {
    for (const effect of transaction.effects) {
      if (effect.is(setProblems)) return marksOf(transaction.state.doc, effect.value);
    }
    return marks.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

function marksOf(doc: Text, problems: readonly PolicyProblem[]): DecorationSet {
  const marks = problems.flatMap((problem) => {
    const { from, to } = rangeOf(doc, problem);
    if (from === to) return [];
    const attributes = { title: problem.message };
    return [Decoration.mark({ class: styles["problem"] ?? "", attributes }).range(from, to)];
  });
  return Decoration.set(marks, true);
}

/** From the problem's place to the end of what stands there: a text, a word, or a bracket. */
export function rangeOf(
  doc: Text,
  { line, column }: Pick<PolicyProblem, "line" | "column">,
): { from: number; to: number } {
  const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
  const from = Math.min(at.from + column - 1, at.to);
  const rest = doc.sliceString(from, at.to);
  const length = /^("(?:[^"\\]|\\.)*"?|[\w.-]+|.)/.exec(rest)?.[0].length ?? 0;
  // At the end of a line nothing stands; what stands before it is meant.
  if (length === 0) return { from: Math.max(at.from, from - 1), to: from };
  return { from, to: from + length };
}
