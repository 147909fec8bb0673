import type { GateTrace } from "../../decide/explain.ts";
import styles from "./trace-view.module.css";

/** A full disc allows, a cross denies, an empty ring is silent: shapes that do without colour. */
export const OutcomeMark = ({ verdict }: { verdict: GateTrace["verdict"] }) => (
  <svg className={styles.mark} width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
    {verdict === "allows" && <circle cx="6" cy="6" r="5" fill="currentColor" />}
    {verdict === "is silent" && (
      <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
    )}
    {verdict === "denies" && (
      <path d="M2 2 L10 10 M10 2 L2 10" stroke="currentColor" strokeWidth="2.2" />
    )}
  </svg>
);
