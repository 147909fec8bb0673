import { useState } from "react";
import { Button } from "@loopwright/ui";

import { Shield } from "./hints.tsx";
import styles from "./legend.module.css";

/** What the shapes mean, on request. */
export function Legend() {
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.legend}>
      {open && (
        <dl id="canvas-legend" className={styles.list}>
          {rows.map(([sign, words]) => (
            <div key={words} className={styles.row}>
              <dt aria-hidden="true">{sign}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
      <Button small look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        Legend
      </Button>
    </div>
  );
}

const Sign = ({ children }: { children: React.ReactNode }) => (
  <svg viewBox="0 0 34 18" width="34" height="18" className={styles.sign}>
    {children}
  </svg>
);

const rows: [React.ReactNode, string][] = [
  [
    <Sign key="actor">
      <rect x="2" y="2" width="30" height="14" />
    </Sign>,
    "Actor",
  ],
  [
    <Sign key="process">
      <rect x="2" y="2" width="30" height="14" rx="6" />
    </Sign>,
    "Process",
  ],
  [
    <Sign key="store">
      <path d="M2 2.5h30M2 15.5h30" />
    </Sign>,
    "Store",
  ],
  [
    <Sign key="zone">
      <rect x="2" y="2" width="30" height="14" rx="2" strokeDasharray="3 2.5" />
    </Sign>,
    "Trust zone; trust from 0 to 100",
  ],
  [
    <Sign key="in">
      <path d="M1 9h31" />
      <path className={styles.filled} d="M16 4l5 5-5 5-5-5Z" />
    </Sign>,
    "Enters what is trusted more",
  ],
  [
    <Sign key="out">
      <path d="M1 9h31" />
      <path className={styles.hollow} d="M16 4l5 5-5 5-5-5Z" />
    </Sign>,
    "Crosses another boundary",
  ],
  [
    <span key="controls" className={styles.hint}>
      <Shield />3
    </span>,
    "Known controls",
  ],
  [
    <span key="data" className={styles.hint}>
      C
    </span>,
    "Keeps data: public, internal, confidential, restricted",
  ],
];
