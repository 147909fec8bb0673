import { Button, classNames } from "@loopwright/ui";
import { useState } from "react";

import type { AttemptView, StageView } from "@loopwright/server";
import { conditionsWords } from "../words.ts";
import styles from "./brief-pane.module.css";
import { BriefTabs } from "./brief-tabs.tsx";
import { BriefText } from "./brief-text.tsx";
import { Hints } from "./hints.tsx";
import type { Leaving } from "./leave.tsx";
import type { Steps } from "./use-steps.ts";

type BriefPaneProps = {
  view: AttemptView;
  stage: StageView;
  steps: Steps;
  onLeave: (leaving: Leaving) => void;
};

/** What is to be done, the hints, and the ways out. */
export function BriefPane({ view, stage, steps, onLeave }: BriefPaneProps) {
  const open = stage.state === "open" && view.state === "open";
  // On a phone the brief stands above the work: once there is a grade, it gives way to it.
  const [chosen, setChosen] = useState<boolean | null>(null);
  const unfolded = chosen ?? open;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by itself, so keys must reach it
    <section className={styles.brief} aria-label="Brief" tabIndex={0}>
      <div className={styles.fold}>
        <Button look="quiet" small onClick={() => setChosen(!unfolded)} aria-expanded={unfolded}>
          {unfolded ? "Fold the brief" : "Show the brief"}
        </Button>
      </div>
      <div className={classNames(styles.text, !unfolded && styles.folded)}>
        <BriefTabs view={view}>
          <BriefText view={view} stage={stage} />
        </BriefTabs>
      </div>
      <Hints view={view} busy={steps.hint.isPending} onHint={(task) => steps.hint.mutate(task)} />
      {open && (
        <div className={styles.quiet}>
          <Button look="quiet" small onClick={() => onLeave("skip")}>
            Skip {stage.title.toLowerCase()}
          </Button>
          <Button look="quiet" small onClick={() => onLeave("give-up")}>
            Show answer
          </Button>
        </div>
      )}
      <p className={styles.conditions}>{conditionsWords[view.conditions]}</p>
    </section>
  );
}
