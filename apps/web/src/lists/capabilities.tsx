import { EmptyState } from "@loopwright/ui";

import type { Capability } from "@loopwright/server";
import { languageWords } from "../words.ts";
import styles from "./capabilities.module.css";

/** Which languages run on this machine, how they are confined, and what to do where they do not. */
export function Capabilities({ capabilities }: { capabilities: Capability[] }) {
  if (capabilities.length === 0) return <EmptyState>No code is run in this drill.</EmptyState>;
  return (
    <ul className={styles.list}>
      {capabilities.map(({ language, runs, how }) => (
        <li key={language} className={styles.row}>
          <p className={styles.name}>
            {languageWords(language)}
            <span className={runs ? styles.yes : styles.no}>{runs ? "runs" : "does not run"}</span>
          </p>
          <p className={styles.how}>{how}</p>
        </li>
      ))}
    </ul>
  );
}
