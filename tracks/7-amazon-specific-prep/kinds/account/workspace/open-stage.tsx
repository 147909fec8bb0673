import { Desk, Goals, Surroundings, useDesk, useSubmit } from "@loopwright/aws/react";
import { WorkFrame, type StageProps } from "@loopwright/ui";

import type { AccountBrief, StageName } from "../brief.ts";
import styles from "./account.module.css";

type OpenStageProps = Omit<StageProps, "brief"> & { brief: AccountBrief; stage: StageName };

const titles: Record<StageName, string> = {
  reach: "Submit the way in",
  close: "Submit the repair",
};

/** The terminal and the files beside what has to be reached. */
export function OpenStage(props: OpenStageProps) {
  const { brief, stage, live, files, conditions, submitting } = props;
  const desk = useDesk({ live, stage, files, names: namesOf(brief, stage) });
  const refused = useSubmit({
    title: titles[stage],
    problem: problemOf({ busy: desk.busy, count: desk.entries.length }),
    submitting,
    submit: () => submit(props),
  });
  return (
    <WorkFrame
      sideLabel="Goals"
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
          <Goals
            title={stage === "reach" ? "To reach" : "To hold at the end"}
            goals={brief.goals.filter((goal) => goal.stage === stage)}
          />
          <Surroundings {...brief} seat={brief.seats[stage]} />
        </div>
      }
    />
  );
}

function problemOf({ busy, count }: { busy: string | null; count: number }): string | null {
  if (busy !== null) return "A command is still running. Submit when it has ended.";
  if (count > 0) return null;
  return "Nothing was run yet. To leave this stage, skip it beside the brief.";
}

/** Everything that counts stands in the log: the answer itself is empty. */
function submit({ draft, onDraft, onSubmit }: OpenStageProps) {
  if (draft === null) onDraft({});
  // The shell says what failed.
  void onSubmit().catch(() => undefined);
}

const namesOf = ({ accounts, seats, region }: AccountBrief, stage: StageName): string[] => [
  ...accounts.map(({ id }) => id),
  seats[stage]?.as ?? "",
  region,
];
