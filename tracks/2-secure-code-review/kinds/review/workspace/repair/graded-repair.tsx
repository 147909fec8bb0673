import { GradePanel, Tabs, WorkFrame, type StageProps } from "@loopwright/ui";
import { useId, useState } from "react";

import type { RepairAnswer } from "../../answer.ts";
import type { ReviewBrief } from "../../brief.ts";
import { repairedFiles } from "../../repaired.ts";
import type { RepairReveal } from "../../reveal.ts";
import { InlineCode } from "../inline-code.tsx";
import { DiffView } from "./diff-view.tsx";
import styles from "./repair.module.css";

type GradedRepairProps = Pick<
  StageProps,
  "files" | "grade" | "stageId" | "state" | "contests" | "onContest"
> & { brief: ReviewBrief; draft: RepairAnswer | null; reveal: RepairReveal | null };

/** The repair once it is over: what was submitted beside repairs that hold. */
export function GradedRepair(props: GradedRepairProps) {
  const { brief, files, draft, reveal, grade, stageId, state, contests, onContest } = props;
  const [shown, setShown] = useState("submitted");
  const submitted = repairedFiles(brief, files, draft ?? { files: {} });
  const exemplars = reveal?.exemplars ?? [];
  const exemplar = exemplars.find(({ slug }) => slug === shown);
  return (
    <WorkFrame
      sideLabel="Grade"
      main={
        <div className={styles.work}>
          <Tabs
            label="Versions"
            tabs={[
              { id: "submitted", title: "Submitted" },
              ...exemplars.map(({ slug, title }) => ({ id: slug, title })),
            ]}
            chosen={shown}
            onChoose={setShown}
          >
            {exemplar ? (
              <Exemplar key={exemplar.slug} {...{ brief, files, submitted, exemplar }} />
            ) : (
              <div className={styles.shown}>
                <Changes {...{ brief }} before={files} after={submitted} />
              </div>
            )}
          </Tabs>
        </div>
      }
      side={
        grade ? (
          <GradePanel
            title="Repair graded"
            grade={grade}
            stage={stageId}
            contests={contests}
            onContest={onContest}
          />
        ) : (
          <p>{state === "given-up" ? "Answer shown; nothing was graded." : "Skipped."}</p>
        )
      }
    />
  );
}

type Versions = Record<string, string>;
type ExemplarProps = {
  brief: ReviewBrief;
  files: Versions;
  submitted: Versions;
  exemplar: RepairReveal["exemplars"][number];
};

function Exemplar({ brief, files, submitted, exemplar }: ExemplarProps) {
  const name = useId();
  const [against, setAgainst] = useState<"starter" | "submitted">("starter");
  const before = against === "starter" ? files : submitted;
  return (
    <div className={styles.shown}>
      <div className={styles.about}>
        <p className={styles.note}>
          <InlineCode text={exemplar.note} />
        </p>
        <fieldset className={styles.compare}>
          <legend>Compared with</legend>
          {(["starter", "submitted"] as const).map((one) => (
            <label key={one}>
              <input
                type="radio"
                name={name}
                checked={against === one}
                onChange={() => setAgainst(one)}
              />
              {one === "starter" ? "the starter" : "what was submitted"}
            </label>
          ))}
        </fieldset>
      </div>
      <Changes brief={brief} before={before} after={{ ...files, ...exemplar.files }} />
    </div>
  );
}

/** The files that differ, each as one diff. */
function Changes({
  brief,
  before,
  after,
}: {
  brief: ReviewBrief;
  before: Versions;
  after: Versions;
}) {
  const changed = brief.editable.filter((path) => before[path] !== after[path]);
  if (changed.length === 0) return <p className={styles.about}>Nothing is different.</p>;
  return changed.map((path) => (
    <section key={path}>
      <h3 className={styles.file}>{path}</h3>
      <DiffView file={path} before={before[path] ?? ""} after={after[path] ?? ""} />
    </section>
  ));
}
