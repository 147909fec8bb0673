import type { AnswerReveal } from "../../reveal.ts";
import styles from "./probes.module.css";

type ProbeStepsProps = {
  probes: AnswerReveal["probes"];
  replies: Record<string, string>;
  index: number;
  onMove: (index: number) => void;
};

/** "2 of 3", and the way to each probe. */
export const ProbeSteps = ({ probes, replies, index, onMove }: ProbeStepsProps) => (
  <nav className={styles.steps} aria-label="Probes">
    <p className={styles.progress}>
      Probe {index + 1} of {probes.length}
    </p>
    <ol className={styles.list}>
      {probes.map(({ id }, at) => {
        const replied = (replies[id] ?? "").trim() !== "";
        return (
          <li key={id}>
            <button
              type="button"
              className={styles.step}
              aria-label={`Probe ${at + 1}${replied ? ", replied" : ", no reply yet"}`}
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
