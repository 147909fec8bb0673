import { useQuery } from "@tanstack/react-query";
import { useId } from "react";

import type { WorkView } from "@loopwright/server";
import { dataQueries } from "../../api/data.ts";
import { sizeWords } from "./size-words.ts";
import styles from "./data-page.module.css";

type ProgressProps = {
  /** Whether something is known to go on. */
  expected: boolean;
  /** Only these are shown. */
  of: readonly WorkView["what"][];
};

/** How far a long work is; nothing while none goes on. */
export function Progress({ expected, of }: ProgressProps) {
  const id = useId();
  const work = useWork(expected, of);
  if (!work) return expected ? <p className={styles.note}>Beginning</p> : null;
  const counted = work.of !== null && work.of > 0;
  const words = (value: number) => (work.what === "sample" ? String(value) : sizeWords(value));
  return (
    <div className={styles.progress}>
      <label htmlFor={id}>{work.step || "Beginning"}</label>
      <progress id={id} {...(counted && { value: work.done, max: work.of ?? 1 })} />
      {counted && (
        <span>
          {words(work.done)} of {words(work.of ?? 0)}
        </span>
      )}
    </div>
  );
}

/** The work of these sorts that goes on, whichever window began it. */
export function useWork(expected: boolean, of: ProgressProps["of"]): WorkView | null {
  const work = useQuery(dataQueries.work(expected)).data?.work ?? null;
  return work && of.includes(work.what) ? work : null;
}
