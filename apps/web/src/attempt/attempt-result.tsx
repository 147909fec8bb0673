import { GradePanel, ScoreBar } from "@loopwright/ui";

import type { AttemptView, StageView } from "@loopwright/server";
import { AttemptFrame } from "./attempt-frame.tsx";
import styles from "./attempt-result.module.css";
import { ResultButtons } from "./result-buttons.tsx";
import { ResultFacts } from "./result-facts.tsx";
import type { WorkClock } from "./use-clock.ts";
import { useSteps } from "./use-steps.ts";

/** All stages are over: what it came to, whether it counts, and where to go from here. */
export function AttemptResult({ view, clock }: { view: AttemptView; clock: WorkClock }) {
  const { range } = view.summary;
  return (
    <AttemptFrame view={view} clock={clock}>
      <div className={styles.result}>
        <div className={styles.top}>
          <section className={styles.verdict} aria-label="Result">
            <h2 className={styles.title}>{verdictWords(view)}</h2>
            <p className={styles.why}>{whyWords(view)}</p>
            <ResultButtons view={view} />
          </section>
          <section aria-label="Score">
            {range && <ScoreBar range={range} />}
            <ResultFacts view={view} />
          </section>
        </div>
        <div className={styles.stages}>
          {view.stages.map((stage) => (
            <StageResult key={stage.id} view={view} stage={stage} />
          ))}
        </div>
      </div>
    </AttemptFrame>
  );
}

function StageResult({ view, stage }: { view: AttemptView; stage: StageView }) {
  const steps = useSteps(view.id);
  if (!stage.grade) {
    return (
      <section className={styles.none}>
        <h2>{stage.title}</h2>
        <p>{stage.state === "skipped" ? "Skipped." : "Given up before it was graded."}</p>
      </section>
    );
  }
  return (
    <GradePanel
      title={stage.title}
      grade={stage.grade}
      stage={stage.id}
      contests={view.contests}
      onContest={async (contest) => void (await steps.contest.mutateAsync(contest))}
    />
  );
}

function verdictWords({ state, summary }: AttemptView): string {
  if (state === "given-up") return "Given up";
  return summary.passed ? "Passed" : "Not passed";
}

function whyWords({ state, summary, criteria, bar, blockedBy }: AttemptView): string {
  if (state === "given-up") return sentence(summary.proves.because);
  const blocking = criteria.filter(({ id }) => blockedBy.includes(id)).map(({ title }) => title);
  if (blocking.length > 0)
    return `${essentialWords[bar.essential]}: ${blocking.map((title) => `“${title}”`).join(", ")}.`;
  return summary.proves.counts
    ? "It counts for readiness."
    : `It does not count for readiness: ${summary.proves.because}.`;
}

const essentialWords: Record<AttemptView["bar"]["essential"], string> = {
  met: "Every essential point has to be met. Not met",
  "not-missed": "No essential point may be missed or partly met. In the way",
};

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
