import { announce, Button, count, type PageProps } from "@loopwright/ui";
import { useEffect, useRef } from "react";

import styles from "./page.module.css";

type SummaryProps = Pick<PageProps, "conditions"> & {
  shown: number;
  all: number;
  busy: boolean;
  onDraw: () => void;
  onClear?: () => void;
};

/** How many there are, and the one thing to press. */
export function Summary({ shown, all, conditions, busy, onDraw, onClear }: SummaryProps) {
  useSaid(shown);
  return (
    <div className={styles.summary}>
      <p className={styles.count}>
        {shown === all ? count(all, "question") : `${shown} of ${count(all, "question")}`}
      </p>
      {onClear && shown > 0 && (
        <Button look="quiet" small keys="x" onClick={onClear}>
          Clear filters
        </Button>
      )}
      <div className={styles.draw}>
        <span className={styles.note}>
          What is practised or drawn starts its clock, under {conditions} conditions.
        </span>
        <Button look="primary" keys="d" disabled={busy || shown === 0} onClick={onDraw}>
          Draw one for me
        </Button>
      </div>
    </div>
  );
}

/** Says how many are left once the list has come to rest, and nothing on arrival. */
function useSaid(shown: number) {
  const said = useRef(shown);
  useEffect(() => {
    if (said.current === shown) return;
    const timer = setTimeout(() => {
      said.current = shown;
      announce(shown === 0 ? "No question fits." : `${count(shown, "question")}.`);
    }, 500);
    return () => clearTimeout(timer);
  }, [shown]);
}
