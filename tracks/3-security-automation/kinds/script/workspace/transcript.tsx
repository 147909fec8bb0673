import type { ScriptTranscript } from "../run.ts";
import styles from "./script.module.css";

const ends: Record<ScriptTranscript["end"], string | null> = {
  finished: null,
  time: "It was stopped at its time limit.",
  memory: "It used more memory than its limit.",
  output: "It printed more than its limit.",
  calls: "It made more calls than its limit.",
  crashed: "The interpreter ended before it reported.",
};

/** What the last run of the sample showed: what was printed, then each call. Nothing is judged. */
export function Transcript({ transcript }: { transcript: ScriptTranscript }) {
  const { end, exit, stdout, stderr, problem, written, calls } = transcript;
  return (
    <section aria-label="Last run">
      <h2 className={styles.title}>Last run, on the sample</h2>
      <p>{ends[end] ?? `It ended with exit code ${exit}.`}</p>
      {problem && <p className={styles.hint}>{problem}</p>}
      {stdout !== "" && <Output label="Standard output" text={stdout} />}
      {stderr !== "" && <Output label="Standard error" text={stderr} />}
      {written.length > 0 && <p className={styles.hint}>Files written: {written.join(", ")}.</p>}
      {calls.length > 0 && <Calls calls={calls} />}
    </section>
  );
}

const Output = ({ label, text }: { label: string; text: string }) => (
  <div>
    <h3 className={styles.title}>{label}</h3>
    <pre className={styles.output} aria-label={label}>
      {text}
    </pre>
  </div>
);

/** What the account's trail would tell of it. */
const Calls = ({ calls }: Pick<ScriptTranscript, "calls">) => (
  <details>
    <summary>
      {calls.length === 1 ? "1 call" : `${calls.length} calls`} in the account’s records
    </summary>
    <ol className={styles.calls}>
      {calls.map(({ at, call, region, error, changes }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- calls are never reordered
        <li key={index}>
          {at} {call} <span className={styles.hint}>{region}</span>
          {changes && " changes something"}
          {error && <span className={styles.error}> {error}</span>}
        </li>
      ))}
    </ol>
  </details>
);
