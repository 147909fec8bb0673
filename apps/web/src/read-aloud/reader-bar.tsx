import { Button, count } from "@loopwright/ui";
import { useId } from "react";

import { rates } from "./kept.ts";
import styles from "./read-aloud.module.css";
import { toggleWords } from "./toggle-words.ts";
import type { useReader } from "./use-reader.ts";

type Reading = ReturnType<typeof useReader>;

/** One button until reading has begun; then all of it, at the upper edge while the text goes by. */
export function ReaderBar({ reading, active }: { reading: Reading; active: boolean }) {
  const { reader, state, pieces } = reading;
  return (
    <section className={styles.bar} aria-label="Reading aloud" data-active={active}>
      <div className={styles.buttons}>
        <Button small keys="p" onClick={reader.toggle}>
          {toggleWords(state)}
        </Button>
        {active && (
          <>
            <Button small look="quiet" keys="x" onClick={reader.stop}>
              Stop
            </Button>
            <span className={styles.place}>
              Sentence {state.at + 1} of {pieces.length}, {leftWords(reading)}
            </span>
          </>
        )}
      </div>
      {state.failure !== null && (
        <p role="alert" className={styles.failure}>
          {state.failure} Another voice may work.
        </p>
      )}
      {active && <How reading={reading} />}
    </section>
  );
}

/** Speed, voice, and what becomes of code. */
function How({ reading: { how, voices, voice, change, hasCode } }: { reading: Reading }) {
  const id = useId();
  return (
    <div className={styles.how}>
      <label className={styles.choice} htmlFor={`${id}-rate`}>
        Speed
        <input
          id={`${id}-rate`}
          type="range"
          {...rates}
          value={how.rate}
          aria-valuetext={`${how.rate.toFixed(1)} times`}
          onChange={(event) => change({ rate: Number(event.target.value) })}
        />
        <output className={styles.rate} aria-hidden="true">
          {how.rate.toFixed(1)}×
        </output>
      </label>
      {voices.length > 1 && (
        <label className={styles.choice} htmlFor={`${id}-voice`}>
          Voice
          <select
            id={`${id}-voice`}
            className={styles.select}
            value={voice}
            onChange={(event) => change({ voice: event.target.value })}
          >
            {voices.map(({ id, name, lang }) => (
              <option key={id} value={id}>
                {name} ({lang})
              </option>
            ))}
          </select>
        </label>
      )}
      {hasCode && (
        <label className={styles.choice}>
          <input
            type="checkbox"
            checked={how.code}
            onChange={(event) => change({ code: event.target.checked })}
          />
          Speak code
        </label>
      )}
    </div>
  );
}

/** Voices say about so many words a minute at their own speed. */
const wordsPerMinute = 170;

function leftWords({ state, pieces, how }: Reading): string {
  const left = pieces.slice(state.at);
  const words = left.reduce((sum, { says }) => sum + says.split(" ").length, 0);
  const minutes = Math.ceil(words / (wordsPerMinute * how.rate));
  return `about ${count(minutes, "minute")} left`;
}
