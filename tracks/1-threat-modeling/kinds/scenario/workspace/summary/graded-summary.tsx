import { SourceList, WorkFrame, type StageProps } from "@loopwright/ui";

import type { SummaryReveal } from "../../reveal.ts";
import { summaryDraft } from "../shared/drafts.ts";
import { GradedSide } from "../shared/graded-side.tsx";
import { MainPane } from "../shared/main-pane.tsx";
import styles from "./summary.module.css";

/** What was told, and how it can be told. */
export function GradedSummary(props: StageProps) {
  const told = props.reveal as unknown as SummaryReveal | null;
  const { text } = summaryDraft(props.draft);
  return (
    <WorkFrame
      sideLabel="Grade"
      main={
        <MainPane label="The summary and how it can be told">
          <section aria-label="As told">
            <h2 className={styles.title}>As told</h2>
            <p className={styles.text}>{text.trim() || "Nothing was written."}</p>
          </section>
          {told?.sample && (
            <section aria-label="How it can be told">
              <h2 className={styles.title}>How it can be told</h2>
              <p className={styles.text}>{told.sample}</p>
            </section>
          )}
          {told && (
            <section aria-label="Asked next">
              <h2 className={styles.title}>Asked next</h2>
              <p className={styles.text}>{told.deeper}</p>
            </section>
          )}
          {told && <SourceList sources={told.sources} />}
        </MainPane>
      }
      side={<GradedSide {...props} title="Summary" />}
    />
  );
}
