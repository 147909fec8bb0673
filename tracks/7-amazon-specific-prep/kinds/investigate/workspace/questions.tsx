import { InlineCode } from "@loopwright/ui";
import { useId } from "react";

import type { Question } from "../brief.ts";
import type { Answers } from "./answers.ts";
import { ChoiceField } from "./choice-field.tsx";
import styles from "./investigate.module.css";
import { TextField } from "./text-field.tsx";

type QuestionsProps = {
  questions: readonly Question[];
  answers: Answers;
  onAnswers: (answers: Record<string, string[]>) => void;
};

/** What has to be found out, with a field for each. */
export const Questions = ({ questions, answers, onAnswers }: QuestionsProps) => (
  <section aria-label="Questions of this stage">
    <h2 className={styles.heading}>To find out</h2>
    <ol className={styles.questions}>
      {questions.map((question) => (
        <li key={question.id}>
          <QuestionField
            question={question}
            lines={answers[question.id] ?? []}
            onLines={(lines) => onAnswers({ ...answers, [question.id]: lines })}
          />
        </li>
      ))}
    </ol>
  </section>
);

type QuestionFieldProps = {
  question: Question;
  lines: readonly string[];
  onLines: (lines: string[]) => void;
};

function QuestionField({ question, lines, onLines }: QuestionFieldProps) {
  const id = useId();
  const { title, detail, essential } = question;
  const labels = { labelledBy: `${id}-title`, describedBy: detail ? `${id}-detail` : undefined };
  return (
    <>
      <h3 id={labels.labelledBy} className={styles.question}>
        {title}
      </h3>
      {detail && (
        <p id={labels.describedBy} className={styles.detail}>
          <InlineCode text={detail} />
        </p>
      )}
      {!essential && <p className={styles.detail}>Counts, and is not essential.</p>}
      {question.type === "choice" ? (
        <ChoiceField {...{ question, lines, onLines, labels }} />
      ) : (
        <TextField {...{ type: question.type, lines, onLines, labels }} />
      )}
    </>
  );
}
