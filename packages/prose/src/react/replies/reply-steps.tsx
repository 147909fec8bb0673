import { capital, type Asked } from "./asked.ts";
import styles from "./replies.module.css";

type ReplyStepsProps = {
  asked: readonly Asked[];
  noun: string;
  replies: Record<string, string>;
  index: number;
  onMove: (index: number) => void;
};

/** "2 of 3", and the way to each. */
export const ReplySteps = ({ asked, noun, replies, index, onMove }: ReplyStepsProps) => (
  <nav className={styles.steps} aria-label={`${capital(noun)}s`}>
    <p className={styles.progress}>
      {capital(noun)} {index + 1} of {asked.length}
    </p>
    <ol className={styles.list}>
      {asked.map(({ id }, at) => {
        const replied = (replies[id] ?? "").trim() !== "";
        return (
          <li key={id}>
            <button
              type="button"
              className={styles.step}
              aria-label={`${capital(noun)} ${at + 1}${replied ? ", replied" : ", no reply yet"}`}
              aria-current={at === index ? "step" : undefined}
              onClick={() => onMove(at)}
            >
              {at + 1}
              <span aria-hidden="true">{replied ? " ●" : " ○"}</span>
            </button>
          </li>
        );
      })}
    </ol>
  </nav>
);
