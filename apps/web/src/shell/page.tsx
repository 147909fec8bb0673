import { classNames } from "@loopwright/ui";
import type { ReactNode } from "react";

import styles from "./page.module.css";
import { usePageTitle } from "./use-page-title.ts";

type PageProps = {
  title: string;
  /** A date, or the way up. */
  eyebrow?: ReactNode;
  /** One sentence under the title, to be read. */
  lead?: string;
  /** Takes the width of the window. */
  wide?: boolean;
  children: ReactNode;
};

/** A page inside the shell: it names the window, and takes the focus when it is navigated to. */
export function Page({ title, eyebrow, lead, wide = false, children }: PageProps) {
  const heading = usePageTitle(title);
  return (
    <div className={classNames(styles.page, wide && styles.wide)}>
      <header>
        {eyebrow && <p className={styles.eyebrow}>{eyebrow}</p>}
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {lead && <p className={styles.lead}>{lead}</p>}
      </header>
      <div className={styles.content}>{children}</div>
    </div>
  );
}
