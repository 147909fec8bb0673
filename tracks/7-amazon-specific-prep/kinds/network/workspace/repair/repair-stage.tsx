import { useActions, WorkFrame, type StageProps } from "@loopwright/ui";
import { useMemo, useState } from "react";

import type { RepairAnswer } from "../../answer.ts";
import type { NetworkBrief } from "../../brief.ts";
import { apply } from "../../tables/apply.ts";
import { repairDraft } from "../drafts.ts";
import { Estate } from "../estate/estate.tsx";
import { GradedRepair } from "./graded-repair.tsx";
import { Requirements } from "./requirements.tsx";
import styles from "./repair.module.css";
import { TableFields } from "./table-fields.tsx";
import { TryFlow } from "./try-flow.tsx";

type Tables = RepairAnswer["tables"];

/** The rules as text beside what has to hold; any flow can be tried on them before they are submitted. */
export default function RepairStage(props: StageProps) {
  const brief = props.brief as unknown as NetworkBrief;
  const tables = repairDraft(props.draft);
  if (props.state !== "open") return <GradedRepair {...props} brief={brief} tables={tables} />;
  return <OpenRepair {...props} brief={brief} tables={tables} />;
}

type Open = Pick<StageProps, "onDraft" | "onSubmit" | "submitting" | "conditions"> & {
  brief: NetworkBrief;
  tables: Tables;
};

function OpenRepair({ brief, tables, onDraft, onSubmit, submitting, conditions }: Open) {
  const [refused, setRefused] = useState(false);
  const applied = useMemo(() => apply(brief.network, brief.editable, tables), [brief, tables]);
  const { problems, changed } = applied;
  const stopped = problems.length > 0 || !changed;
  useActions([
    {
      id: "stage.submit",
      title: "Submit repair",
      keys: "Mod+Enter",
      group: "This drill",
      enabled: !submitting,
      run: () => {
        if (stopped) return setRefused(true);
        // The shell says what failed.
        void onSubmit().catch(() => undefined);
      },
    },
  ]);
  const put = (id: string, text: string) => onDraft({ tables: { ...tables, [id]: text } });
  return (
    <WorkFrame
      sideLabel="What has to hold"
      main={
        <Estate
          network={brief.network}
          renderTable={(at, rules) => (
            <TableFields {...{ at, rules, brief, tables, problems }} onText={put} />
          )}
        />
      }
      side={
        <div className={styles.side}>
          {refused && stopped && (
            <p role="alert" className={styles.refused}>
              {problems.length > 0 ? "Some lines cannot be read yet." : "No rule was changed yet."}
            </p>
          )}
          <Requirements requirements={brief.requirements} />
          {/* A free try is a Run, which an interview has not. */}
          {conditions === "practice" && <TryFlow network={applied.network} />}
        </div>
      }
    />
  );
}
