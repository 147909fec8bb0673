import styles from "../studio.module.css";
import type { SaveState } from "./model-saver.ts";

/** "Saved 10:42", "Saving", "Not saved". */
export const SaveMark = ({ state }: { state: SaveState }) => (
  <span className={styles.saved} data-kind={state.kind}>
    {words(state)}
  </span>
);

const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

function words(state: SaveState): string {
  switch (state.kind) {
    case "saved":
      return state.at === null ? "Saved" : `Saved ${time.format(new Date(state.at))}`;
    case "waiting":
      return "Edited";
    case "saving":
      return "Saving";
    case "failed":
      return state.retrying ? "Not saved, trying again" : "Not saved";
    case "conflict":
      return "Not saved";
  }
}
