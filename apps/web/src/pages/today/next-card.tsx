import { count } from "@loopwright/ui";
import { useId, type ReactNode } from "react";

import type { QueueItem } from "@loopwright/server";
import { StartButtons } from "../../start/start-buttons.tsx";
import { languageWords } from "../../words.ts";
import { CardsStart } from "./cards-start.tsx";
import styles from "./today-page.module.css";

/** The one thing to do next, with its reason and its time. */
export function NextCard({ item }: { item: QueueItem }) {
  const { what, minutes, why } = item;
  if (what.type === "cards") {
    return (
      <NextFrame
        eyebrow={`Next, ${count(minutes, "minute")}`}
        title={`${count(what.count, "card")} to review`}
        reason={why}
      >
        <CardsStart />
      </NextFrame>
    );
  }
  const { drill, attemptId, part } = what;
  const facts = [part, ...drill.languages.map(languageWords), `level ${drill.level}`];
  return (
    <NextFrame
      eyebrow={`${attemptId ? "Open" : "Next"}, ${count(minutes, "minute")}`}
      title={`${drill.kindTitle}: ${drill.title}`}
      reason={why}
    >
      <StartButtons
        drillId={drill.id}
        openAttemptId={attemptId}
        facts={facts.filter((fact) => fact !== null)}
      />
    </NextFrame>
  );
}

type NextFrameProps = {
  eyebrow?: string;
  title: string;
  reason: ReactNode;
  children?: ReactNode;
};

/** The only box of the page: whatever comes next stands in it. */
export function NextFrame({ eyebrow, title, reason, children }: NextFrameProps) {
  const id = useId();
  return (
    <section className={styles.next} aria-labelledby={id}>
      <div>
        {eyebrow !== undefined && <p className={styles.eyebrow}>{eyebrow}</p>}
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
      </div>
      <p className={styles.reason}>{reason}</p>
      {children}
    </section>
  );
}
