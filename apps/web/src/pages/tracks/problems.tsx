import { ErrorNotice } from "@loopwright/ui";

import type { Problem } from "@loopwright/server";
import styles from "./tracks-page.module.css";

/** Folders that could not be read. The rest goes on; their authors see where and what. */
export function Problems({ problems }: { problems: Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <div className={styles.problems}>
      {problems.map(({ where, message }) => (
        <ErrorNotice
          key={`${where} ${message}`}
          error={{ message, next: "It is left out until it is mended.", where }}
        />
      ))}
    </div>
  );
}
