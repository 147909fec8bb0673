import type { Contest, Criterion, Grade } from "@loopwright/core";
import { scoreOf } from "@loopwright/core/score";
import { useId } from "react";

import { ErrorNotice } from "../error-notice.tsx";
import { CriterionRow, type CriterionRowProps } from "./criterion-row.tsx";
import styles from "./grade-panel.module.css";
import { Measures } from "./measures.tsx";
import { Remarks } from "./remarks.tsx";
import { ScoreBar } from "./score-bar.tsx";

export type GradePanelProps = {
  /** "Review graded". */
  title: string;
  grade: Grade;
  /** The stage that the grade is of; contests name it. */
  stage: string;
  contests?: Contest[];
  /** Left out where contests are not offered. */
  onContest?: (contest: Pick<Contest, "criterion" | "stage" | "claim" | "note">) => Promise<void>;
  /** Shows the lines of a piece of evidence in the work. */
  onLines?: CriterionRowProps["onLines"];
  /** Ties criteria to their quotations where the learner's text is shown beside the panel. */
  links?: CriterionRowProps["links"];
};

/** Sums a grade up in the side column: the range, what matters most, every criterion with proof. */
export function GradePanel(props: GradePanelProps) {
  const { title, grade } = props;
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {grade.status === "error" ? (
        <ErrorNotice error={grade.error} />
      ) : (
        <>
          <ScoreBar range={scoreOf(grade.criteria)} />
          <Remarks remarks={grade.remarks} />
          <CriteriaList {...props} criteria={grade.criteria} />
          <Measures measures={grade.measures} />
        </>
      )}
    </section>
  );
}

type CriteriaListProps = Omit<GradePanelProps, "title" | "grade"> & { criteria: Criterion[] };

function CriteriaList(props: CriteriaListProps) {
  const { criteria, stage, contests = [], onContest, onLines, links } = props;
  // What is not met comes first: it is what there is to learn from.
  const ordered = criteria.toSorted((a, b) => Number(isMet(a)) - Number(isMet(b)));
  const firstUnmet = ordered.find((one) => !isMet(one));
  return (
    <ul>
      {ordered.map((criterion) => (
        <CriterionRow
          key={criterion.id}
          criterion={criterion}
          open={criterion === firstUnmet}
          contest={contests.find((one) => one.stage === stage && one.criterion === criterion.id)}
          onLines={onLines}
          links={links}
          onContest={
            onContest &&
            ((claim, note) => onContest({ criterion: criterion.id, stage, claim, note }))
          }
        />
      ))}
    </ul>
  );
}

const isMet = ({ verdict }: Criterion): boolean => verdict === "met";
