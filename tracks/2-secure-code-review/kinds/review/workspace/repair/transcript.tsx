import type { RunTranscript } from "../../run.ts";
import styles from "./repair.module.css";

const ends: Record<RunTranscript["end"], string | null> = {
  finished: null,
  time: "The run was stopped at its time limit.",
  memory: "The run used more memory than its limit.",
  output: "The run printed more than its limit.",
  calls: "The run made more calls than its limit.",
  crashed: "The run ended before it reported.",
};

/** What a free Run showed: requests and answers, then what was printed. Nothing is judged. */
export function Transcript({ transcript }: { transcript: RunTranscript }) {
  const { end, samples, stdout, stderr } = transcript;
  return (
    <section aria-label="Last run">
      <h2 className={styles.title}>Last run</h2>
      {ends[end] && <p>{ends[end]}</p>}
      {samples.map(({ title, steps }) => (
        <div key={title}>
          <h3>{title}</h3>
          <Output label={title} text={steps.join("\n")} />
        </div>
      ))}
      {stdout !== "" && <Output label="Printed" text={stdout} />}
      {stderr !== "" && <Output label="Errors" text={stderr} />}
    </section>
  );
}

const Output = ({ label, text }: { label: string; text: string }) => (
  <pre className={styles.output} aria-label={label}>
    {text}
  </pre>
);
