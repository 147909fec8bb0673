import type { PolicyBrief } from "../../brief.ts";
import { problemInWords, type DocumentProblem } from "../../documents.ts";
import styles from "../policy.module.css";

/** Shown of a run that decided nothing; the editor underlines them all. */
const shownMax = 5;

type RunProblemsProps = { brief: PolicyBrief; problems: readonly DocumentProblem[] };

export const RunProblems = ({ brief, problems }: RunProblemsProps) => (
  <section className={styles.refused} aria-label="Refused documents">
    <p>AWS would not store this, so nothing was decided.</p>
    <ul>
      {problems.slice(0, shownMax).map((problem) => {
        const words = problemInWords(brief, problem);
        return <li key={words}>{words}</li>;
      })}
    </ul>
  </section>
);
