import type { ShownTrace } from "@loopwright/aws/decision";
import { TraceView } from "@loopwright/aws/react";
import { VerdictMark } from "@loopwright/ui";

import type { PolicyBrief } from "../../brief.ts";
import type { Asked } from "../../estate/asked.ts";
import { askedInWords } from "../../estate/words.ts";
import styles from "../policy.module.css";
import type { Run } from "./use-run.ts";

/** What has to hold, with its examples; after a run each says how it was decided. */
export function Requirements({ brief, run }: { brief: PolicyBrief; run: Run }) {
  const traces = new Map(run.transcript?.examples?.map(({ id, trace }) => [id, trace]));
  return (
    <section aria-label="Requirements">
      <h2 className={styles.title}>To hold</h2>
      {run.stale && <p className={styles.hint}>As last run; the documents have changed since.</p>}
      <ol className={styles.requirements}>
        {brief.requirements.map(({ id, title, detail, examples }) => (
          <li key={id}>
            <h3 className={styles.requirement}>{title}</h3>
            {detail && <p className={styles.hint}>{detail}</p>}
            <ul className={styles.examples}>
              {examples.map((asked) => (
                <Example
                  key={asked.id}
                  words={askedInWords(brief.estate, asked)}
                  {...{ asked }}
                  trace={traces.get(asked.id) ?? null}
                />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

type ExampleProps = { asked: Asked; words: string; trace: ShownTrace | null };

const stated = ({ expect }: Asked): string =>
  expect === "allow" ? "to be allowed" : "to be denied";

function Example({ asked, words, trace }: ExampleProps) {
  const right = trace !== null && trace.allowed === (asked.expect === "allow");
  const outcome = trace?.allowed ? "allowed" : "denied";
  return (
    <li className={styles.example}>
      <details>
        <summary>
          {trace && <VerdictMark verdict={right ? "met" : "missed"} />}
          <span>
            {asked.about}:{" "}
            {trace
              ? `${outcome}, ${right ? "as stated" : `and is ${stated(asked)}`}`
              : stated(asked)}
          </span>
        </summary>
        <p className={styles.asked}>{words}</p>
        {trace && <TraceView trace={trace} label={`How “${asked.about}” was decided`} />}
      </details>
    </li>
  );
}
