import { announce, Button, ErrorNotice, type Live, type StageProps } from "@loopwright/ui";
import { useId, useState, type FormEvent } from "react";

import type { Ask } from "../../material/answer.ts";
import type { ScenarioBrief } from "../../material/brief.ts";
import type { Reply } from "../../live.ts";
import fields from "../shared/fields.module.css";
import styles from "./conversation.module.css";

type ConversationProps = Pick<StageProps, "brief" | "live"> & {
  busy?: boolean;
  /** Interview conditions are a plain editor: no spelling help. */
  plain?: boolean;
  /** The stage is over: it is read, and nothing more is asked. */
  over?: boolean;
};

/** What was asked and answered, and room for the next question. */
export function Conversation({ brief, live, busy, plain, over = false }: ConversationProps) {
  const { opening } = brief as unknown as ScenarioBrief;
  return (
    <section className={styles.conversation} aria-label="Conversation with the interviewer">
      <ol className={styles.log}>
        <Line who="Interviewer" text={opening} />
        {(live?.log ?? []).map(({ seq, body, view }) => (
          <Exchange key={seq} asked={body as unknown as Ask} reply={view as unknown as Reply} />
        ))}
      </ol>
      {live && !over && <AskForm live={live} busy={busy ?? false} plain={plain ?? false} />}
    </section>
  );
}

const Exchange = ({ asked, reply }: { asked: Ask; reply: Reply }) => (
  <>
    <Line who="Candidate" text={asked.ask} />
    <Line who="Interviewer" text={reply.says} />
  </>
);

const Line = ({ who, text }: { who: "Interviewer" | "Candidate"; text: string }) => (
  <li className={who === "Candidate" ? styles.asked : styles.said}>
    <span className={styles.who}>{who}</span>
    <p>{text}</p>
  </li>
);

/** Longer is no question; the server refuses it too. */
const askMax = 600;

type AskFormProps = { live: Live; busy: boolean; plain: boolean };

function AskForm({ live, busy, plain }: AskFormProps) {
  const id = useId();
  const [text, setText] = useState("");
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<{ message: string; next: string } | null>(null);
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    const question = text.trim();
    if (question === "" || asking) return;
    setAsking(true);
    setError(null);
    try {
      const reply = (await live.act({ ask: question })) as unknown as Reply;
      announce(reply.says);
      setText("");
    } catch (cause) {
      setError(cause as { message: string; next: string });
    }
    setAsking(false);
  };
  return (
    <form className={styles.form} onSubmit={(event) => void ask(event)}>
      <label htmlFor={id} className={fields.label}>
        Question
      </label>
      <div className={styles.row}>
        <input
          id={id}
          className={fields.input}
          value={text}
          maxLength={askMax}
          readOnly={busy || asking}
          spellCheck={!plain}
          autoComplete="off"
          onChange={({ target }) => setText(target.value)}
        />
        <Button type="submit" disabled={busy || asking || text.trim() === ""}>
          Ask
        </Button>
      </div>
      {error && <ErrorNotice error={error} />}
    </form>
  );
}
