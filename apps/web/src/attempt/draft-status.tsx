import { timeWords } from "../words.ts";
import styles from "./attempt-header.module.css";
import type { DraftState } from "./draft-saver.ts";

/** "Saved 10:42", "Saving", "Not saved: …, retrying". */
export const DraftStatus = ({ state }: { state: DraftState }) => (
  <span className={styles.draft} data-kind={state.kind}>
    {draftWords(state)}
  </span>
);

export function draftWords(state: DraftState): string {
  switch (state.kind) {
    case "clean":
      return "";
    case "saving":
      return "Saving";
    case "saved":
      return `Saved ${timeWords(state.at)}`;
    case "conflict":
      return "Not saved: another page saved a newer draft";
    case "failed":
      return `Not saved: ${state.message}${state.retrying ? ", retrying" : ""}`;
  }
}
