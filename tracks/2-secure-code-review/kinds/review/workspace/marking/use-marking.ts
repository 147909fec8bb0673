import { announce } from "@loopwright/ui";
import { useState } from "react";

import type { Finding, ReviewAnswer } from "../../answer.ts";
import { findingsMax } from "../../limits.ts";
import { linesInWords, type Range } from "../../range.ts";

type MarkingInput = {
  draft: ReviewAnswer | null;
  onDraft: (draft: ReviewAnswer) => void;
  activeMs: () => number;
};

/** The pending findings: they live in the draft; only what is open, and what was removed, is held here. */
export function useMarking({ draft, onDraft, activeMs }: MarkingInput) {
  const findings = draft?.findings ?? [];
  // The form stays under the line where it was opened, so that changing the range does not move it.
  const [editing, setEditing] = useState<{ id: string; line: number } | null>(null);
  const [removed, setRemoved] = useState<{ finding: Finding; index: number } | null>(null);
  const save = (next: Finding[]) => onDraft({ ...draft, findings: next });

  const remove = (id: string) => {
    const index = findings.findIndex((one) => one.id === id);
    const finding = findings[index];
    if (!finding) return;
    save(findings.toSpliced(index, 1));
    setRemoved({ finding, index });
    if (editing?.id === id) setEditing(null);
    announce(`Finding on ${linesInWords(finding)} removed. It can be brought back with Undo.`);
  };

  return {
    findings,
    editing,
    removed,
    edit: ({ id, to }: Finding) => setEditing({ id, line: to }),
    remove,
    /** Marks lines and opens the form on them; an existing finding on exactly these lines is opened. */
    mark(range: Range) {
      const same = findings.find((one) => sameLines(one, range));
      if (same) return setEditing({ id: same.id, line: same.to });
      if (findings.length >= findingsMax) {
        return announce(`A review holds at most ${findingsMax} findings.`);
      }
      const { file, from, to } = range;
      const id = nextId(findings);
      const markedAtMs = Math.round(activeMs());
      const blank = { cwe: null, severity: null, impact: "", markedAtMs };
      save([...findings, { id, file, from, to, ...blank }]);
      setEditing({ id, line: to });
    },
    change(id: string, patch: Partial<Finding>) {
      save(findings.map((one) => (one.id === id ? { ...one, ...patch } : one)));
    },
    /** Puts the form away. A mark about which nothing was said was a slip, and goes with it. */
    close(finding: Finding) {
      if (isBlank(finding)) save(findings.filter(({ id }) => id !== finding.id));
      setEditing(null);
    },
    undo: () => {
      if (!removed) return;
      save(findings.toSpliced(removed.index, 0, removed.finding));
      setRemoved(null);
      announce(`Finding on ${linesInWords(removed.finding)} is back.`);
    },
  };
}
export type Marking = ReturnType<typeof useMarking>;

const sameLines = (a: Range, b: Range) => a.file === b.file && a.from === b.from && a.to === b.to;

const isBlank = ({ cwe, severity, impact }: Finding) =>
  cwe === null && severity === null && impact.trim() === "";

function nextId(findings: readonly Finding[]): string {
  const numbers = findings.map(({ id }) => Number(/^f(\d+)$/.exec(id)?.[1] ?? 0));
  return `f${Math.max(0, ...numbers) + 1}`;
}
