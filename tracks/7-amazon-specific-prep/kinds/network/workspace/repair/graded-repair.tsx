import { GradePanel, SourceList, WorkFrame, type StageProps } from "@loopwright/ui";

import type { NetworkBrief } from "../../brief.ts";
import type { RepairReveal } from "../../reveal.ts";
import { apply } from "../../tables/apply.ts";
import { Estate } from "../estate/estate.tsx";
import { Rules } from "../estate/rules.tsx";
import styles from "./repair.module.css";

type GradedRepairProps = Pick<
  StageProps,
  "grade" | "stageId" | "contests" | "onContest" | "reveal"
> & {
  brief: NetworkBrief;
  tables: Record<string, string>;
};

/** What the situation teaches, the hidden table, other repairs, and the rules as they were submitted. */
export function GradedRepair(props: GradedRepairProps) {
  const { brief, tables, grade, stageId, contests, onContest } = props;
  const reveal = props.reveal as unknown as RepairReveal | null;
  const { network } = apply(brief.network, brief.editable, tables);
  return (
    <WorkFrame
      sideLabel="Grade"
      main={
        <>
          {reveal && <Debrief reveal={reveal} />}
          <section aria-labelledby="as-submitted">
            <h2 id="as-submitted" className={styles.submitted}>
              The network as submitted
            </h2>
            <Estate
              network={network}
              renderTable={(at, rules) => <Rules at={at} rules={rules} />}
            />
          </section>
        </>
      }
      side={
        <div className={styles.side}>
          {grade ? (
            <GradePanel
              title="Repair graded"
              grade={grade}
              stage={stageId}
              {...{ contests, onContest }}
            />
          ) : (
            <p>Nothing was graded.</p>
          )}
          {reveal && (
            <section aria-labelledby="network-sources">
              <h2 id="network-sources" className={styles.title}>
                Sources
              </h2>
              <SourceList sources={reveal.sources} />
            </section>
          )}
        </div>
      }
    />
  );
}

function Debrief({ reveal }: { reveal: RepairReveal }) {
  return (
    <div className={styles.debrief}>
      <p className={styles.lesson}>{reveal.lesson}</p>
      {reveal.debrief.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <details>
        <summary>The hidden table: {reveal.flows.length} flows</summary>
        <ul className={styles.flows}>
          {reveal.flows.map(({ id, expect, words, why }) => (
            <li key={id}>
              <code>{words}</code> {expect}. <span className={styles.soft}>{why}</span>
            </li>
          ))}
        </ul>
      </details>
      {reveal.exemplars.map(({ slug, title, note, tables }) => (
        <details key={slug}>
          <summary>A repair that holds: {title}</summary>
          <p>{note}</p>
          {Object.entries(tables).map(([id, text]) => (
            <div key={id}>
              <h3 className={styles.at}>
                <code>{id}</code>
              </h3>
              <pre className={styles.shown}>{text.trim() === "" ? "no rule" : text.trimEnd()}</pre>
            </div>
          ))}
        </details>
      ))}
    </div>
  );
}
