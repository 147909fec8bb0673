import type { LineProblem, Notice } from "../../lines/index.ts";
import styles from "./lines.module.css";

type LinesProblemsProps = {
  problems: readonly LineProblem[];
  notices: readonly Notice[];
  onGo: (line: number, column: number) => void;
};

const shownMax = 20;

/** What is wrong and where, each a way to the place; then what was understood otherwise than written. */
export const LinesProblems = ({ problems, notices, onGo }: LinesProblemsProps) => (
  <>
    {problems.length > 0 && (
      <ul className={styles.problems} aria-label="Problems in the lines">
        {problems.slice(0, shownMax).map(({ line, column, message, next }) => (
          <li key={`${line}:${column} ${message}`}>
            <button type="button" className={styles.place} onClick={() => onGo(line, column)}>
              line {line}, column {column}
            </button>
            <span>
              <strong>{message}</strong> {next}
            </span>
          </li>
        ))}
      </ul>
    )}
    {notices.length > 0 && (
      <ul className={styles.notices} aria-label="Notices on the lines">
        {notices.slice(0, shownMax).map(({ line, message }) => (
          <li key={`${line} ${message}`}>
            <button type="button" className={styles.place} onClick={() => onGo(line, 1)}>
              line {line}
            </button>
            <span>{message}</span>
          </li>
        ))}
      </ul>
    )}
  </>
);
