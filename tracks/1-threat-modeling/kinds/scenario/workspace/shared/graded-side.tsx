import { GradePanel, type StageProps } from "@loopwright/ui";

type GradedSideProps = Pick<
  StageProps,
  "grade" | "state" | "stageId" | "contests" | "onContest"
> & {
  /** Of the stage: "Draw". */
  title: string;
};

/** The side column once a stage is over. */
export function GradedSide({ title, grade, state, ...rest }: GradedSideProps) {
  if (!grade) return <p>{words[state]}</p>;
  return (
    <GradePanel
      title={`${title} ${state === "skipped" ? "skipped" : "graded"}`}
      grade={grade}
      stage={rest.stageId}
      contests={rest.contests}
      onContest={rest.onContest}
    />
  );
}

const words: Record<StageProps["state"], string> = {
  open: "Not submitted yet.",
  graded: "Submitted; the grade is not shown yet.",
  skipped: "Skipped.",
  "given-up": "The answer is shown; nothing was graded.",
};
