import type { Grade } from "@loopwright/core";
import { GradePanel, type CriterionLinks, type StageProps } from "@loopwright/ui";

import { isStyle } from "./style-figures.tsx";

type GradeSideProps = Pick<StageProps, "grade" | "state" | "stageId" | "contests" | "onContest"> & {
  /** Of the stage: "Answer". */
  title: string;
  links: CriterionLinks;
};

/** The side column once a stage is over. */
export function GradeSide({
  title,
  grade,
  state,
  stageId,
  contests,
  onContest,
  links,
}: GradeSideProps) {
  if (!grade) return <p>{words[state]}</p>;
  return (
    <GradePanel
      title={`${title} ${state === "skipped" ? "skipped" : "graded"}`}
      grade={withoutStyle(grade)}
      stage={stageId}
      contests={contests}
      onContest={onContest}
      links={links}
    />
  );
}

/** Style stands under the text that it is about. */
const withoutStyle = (grade: Grade): Grade =>
  grade.status === "graded"
    ? { ...grade, measures: grade.measures.filter((one) => !isStyle(one)) }
    : grade;

const words: Record<StageProps["state"], string> = {
  open: "Not answered yet.",
  graded: "Answered; the grade is not shown yet.",
  skipped: "Skipped.",
  "given-up": "Answer shown; nothing was graded.",
};
