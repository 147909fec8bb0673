import { GradePanel, Tabs } from "@loopwright/ui";

import { scanOf, triaged } from "../../grade-triage.ts";
import { ScanVerdicts } from "../scan/scan-verdicts.tsx";
import { useScan } from "../scan/use-scan.ts";
import { Debrief } from "./debrief/debrief.tsx";
import { TimeLine } from "./debrief/time-line.tsx";
import { timelineOf } from "./debrief/timeline.ts";
import type { Told } from "./debrief/told.ts";
import type { Walk } from "./debrief/use-walk.ts";
import type { GradedStageProps } from "./graded-stage.tsx";
import styles from "./graded-stage.module.css";
import { Sources } from "./sources.tsx";

export type SideTab = "grade" | "debrief";

type SideProps = GradedStageProps & {
  told: readonly Told[];
  walk: Walk;
  tab: SideTab;
  onTab: (tab: SideTab) => void;
  onGo: (file: string, from: number, to?: number) => void;
};

const tabs = [
  { id: "grade", title: "Grade" },
  { id: "debrief", title: "Debrief" },
];

/** What the review came to; and how it went, flaw by flaw. */
export function GradedSide(props: SideProps) {
  const { reveal, tab, onTab } = props;
  if (!reveal) return <GradeTab {...props} />;
  return (
    <div>
      <Tabs
        label="What is shown"
        tabs={tabs}
        chosen={tab}
        onChoose={(id) => onTab(id === "debrief" ? "debrief" : "grade")}
      >
        <div className={styles.tab}>
          {tab === "debrief" ? <DebriefTab {...props} reveal={reveal} /> : <GradeTab {...props} />}
        </div>
      </Tabs>
    </div>
  );
}

function GradeTab(props: SideProps) {
  const { brief, files, draft, grade, stageId, state, contests, onContest, reveal, onGo } = props;
  const scan = useScan(brief, files);
  return (
    <>
      {grade ? (
        <GradePanel
          title="Review graded"
          grade={grade}
          stage={stageId}
          contests={contests}
          onContest={onContest}
          onLines={({ file, from }) => onGo(file, from)}
        />
      ) : (
        <p>{state === "given-up" ? "Answer shown; nothing was graded." : "Skipped."}</p>
      )}
      {scan && reveal && (
        <ScanVerdicts scan={scan} triaged={triaged(scanOf(reveal), draft?.triage)} onGo={onGo} />
      )}
      {reveal && <Sources sources={reveal.sources} />}
    </>
  );
}

type DebriefTabProps = SideProps & { reveal: NonNullable<SideProps["reveal"]> };

function DebriefTab({ told, walk, draft, reveal, timing, stageId, onGo }: DebriefTabProps) {
  const endMs = timing.perStageMs[stageId] ?? 0;
  return (
    <>
      <Debrief told={told} walk={walk} />
      {draft && (
        <TimeLine
          moments={timelineOf({ draft, reveal, endMs })}
          told={told}
          endMs={endMs}
          onGo={onGo}
        />
      )}
    </>
  );
}
