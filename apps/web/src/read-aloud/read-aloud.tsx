import { Button, useActions, type Action } from "@loopwright/ui";
import { useState } from "react";

import { ReaderBar } from "./reader-bar.tsx";
import { NoVoice } from "./no-voice.tsx";
import styles from "./read-aloud.module.css";
import "./read-aloud.css";
import type { Speech } from "./speech.ts";
import { toggleWords } from "./toggle-words.ts";
import { useReader } from "./use-reader.ts";

export type ReadAloudProps = {
  /** The edge to the platform; null where the browser has no speech. */
  speech: Speech | null;
  /** Names the place that is remembered. */
  guide: string;
  /** The text as it is drawn. */
  text: Element;
};

const group = "Reading aloud";

/** Reads a text aloud with the voices of this computer. */
export const ReadAloud = ({ speech, ...rest }: ReadAloudProps) =>
  speech ? <WithSpeech speech={speech} {...rest} /> : <Silent speech={null} />;

function WithSpeech({ speech, guide, text }: ReadAloudProps & { speech: Speech }) {
  const reading = useReader({ speech, guide, text });
  const { reader, state, voices } = reading;
  const active = state.status !== "stopped" || state.at > 0;
  const mute = voices.length === 0;
  useActions(
    mute
      ? []
      : [
          action("toggle", { title: toggleWords(state), keys: "p", run: reader.toggle }),
          action("back", { title: "Back one sentence", keys: ",", run: () => reader.go(-1) }),
          action("on", { title: "On one sentence", keys: ".", run: () => reader.go(1) }),
          action("stop", { title: "Stop reading", keys: "x", enabled: active, run: reader.stop }),
        ],
  );
  return mute ? <Silent speech={speech} /> : <ReaderBar reading={reading} active={active} />;
}

/** The button is there all the same, and says what is missing. */
function Silent({ speech }: Pick<ReadAloudProps, "speech">) {
  const [asked, setAsked] = useState(false);
  useActions([
    action("toggle", { title: "Read aloud", keys: "p", run: () => setAsked((before) => !before) }),
  ]);
  return (
    <div className={styles.bar}>
      <div className={styles.buttons}>
        <Button small keys="p" aria-expanded={asked} onClick={() => setAsked(!asked)}>
          Read aloud
        </Button>
      </div>
      {asked && <NoVoice speech={speech} />}
    </div>
  );
}

const action = (id: string, rest: Omit<Action, "id" | "group">): Action => ({
  id: `read-aloud.${id}`,
  group,
  ...rest,
});
