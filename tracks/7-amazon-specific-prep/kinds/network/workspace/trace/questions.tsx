import { rulesOf } from "@loopwright/aws/network";
import { classNames } from "@loopwright/ui";

import type { TraceAnswer } from "../../answer.ts";
import type { NetworkBrief, TraceQuestion } from "../../brief.ts";
import { flowWords, questionOf } from "../../flow.ts";
import { RuleSelect } from "./rule-select.tsx";
import styles from "./trace.module.css";

type Answer = TraceAnswer["answers"][string];

type QuestionsProps = {
  brief: NetworkBrief;
  answers: TraceAnswer["answers"];
  /** The question for which a rule is chosen in the network. */
  at: string;
  onAt: (id: string) => void;
  onAnswer: (id: string, answer: Answer) => void;
};

export function Questions({ brief, answers, at, onAt, onAnswer }: QuestionsProps) {
  const rules = rulesOf(brief.network);
  return (
    <ol className={styles.questions} aria-label="Questions">
      {brief.questions.map((question, index) => {
        const { id } = question;
        const answer = Object.hasOwn(answers, id) ? (answers[id] ?? null) : null;
        return (
          <li key={id} className={classNames(styles.question, id === at && styles.current)}>
            <fieldset>
              <legend>
                {index + 1}. {question.about}
              </legend>
              <p className={styles.flow}>{flowWords(questionOf(question))}</p>
              <YesNo
                id={id}
                answer={answer}
                onAnswer={(next) => onAnswer(id, next)}
                onFocus={() => onAt(id)}
              />
              <RuleSelect
                rules={rules}
                label={ruleLabel(question, answer)}
                value={answer?.rule ?? null}
                onFocus={() => onAt(id)}
                onValue={(rule) => onAnswer(id, { reachable: answer?.reachable ?? null, rule })}
              />
            </fieldset>
          </li>
        );
      })}
    </ol>
  );
}

const sorts = {
  "security-group": "security group rule",
  "network-acl": "ACL entry",
  route: "route",
};

/** No: what stops it first. Yes: what is asked for, or anything that is needed. */
function ruleLabel({ asks }: TraceQuestion, answer: Answer | null): string {
  if (answer === null || answer.reachable === null) return "The rule that decides";
  if (!answer.reachable) return "Stopped first by";
  return asks ? `By which ${sorts[asks]}` : "Cannot do without";
}

type YesNoProps = {
  id: string;
  answer: Answer | null;
  onAnswer: (answer: Answer) => void;
  onFocus: () => void;
};

const YesNo = ({ id, answer, onAnswer, onFocus }: YesNoProps) => (
  <div className={styles.yesNo}>
    {[true, false].map((reachable) => (
      <label key={String(reachable)}>
        <input
          type="radio"
          name={`reach-${id}`}
          checked={answer?.reachable === reachable}
          onFocus={onFocus}
          onChange={() => onAnswer({ reachable, rule: answer?.rule ?? null })}
        />
        {reachable ? "Yes" : "No"}
      </label>
    ))}
  </div>
);
