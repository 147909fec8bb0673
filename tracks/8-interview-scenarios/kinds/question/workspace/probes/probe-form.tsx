import { TextField } from "../writing/text-field.tsx";
import styles from "./probes.module.css";

type ProbeFormProps = {
  number: number;
  total: number;
  ask: string;
  reply: string;
  onReply: (reply: string) => void;
  busy: boolean;
  plain: boolean;
};

/** One probe and its reply. */
export const ProbeForm = ({ number, total, ask, reply, onReply, busy, plain }: ProbeFormProps) => (
  <section className={styles.probe} aria-label={`Probe ${number} of ${total}`}>
    <h2 className={styles.ask}>{ask}</h2>
    <TextField
      label={`Reply to probe ${number}`}
      text={reply}
      onText={onReply}
      busy={busy}
      plain={plain}
      short
    />
  </section>
);
