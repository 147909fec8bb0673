import {
  Button,
  classNames,
  dateWords,
  InlineCode,
  minutesWords,
  rangeWords,
  VisuallyHidden,
  buttonClass,
  type PageProps,
} from "@loopwright/ui";
import type { Ref } from "react";

import { topics } from "../../kinds/question/topics.ts";
import type { Question } from "./facets.ts";
import styles from "./question-list.module.css";

type RowActions = Pick<PageProps, "onStart" | "Link"> & {
  busy: boolean;
  /** Asks whether the reviewed answer is to be shown. */
  onAsk: (question: Question) => void;
};
type QuestionListProps = RowActions & { ref: Ref<HTMLUListElement>; questions: Question[] };

export const QuestionList = ({ ref, questions, ...rest }: QuestionListProps) => (
  <ul ref={ref} className={styles.list} aria-label="Questions">
    {questions.map((question) => (
      <Row key={question.id} question={question} {...rest} />
    ))}
  </ul>
);

type RowProps = RowActions & { question: Question };

function Row({ question, busy, onStart, onAsk, Link }: RowProps) {
  const { id, title, listing, attempts } = question;
  const open = attempts.find(({ state }) => state === "open");
  const seen = attempts.find(({ state }) => state === "given-up");
  return (
    <li className={styles.row}>
      <div className={styles.main}>
        <Link to={{ drill: id }} className={styles.title}>
          {title}
        </Link>
        <p className={styles.question}>
          <InlineCode text={proseOf(listing.question)} />
        </p>
        <Facts question={question} />
      </div>
      <div className={styles.side}>
        <Last attempts={attempts} />
        <div className={styles.actions}>
          {open ? (
            <Link to={{ attempt: open.id }} className={buttonClass("secondary", true)}>
              Continue<VisuallyHidden> {title}</VisuallyHidden>
            </Link>
          ) : (
            <Button small disabled={busy} onClick={() => onStart(id)}>
              Practise<VisuallyHidden> {title}</VisuallyHidden>
            </Button>
          )}
          <Button look="quiet" small disabled={busy} onClick={() => onAsk(question)}>
            {seen ? "Show the reviewed answer again" : "Show the reviewed answer"}
            <VisuallyHidden> {title}</VisuallyHidden>
          </Button>
        </div>
      </div>
    </li>
  );
}

/** Code comes with the question itself; a list has two lines for it. */
const proseOf = (question: string): string => question.split(/^```/m)[0] ?? "";

function Facts({ question }: { question: Question }) {
  const { level, minutes, core, status, listing } = question;
  const facts = [
    topics[listing.topic],
    `level ${level}`,
    minutesWords(minutes),
    core && "on the preparation list",
    listing.panel && "asked by every panel",
    status === "draft" && "draft: not counted for readiness",
  ];
  return (
    <ul className={styles.facts}>{facts.map((fact) => fact && <li key={fact}>{fact}</li>)}</ul>
  );
}

/** What the newest attempt came to. */
function Last({ attempts: [last] }: Pick<Question, "attempts">) {
  if (!last) return null;
  return (
    <p className={classNames(styles.last, last.passed && styles.passed)}>
      {resultWords(last)}, {dateWords(last.startedAt)}
    </p>
  );
}

function resultWords({ state, passed, range }: Question["attempts"][number]): string {
  const score = range ? ` ${rangeWords(range)} of 100` : "";
  if (state === "open") return `Open${score && `:${score}`}`;
  if (state === "given-up") return `Answer shown${score && `, after${score}`}`;
  return `${passed ? "Passed" : "Not passed"}${score && `:${score}`}`;
}
