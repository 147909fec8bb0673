import { VerdictMark } from "@loopwright/ui";

import { cweInWords } from "../../../cwe/cwe.ts";
import { InlineCode } from "../../inline-code.tsx";
import styles from "./debrief.module.css";
import { ToSay } from "./to-say.tsx";
import type { Told } from "./told.ts";
import type { Walk } from "./use-walk.ts";

type DebriefProps = { told: readonly Told[]; walk: Walk };

/** Every flaw, the missed ones first: its way through the code, whom it harms, and how to say it. */
export const Debrief = ({ told, walk }: DebriefProps) => (
  <section className={styles.debrief} aria-labelledby="debrief-title">
    <h2 id="debrief-title" className={styles.title}>
      Each flaw, what was missed first
    </h2>
    {told.map((one, index) => (
      <OneFlaw key={one.flaw.id} told={one} number={index + 1} walk={walk} open={index === 0} />
    ))}
  </section>
);

/** Where a note on the lines leads. */
export const debriefId = (flaw: string): string => `debrief-${flaw}`;

/** Opens the debrief of a flaw, which is on the page, and gives it the focus. */
export function showDebrief(flaw: string): void {
  const details = document.getElementById(debriefId(flaw));
  if (!(details instanceof HTMLDetailsElement)) return;
  details.open = true;
  const summary = details.querySelector("summary");
  summary?.scrollIntoView();
  summary?.focus({ preventScroll: true });
}

type OneFlawProps = { told: Told; number: number; walk: Walk; open: boolean };

function OneFlaw({ told: { flaw, verdict, words }, number, walk, open }: OneFlawProps) {
  return (
    <details id={debriefId(flaw.id)} className={styles.flaw} open={open}>
      <summary className={styles.head}>
        <VerdictMark verdict={verdict} />
        <span>
          <b>
            {number}. {flaw.title}
          </b>
          <span className={styles.when}>{words}</span>
        </span>
      </summary>
      <div className={styles.inside}>
        <p className={styles.class}>{flaw.cwe[0] !== undefined && cweInWords(flaw.cwe[0])}</p>
        <Path flaw={flaw} walk={walk} />
        <h3 className={styles.title}>Why it matters to a customer</h3>
        <p>
          <InlineCode text={flaw.impact} />
        </p>
        <h3 className={styles.title}>Why it is there</h3>
        <p>
          <InlineCode text={flaw.why} />
        </p>
        <ToSay flaw={flaw} />
      </div>
    </details>
  );
}

/** From source to sink; each step leads to its line, where its number stands from then on. */
function Path({ flaw, walk }: { flaw: Told["flaw"]; walk: Walk }) {
  const current = walk.step?.flaw.id === flaw.id ? walk.step.index : null;
  return (
    <>
      <h3 className={styles.title}>The path through the code</h3>
      <ol className={styles.path} aria-label={`From source to sink: ${flaw.title}`}>
        {flaw.path.map(({ file, line, note }, index) => (
          <li key={`${file} ${line} ${note}`}>
            <button
              type="button"
              className={styles.step}
              aria-current={index === current ? "step" : undefined}
              onClick={() => walk.goTo({ flaw, index })}
            >
              <span className={styles.number}>{index + 1}</span>
              <span>
                {note}, <span className={styles.place}>{`${file}, line ${line}`}</span>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}
