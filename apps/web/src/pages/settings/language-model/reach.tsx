import type { LanguageModelView } from "@loopwright/server";
import { classNames } from "@loopwright/ui";

import styles from "./language-model.module.css";

/** Whether what is sent stays on this machine, in words before colours. */
export const Reach = ({ where }: { where: NonNullable<LanguageModelView["where"]> }) => (
  <p className={styles.reach}>
    <span className={classNames(styles.badge, where.loopback ? styles.here : styles.away)}>
      {where.loopback ? "on this machine" : `leaves this machine: ${where.host}`}
    </span>
    {!where.loopback && !where.encrypted && (
      <span>Over http, everything sent there can be read on the way.</span>
    )}
  </p>
);
