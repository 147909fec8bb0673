import { VerdictMark } from "@loopwright/ui";
import type { Verdict } from "@loopwright/core";

import type { TraceAnswer } from "../../answer.ts";
import type { TraceQuestion } from "../../brief.ts";
import { flowWords, questionOf } from "../../flow.ts";
import type { TraceReveal } from "../../reveal.ts";
import styles from "./trace.module.css";

type ExplainedProps = {
  questions: TraceQuestion[];
  truth: TraceReveal;
  answers: TraceAnswer["answers"];
};

/** Each question with its answer, why it is so, and the way of the packet step by step. */
export function Explained({ questions, truth, answers }: ExplainedProps) {
  return (
    <ol className={styles.explained} aria-label="Answers">
      {truth.questions.map(({ id, reachable, rules, lines, why }) => {
        const question = questions.find((one) => one.id === id);
        if (!question) return null;
        const given = Object.hasOwn(answers, id) ? answers[id] : undefined;
        return (
          <li key={id}>
            <h2 className={styles.asked}>
              <VerdictMark verdict={verdictOf({ reachable, rules }, given)} />
              {question.about}
            </h2>
            <p className={styles.flow}>{flowWords(questionOf(question))}</p>
            <p>
              <strong>{reachable ? "Yes" : "No"}</strong>, {reachable ? "by" : "stopped by"}{" "}
              <code>{rules.join(" or ")}</code>. {why}
            </p>
            <details>
              <summary>Step by step</summary>
              <ol className={styles.steps}>
                {lines.map((line, index) => (
                  // oxlint-disable-next-line react/no-array-index-key -- two steps may read alike; they never move
                  <li key={index}>{line}</li>
                ))}
              </ol>
            </details>
          </li>
        );
      })}
    </ol>
  );
}

type Truth = Pick<TraceReveal["questions"][number], "reachable" | "rules">;

function verdictOf(truth: Truth, given: TraceAnswer["answers"][string] | undefined): Verdict {
  if (!given || given.reachable !== truth.reachable) return "missed";
  return given.rule !== null && truth.rules.includes(given.rule) ? "met" : "partly";
}
