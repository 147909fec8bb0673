import { Desk, Goals, Surroundings, useDesk, useSubmit } from "@loopwright/aws/react";
import { WorkFrame, type StageProps } from "@loopwright/ui";

import type { InvestigateBrief, StageName } from "../brief.ts";
import { answersOf, type Answers } from "./answers.ts";
import styles from "./investigate.module.css";
import { Questions } from "./questions.tsx";

type OpenStageProps = Omit<StageProps, "brief"> & { brief: InvestigateBrief; stage: StageName };

const titles: Record<StageName, string> = {
  find: "Submit the findings",
  contain: "Submit the containment",
};

/** The terminal and the files beside what has to be found out, or to hold at the end. */
export function OpenStage(props: OpenStageProps) {
  const { brief, stage, live, files, conditions, submitting, draft, onDraft } = props;
  const desk = useDesk({ live, stage, files, names: namesOf(brief, stage) });
  const answers = answersOf(draft);
  const refused = useSubmit({
    title: titles[stage],
    problem: problemOf({ busy: desk.busy, count: desk.entries.length, stage, answers }),
    submitting,
    submit: () => submit(props),
  });
  return (
    <WorkFrame
      sideLabel={stage === "find" ? "Questions" : "Goals"}
      main={
        <Desk
          desk={desk}
          completes={conditions !== "interview"}
          disabled={submitting || live === null}
        />
      }
      side={
        <div className={styles.side}>
          {refused && <p role="alert">{refused}</p>}
          {stage === "find" ? (
            <Questions
              questions={brief.questions}
              answers={answers}
              onAnswers={(next) => onDraft({ answers: next })}
            />
          ) : (
            <Goals title="To hold at the end" goals={brief.goals} />
          )}
          <Surroundings {...brief} seat={brief.seats[stage]} />
        </div>
      }
    />
  );
}

type State = { busy: string | null; count: number; stage: StageName; answers: Answers };

function problemOf({ busy, count, stage, answers }: State): string | null {
  if (busy !== null) return "A command is still running. Submit when it has ended.";
  const isEmpty =
    stage === "find"
      ? !Object.values(answers).some((lines) => lines.some((line) => line.trim() !== ""))
      : count === 0;
  if (!isEmpty) return null;
  const what = stage === "find" ? "No question was answered yet." : "Nothing was run yet.";
  return `${what} To leave this stage, skip it beside the brief.`;
}

function submit({ stage, draft, onDraft, onSubmit }: OpenStageProps) {
  // What was done stands in the log: the answer of the containment is empty.
  if (stage === "contain" && draft === null) onDraft({});
  // The shell says what failed.
  void onSubmit().catch(() => undefined);
}

const namesOf = ({ accounts, seats, region }: InvestigateBrief, stage: StageName): string[] => [
  ...accounts.map(({ id }) => id),
  seats[stage].as,
  region,
];
