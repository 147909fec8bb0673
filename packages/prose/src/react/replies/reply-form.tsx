import { TextField } from "../writing/text-field.tsx";
import { capital } from "./asked.ts";
import styles from "./replies.module.css";

type ReplyFormProps = {
  number: number;
  total: number;
  noun: string;
  ask: string;
  reply: string;
  onReply: (reply: string) => void;
  busy: boolean;
  plain: boolean;
};

/** What is asked, and the reply to it. */
export const ReplyForm = ({ number, total, noun, ask, reply, ...field }: ReplyFormProps) => (
  <section className={styles.asked} aria-label={`${capital(noun)} ${number} of ${total}`}>
    <h2 className={styles.ask}>{ask}</h2>
    <TextField
      label={`Reply to ${noun} ${number}`}
      text={reply}
      onText={field.onReply}
      busy={field.busy}
      plain={field.plain}
      short
    />
  </section>
);
