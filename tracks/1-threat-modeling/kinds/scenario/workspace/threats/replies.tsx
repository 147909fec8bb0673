import type { Model } from "@loopwright/threat-model";

import { responses, type Reply } from "../../material/answer.ts";
import { attackOf } from "../../design/attack.ts";
import fields from "../shared/fields.module.css";
import { TextArea } from "../shared/text-area.tsx";
import styles from "./threats.module.css";
import { useMemo } from "react";

type RepliesProps = {
  model: Model;
  replies: readonly Reply[];
  onReplies: (replies: Reply[]) => void;
  busy: boolean;
  plain: boolean;
};

/** Mode design: what the rules say of the design, each with what is done about it. */
export function Replies({ model, replies, onReplies, busy, plain }: RepliesProps) {
  const findings = useMemo(() => attackOf(model), [model]);
  if (findings.length === 0) return null;
  const replyTo = (id: string): Reply =>
    replies.find((one) => one.finding === id) ?? { finding: id, response: "mitigate", text: "" };
  const keep = (changed: Reply) =>
    onReplies([...replies.filter(({ finding }) => finding !== changed.finding), changed]);
  return (
    <section className={styles.replies} aria-label="Findings on the design">
      <h2>The rules attack the design</h2>
      <ol className={styles.list}>
        {findings.map(({ id, title, why }) => {
          const reply = replyTo(id);
          return (
            <li key={id} className={styles.card}>
              <h3>{title}</h3>
              <p className={fields.hint}>{why.join("; ")}</p>
              <ResponseField reply={reply} busy={busy} onReply={keep} />
              <TextArea
                label="What is done about it"
                rows={2}
                text={reply.text}
                onText={(text) => keep({ ...reply, text })}
                busy={busy}
                plain={plain}
              />
            </li>
          );
        })}
      </ol>
    </section>
  );
}

const words: Record<Reply["response"], string> = {
  mitigate: "Mitigated",
  control: "Closed in the drawing",
  accept: "Accepted, because",
};

type ResponseFieldProps = { reply: Reply; busy: boolean; onReply: (reply: Reply) => void };

const ResponseField = ({ reply, busy, onReply }: ResponseFieldProps) => (
  <fieldset className={styles.letters} disabled={busy}>
    <legend className={fields.label}>Answer</legend>
    {responses.map((response) => (
      <label key={response} className={styles.letter}>
        <input
          type="radio"
          name={`response ${reply.finding}`}
          checked={reply.response === response}
          onChange={() => onReply({ ...reply, response })}
        />
        {words[response]}
      </label>
    ))}
  </fieldset>
);
