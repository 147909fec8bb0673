import styles from "./read-aloud.module.css";
import type { Speech } from "./speech.ts";

/** Why nothing is read, and what to do. */
export const NoVoice = ({ speech }: { speech: Speech | null }) => (
  <div className={styles.none} role="status">
    {speech === null ? (
      <p>
        This browser cannot read aloud. Current versions of Chrome, Edge, Firefox and Safari can.
      </p>
    ) : (
      <>
        <p>
          {speech.hasRemote()
            ? "The voices of this browser send the text to another computer, so none of them is used. A voice that is installed here works:"
            : "No voice is installed on this computer."}
        </p>
        <ul className={styles.steps}>
          <li>Windows: Settings, Time and language, Speech, Add voices.</li>
          <li>macOS: System Settings, Accessibility, Spoken Content, System voice.</li>
          <li>Linux: install speech-dispatcher with espeak-ng, and start the browser again.</li>
        </ul>
      </>
    )}
  </div>
);
