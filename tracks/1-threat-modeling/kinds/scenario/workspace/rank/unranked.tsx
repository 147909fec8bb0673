import { Button } from "@loopwright/ui";

import type { NamedThreat } from "../../material/answer.ts";
import styles from "./rank.module.css";

type UnrankedProps = {
  threats: readonly NamedThreat[];
  /** How many are asked for. */
  places: number;
  /** No place is left. */
  full: boolean;
  onRank: (id: string) => void;
  busy: boolean;
};

/** Threats that were written and have no place yet. */
export function Unranked({ threats, places, full, onRank, busy }: UnrankedProps) {
  return (
    <section className={styles.unranked} aria-label="Threats not ranked">
      <h2>Not ranked</h2>
      {threats.length === 0 && <p className={styles.empty}>Every threat has a place.</p>}
      {full && threats.length > 0 && <p className={styles.empty}>All {places} places are taken.</p>}
      <ul className={styles.list}>
        {threats.map(({ id, title, text }) => (
          <li key={id} className={styles.waiting}>
            <p>{text || title || id}</p>
            <Button small data-rank={id} onClick={() => onRank(id)} disabled={full || busy}>
              Rank
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
