import { GradePanel, SourceList, WorkFrame, type StageProps } from "@loopwright/ui";

import type { ItemAnswer } from "../../answer.ts";
import type { ItemBrief } from "../../brief.ts";
import { pairOf } from "../../forms/item.ts";
import type { ItemReveal } from "../../reveal.ts";
import { InlineCode } from "../inline-code.tsx";
import { Explained } from "./explained.tsx";
import styles from "./graded-stage.module.css";
import { goToLine } from "./explained-snippet.tsx";

type GradedStageProps = Pick<
  StageProps,
  "files" | "grade" | "stageId" | "state" | "contests" | "onContest"
> & {
  brief: ItemBrief;
  draft: ItemAnswer | null;
  reveal: ItemReveal | null;
};

/** The question once it is over: what was right, what was answered, and why. */
export function GradedStage(props: GradedStageProps) {
  const { brief, files, draft, reveal } = props;
  const item = reveal && pairOf(brief, reveal);
  return (
    <WorkFrame
      sideLabel="Grade"
      main={
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- its pane scrolls, so keys must reach it
        <section className={styles.main} aria-label="Explanations" tabIndex={0}>
          {item && reveal ? (
            <>
              <Explained item={item} files={files} draft={draft} />
              <section aria-labelledby="item-lesson" className={styles.lesson}>
                <h2 id="item-lesson" className={styles.title}>
                  Take along
                </h2>
                <p>
                  <InlineCode text={reveal.lesson} />
                </p>
              </section>
            </>
          ) : (
            <p>The answer is kept; what is right is not shown yet.</p>
          )}
        </section>
      }
      side={<Side {...props} />}
    />
  );
}

function Side({ grade, stageId, state, contests, onContest, reveal }: GradedStageProps) {
  return (
    <div className={styles.side}>
      {grade ? (
        <GradePanel
          title="Answer graded"
          grade={grade}
          stage={stageId}
          contests={contests}
          onContest={onContest}
          onLines={({ from }) => goToLine(from)}
        />
      ) : (
        <p>{words[state]}</p>
      )}
      {reveal && (
        <section aria-labelledby="item-sources">
          <h2 id="item-sources" className={styles.title}>
            Sources
          </h2>
          <SourceList sources={reveal.sources} />
        </section>
      )}
    </div>
  );
}

const words: Record<StageProps["state"], string> = {
  open: "Not answered yet.",
  graded: "Answered; the grade is not shown yet.",
  skipped: "Skipped.",
  "given-up": "Answer shown; nothing was graded.",
};
