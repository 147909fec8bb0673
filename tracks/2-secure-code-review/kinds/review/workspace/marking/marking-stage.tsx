import { WorkFrame } from "@loopwright/ui";
import { useState } from "react";

import type { Finding, ReviewAnswer } from "../../answer.ts";
import type { ReviewBrief } from "../../brief.ts";
import { goToLine } from "../code/use-line-keys.ts";
import { ReviewFiles, type Cursor } from "../code/review-files.tsx";
import type { LineMark } from "../code/code-lines.tsx";
import { plainLines } from "../code/highlight.ts";
import { fromOf, toOf } from "../code/line-range.ts";
import { FindingForm } from "./finding-form.tsx";
import { FindingsList } from "./findings-list.tsx";
import { useMarkingActions } from "./use-marking-actions.ts";
import { useMarking, type Marking } from "./use-marking.ts";

type MarkingStageProps = {
  brief: ReviewBrief;
  files: Record<string, string>;
  draft: ReviewAnswer | null;
  onDraft: (draft: ReviewAnswer) => void;
  activeMs: () => number;
  submitting: boolean;
  onSubmit: () => Promise<void>;
};

/** The review while it is open: code to mark, and what is pending beside it. */
export function MarkingStage(props: MarkingStageProps) {
  const { brief, files, submitting } = props;
  const marking = useMarking(props);
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const { findings, editing } = marking;
  const open = findings.find(({ id }) => id === editing?.id);
  const markHere = ({ file, range }: Cursor) =>
    marking.mark({ file, from: fromOf(range), to: toOf(range) });
  const go = ({ file, from, to }: Finding) => {
    setCursor({ file, range: { anchor: from, head: to } });
    goToLine(file, to);
  };
  const close = (finding: Finding) => {
    marking.close(finding);
    goToLine(finding.file, finding.to);
  };
  const submit = () => {
    // A review that marks nothing is an answer too.
    if (!props.draft) props.onDraft({ findings: [] });
    // The shell says what failed.
    void props.onSubmit().catch(() => undefined);
  };

  useMarkingActions({ cursor, marking, submitting, markHere, submit });

  const form = open && (
    <FindingForm
      key={open.id}
      finding={open}
      last={plainLines(files[open.file] ?? "").length}
      onChange={(patch) => marking.change(open.id, patch)}
      onClose={() => close(open)}
      onRemove={() => {
        marking.remove(open.id);
        goToLine(open.file, open.to);
      }}
    />
  );
  return (
    <WorkFrame
      sideLabel="Findings"
      main={
        <ReviewFiles
          {...{ brief, files, cursor }}
          onCursor={setCursor}
          onMark={markHere}
          markOf={(file, line) => markOf(findings, file, line)}
          after={(file, line) => open?.file === file && editing?.line === line && form}
        />
      }
      side={<Pending marking={marking} brief={brief} onGo={go} />}
    />
  );
}

type PendingProps = { marking: Marking; brief: ReviewBrief; onGo: (finding: Finding) => void };

const Pending = ({ marking, brief, onGo }: PendingProps) => (
  <FindingsList
    findings={marking.findings}
    showFile={brief.review.length > 1}
    onGo={onGo}
    onEdit={marking.edit}
    onRemove={({ id }) => marking.remove(id)}
    onUndo={marking.removed && marking.undo}
  />
);

const markOf = (findings: Finding[], inFile: string, line: number): LineMark | undefined =>
  findings.some(({ file, from, to }) => file === inFile && from <= line && line <= to)
    ? { look: "pending", words: "marked" }
    : undefined;
