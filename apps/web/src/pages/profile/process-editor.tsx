import type { ProcessStep } from "@loopwright/core/learner";
import { Button, VisuallyHidden } from "@loopwright/ui";
import { Plus, X } from "lucide-react";

import { Section } from "../../lists/section.tsx";
import { LineField } from "./line-field.tsx";
import styles from "./profile-page.module.css";

type ProcessEditorProps = {
  steps: readonly ProcessStep[];
  onChange: (steps: ProcessStep[]) => void;
};

const most = 12;

/** The stages of the process as they stand on the time line: teams differ, so each can be changed. */
export function ProcessEditor({ steps, onChange }: ProcessEditorProps) {
  const change = (id: string, part: Partial<ProcessStep>) =>
    onChange(steps.map((one) => (one.id === id ? { ...one, ...part } : one)));
  return (
    <Section title="The process">
      <ul className={styles.steps}>
        {steps.map((step) => (
          <li key={step.id} className={styles.step}>
            <Step
              step={step}
              onChange={(part) => change(step.id, part)}
              onRemove={
                steps.length > 1 ? () => onChange(steps.filter(({ id }) => id !== step.id)) : null
              }
            />
          </li>
        ))}
      </ul>
      {steps.length < most && (
        <Button look="quiet" onClick={() => onChange([...steps, newStep(steps)])}>
          <Plus size={14} aria-hidden="true" /> Add a stage
        </Button>
      )}
    </Section>
  );
}

type StepProps = {
  step: ProcessStep;
  onChange: (part: Partial<ProcessStep>) => void;
  onRemove: (() => void) | null;
};

const Step = ({ step, onChange, onRemove }: StepProps) => (
  <>
    <label className={styles.tick}>
      <input
        type="checkbox"
        checked={step.done}
        onChange={(event) => onChange({ done: event.target.checked })}
      />
      <VisuallyHidden>{step.title}: </VisuallyHidden>done
    </label>
    <LineField
      label={`Name of the stage ${step.title}`}
      value={step.title}
      maxLength={60}
      needed
      onCommit={(title) => onChange({ title })}
    />
    <input
      type="date"
      className={styles.input}
      aria-label={`Day of ${step.title}`}
      value={step.on ?? ""}
      onChange={(event) => onChange({ on: event.target.value || null })}
    />
    <LineField
      label={`Note on ${step.title}`}
      value={step.note}
      maxLength={80}
      placeholder="60 min, within a week"
      onCommit={(note) => onChange({ note })}
    />
    {onRemove && (
      <button type="button" className={styles.clear} onClick={onRemove}>
        <X size={14} aria-hidden="true" />
        <VisuallyHidden>Remove {step.title}</VisuallyHidden>
      </button>
    )}
  </>
);

function newStep(steps: readonly ProcessStep[]): ProcessStep {
  const taken = new Set(steps.map(({ id }) => id));
  let number = steps.length + 1;
  while (taken.has(`stage-${number}`)) number += 1;
  return { id: `stage-${number}`, title: "New stage", on: null, done: false, note: "" };
}
