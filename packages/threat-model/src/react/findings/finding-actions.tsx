import { announce, Button } from "@loopwright/ui";
import { useState } from "react";

import { decide } from "../../model/edit.ts";
import type { Decision } from "../../model/model.ts";
import { DecisionForm } from "./decision-form.tsx";
import type { FindingProps } from "./finding-row.tsx";
import styles from "./findings.module.css";
import { threatFrom } from "./from-finding.ts";

type FindingActionsProps = FindingProps & { onDone: () => void };

/** What comes of a finding: a threat, a decision with its reason, or the way back from either. */
export function FindingActions(props: FindingActionsProps) {
  const { finding, model, apply, onDone } = props;
  const [asking, setAsking] = useState<Decision["state"] | null>(null);
  const done = (said: string) => {
    announce(said);
    setAsking(null);
    onDone();
  };
  if (asking !== null)
    return (
      <DecisionForm
        state={asking}
        onCancel={() => setAsking(null)}
        onDecide={(reason) => {
          apply(decide(model, finding.id, { state: asking, reason }), `Decide on ${finding.title}`);
          done("The decision is kept.");
        }}
      />
    );
  if (finding.decision !== null) return <Decided {...props} onDone={done} />;
  return (
    <div className={styles.actions}>
      <ThreatButton {...props} onDone={done} />
      <Button small look="quiet" onClick={() => setAsking("not-applicable")}>
        Not applicable because…
      </Button>
      <Button small look="quiet" onClick={() => setAsking("accepted")}>
        Accepted because…
      </Button>
    </div>
  );
}

type StepProps = FindingProps & { onDone: (said: string) => void };

function Decided({ finding, model, apply, onDone }: StepProps) {
  const { decision } = finding;
  if (decision === null) return null;
  return (
    <div className={styles.actions}>
      <p className={styles.reason}>
        {decision.state === "accepted" ? "Accepted" : "Not applicable"} because {decision.reason}
      </p>
      <Button
        small
        onClick={() => {
          apply(decide(model, finding.id, null), `Take back the decision on ${finding.title}`);
          onDone("The decision is taken back.");
        }}
      >
        Take the decision back
      </Button>
    </div>
  );
}

function ThreatButton(props: StepProps) {
  const { finding, model, apply, onSelect, onGo = onSelect, onDone } = props;
  const { threat } = finding;
  if (threat !== null)
    return (
      <Button small onClick={() => onGo(threat)}>
        Open threat {threat}
      </Button>
    );
  return (
    <Button
      small
      onClick={() => {
        const made = threatFrom(model, finding);
        apply(made.model, `Threat: ${finding.title}`);
        onDone(`It is written down as threat ${made.id}.`);
      }}
    >
      Make a threat of it
    </Button>
  );
}
