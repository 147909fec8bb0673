import { WorkFrame, type StageProps } from "@loopwright/ui";
import { useRef } from "react";

import type { Finding, ReviewAnswer } from "../../answer.ts";
import type { ReviewBrief } from "../../brief.ts";
import { overlaps } from "../../range.ts";
import { ChangeAbout } from "../change/change-about.tsx";
import type { Changes } from "../change/file-diff.ts";
import type { LineMark } from "../code/code-lines.tsx";
import { plainLines } from "../code/highlight.ts";
import { fromOf, toOf } from "../code/line-range.ts";
import { ReviewFiles } from "../code/review-files.tsx";
import { goToLine } from "../code/use-line-keys.ts";
import { FileTree } from "../files/file-tree.tsx";
import { useFileActions } from "../files/use-file-actions.ts";
import { useFiles, type Cursor, type FilesView } from "../files/use-files.ts";
import styles from "../review.module.css";
import { ScanPanel } from "../scan/scan-panel.tsx";
import { useScan } from "../scan/use-scan.ts";
import { FindingForm } from "./finding-form.tsx";
import { FindingsList } from "./findings-list.tsx";
import { PassList } from "./pass-list.tsx";
import { useMarkingActions } from "./use-marking-actions.ts";
import { useMarking, type Marking } from "./use-marking.ts";
import { useSeen } from "./use-seen.ts";

type MarkingStageProps = {
  attemptId: string;
  brief: ReviewBrief;
  files: Record<string, string>;
  /** Null where the drill is no change. */
  changes: Changes | null;
  draft: ReviewAnswer | null;
  onDraft: (draft: ReviewAnswer) => void;
  activeMs: () => number;
  paused: boolean;
  submitting: boolean;
  conditions: StageProps["conditions"];
  onSubmit: () => Promise<void>;
};

/** The review while it is open: code to mark, and what is pending beside it. */
export function MarkingStage(props: MarkingStageProps) {
  const { brief, files, changes, submitting } = props;
  const place = useRef<HTMLDivElement>(null);
  const marking = useMarking(props);
  const view = useFiles(props);
  const { findings, editing } = marking;
  const answer: ReviewAnswer = props.draft ?? { findings: [] };
  const onSeen = (seen: NonNullable<ReviewAnswer["seen"]>) => props.onDraft({ ...answer, seen });
  // What is on its way is not changed any more: a draft saved now would come too late.
  useSeen({ ...props, paused: props.paused || submitting, place, seen: answer.seen ?? [], onSeen });

  const open = findings.find(({ id }) => id === editing?.id);
  const markHere = ({ file, range }: Cursor) =>
    marking.mark({ file, from: fromOf(range), to: toOf(range) });
  const submit = () => {
    // A review that marks nothing is an answer too.
    if (!props.draft) props.onDraft({ findings: [] });
    // The shell says what failed.
    void props.onSubmit().catch(() => undefined);
  };
  useMarkingActions({ cursor: view.cursor, marking, submitting, markHere, submit });
  useFileActions(view);

  const form = open && <OpenForm {...{ finding: open, files, marking }} />;
  const tree = <FileTree view={view} countOf={countIn(findings)} counted="finding" />;
  return (
    <WorkFrame
      sideLabel="Findings"
      main={
        <div ref={place}>
          {brief.change && changes && <ChangeAbout change={brief.change} changes={changes} />}
          <div className={styles.treeAbove}>{tree}</div>
          <ReviewFiles
            {...{ brief, files, view }}
            onMark={markHere}
            markOf={(file, line) => markOf(findings, file, line)}
            after={(file, line) => open?.file === file && editing?.line === line && form}
          />
        </div>
      }
      side={
        <div className={styles.side}>
          <div className={styles.treeBeside}>{tree}</div>
          <Pending marking={marking} view={view} />
          <Scanned
            {...{ brief, files, view, marking }}
            triage={answer.triage ?? {}}
            onTriage={(triage) => props.onDraft({ ...answer, triage })}
          />
          <PassesToTick {...props} />
        </div>
      }
    />
  );
}

const countIn = (findings: readonly Finding[]) => (path: string) =>
  findings.filter(({ file }) => file === path).length;

/** An interview brings none along. */
const PassesToTick = ({ conditions, attemptId }: MarkingStageProps) =>
  conditions === "practice" && <PassList attemptId={attemptId} />;

type OpenFormProps = { finding: Finding; files: Record<string, string>; marking: Marking };

const OpenForm = ({ finding, files, marking }: OpenFormProps) => (
  <FindingForm
    key={finding.id}
    finding={finding}
    last={plainLines(files[finding.file] ?? "").length}
    onChange={(patch) => marking.change(finding.id, patch)}
    onClose={() => {
      marking.close(finding);
      goToLine(finding.file, finding.to);
    }}
    onRemove={() => {
      marking.remove(finding.id);
      goToLine(finding.file, finding.to);
    }}
  />
);

const Pending = ({ marking, view }: { marking: Marking; view: FilesView }) => (
  <FindingsList
    findings={marking.findings}
    showFile={view.listed.length > 1}
    onGo={({ file, from, to }) => view.go(file, from, to)}
    onEdit={(finding) => {
      view.moveTo({ file: finding.file, range: { anchor: finding.from, head: finding.to } });
      marking.edit(finding);
    }}
    onRemove={({ id }) => marking.remove(id)}
    onUndo={marking.removed && marking.undo}
  />
);

type ScannedProps = Pick<MarkingStageProps, "brief" | "files"> & {
  view: FilesView;
  marking: Marking;
  triage: Triage;
  onTriage: (triage: Triage) => void;
};
type Triage = NonNullable<ReviewAnswer["triage"]>;

function Scanned({ brief, files, view, marking, triage, onTriage }: ScannedProps) {
  const scan = useScan(brief, files);
  if (!scan) return null;
  return (
    <ScanPanel
      scan={scan}
      triage={triage}
      onTriage={(id, judgement) => onTriage({ ...triage, [id]: judgement })}
      onGo={view.go}
      onMark={({ file, from, to }) => {
        view.moveTo({ file, range: { anchor: from, head: to } });
        marking.mark({ file, from, to });
      }}
      isMarked={(result) => marking.findings.some((finding) => overlaps(finding, result))}
    />
  );
}

const markOf = (findings: Finding[], inFile: string, line: number): LineMark | undefined =>
  findings.some(({ file, from, to }) => file === inFile && from <= line && line <= to)
    ? { look: "pending", words: "marked" }
    : undefined;
