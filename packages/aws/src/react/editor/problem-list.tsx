import type { PolicyProblem } from "../../policy/text.ts";
import styles from "./policy-editor.module.css";

/** Shown at once; the rest mostly follows from these. */
const shownMax = 4;

type ProblemListProps = {
  problems: readonly PolicyProblem[];
  onGo: (problem: PolicyProblem) => void;
};

/** Why AWS would not store the policy as it stands, each with a way to its place. */
export function ProblemList({ problems, onGo }: ProblemListProps) {
  if (problems.length === 0) return null;
  const rest = problems.length - shownMax;
  return (
    <section className={styles.problems} aria-label="Problems of this document">
      <ul>
        {problems.slice(0, shownMax).map((problem) => (
          <li key={`${problem.line} ${problem.column} ${problem.where} ${problem.message}`}>
            <button type="button" className={styles.go} onClick={() => onGo(problem)}>
              line {problem.line}
            </button>{" "}
            {problem.message}
          </li>
        ))}
      </ul>
      {rest > 0 && <p>{rest} more follow.</p>}
    </section>
  );
}
