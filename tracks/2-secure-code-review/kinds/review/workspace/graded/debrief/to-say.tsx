import { announce, Button } from "@loopwright/ui";

import type { Flaw } from "../../../key.ts";
import { InlineCode } from "../../inline-code.tsx";
import { saidOf, saidText } from "./said.ts";
import styles from "./to-say.module.css";

/** The finding as an interviewer wants to hear it, from the flaw to a thousand services. */
export function ToSay({ flaw }: { flaw: Flaw }) {
  return (
    <details className={styles.say} open>
      <summary className={styles.title}>What to say in the room</summary>
      <dl className={styles.parts}>
        {saidOf(flaw).map(({ id, title, text }) => (
          <div key={id}>
            <dt>{title}</dt>
            <dd>
              <InlineCode text={text} />
            </dd>
          </div>
        ))}
      </dl>
      <Button
        small
        aria-label={`Copy what to say about: ${flaw.title}`}
        onClick={() => void copy(saidText(flaw))}
      >
        Copy
      </Button>
    </details>
  );
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announce("Copied.");
  } catch {
    // A browser may refuse; the text can be selected as any other.
    announce("The browser did not allow copying. Select the text instead.");
  }
}
