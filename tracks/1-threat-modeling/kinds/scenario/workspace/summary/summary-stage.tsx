import { readability } from "@loopwright/prose";
import { WorkFrame, type StageProps } from "@loopwright/ui";

import { summaryWords } from "../../material/limits.ts";
import { rankDraft, summaryDraft, threatsDraft } from "../shared/drafts.ts";
import { MainPane } from "../shared/main-pane.tsx";
import { Refused } from "../shared/refused.tsx";
import { TextArea } from "../shared/text-area.tsx";
import { useSubmit } from "../shared/use-submit.ts";
import { GradedSummary } from "./graded-summary.tsx";
import styles from "./summary.module.css";

/** What an owner outside security is told: the risk, what is done first, what is left. */
export const SummaryStage = (props: StageProps) =>
  props.state === "open" ? <OpenSummary {...props} /> : <GradedSummary {...props} />;

function OpenSummary({ draft, onDraft, onSubmit, submitting, conditions, earlier }: StageProps) {
  const { text } = summaryDraft(draft);
  const refused = useSubmit({
    title: "Submit summary",
    problem:
      text.trim() === ""
        ? "Nothing is written yet. To leave this stage, skip it beside the brief."
        : null,
    submitting,
    onSubmit,
  });
  return (
    <WorkFrame
      sideLabel="The ranking"
      main={
        <MainPane label="The summary">
          <TextArea
            label="For the owner"
            hint="What could happen to customers, what to do first and what it costs, what stays. No jargon."
            rows={10}
            text={text}
            onText={(next) => onDraft({ text: next })}
            busy={submitting}
            plain={conditions === "interview"}
          />
          <p className={styles.count}>
            {readability(text).words} of {summaryWords.min} to {summaryWords.max} words
          </p>
          <Refused why={refused} />
        </MainPane>
      }
      side={<Ranking earlier={earlier} />}
    />
  );
}

/** What was ranked, at hand while it is told. */
function Ranking({ earlier }: Pick<StageProps, "earlier">) {
  const { top } = rankDraft(earlier["rank"]?.draft ?? null);
  const { threats } = threatsDraft(earlier["threats"]?.draft ?? null);
  if (top.length === 0) return <p className={styles.count}>Nothing was ranked.</p>;
  return (
    <section aria-label="The ranking">
      <h2 className={styles.title}>As ranked</h2>
      <ol className={styles.numbered}>
        {top.map(({ threat, mitigations }) => (
          <li key={threat}>
            <p>{threats.find(({ id }) => id === threat)?.text ?? threat}</p>
            {mitigations && <p className={styles.count}>{mitigations}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
