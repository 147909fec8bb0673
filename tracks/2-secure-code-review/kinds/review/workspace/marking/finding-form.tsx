import { Button } from "@loopwright/ui";
import { useEffect, useId, useRef, type KeyboardEvent } from "react";

import type { Finding } from "../../answer.ts";
import { impactMax } from "../../limits.ts";
import { linesInWords } from "../../range.ts";
import { severities } from "../../severity.ts";
import { CwePicker } from "./cwe-picker.tsx";
import styles from "./finding-form.module.css";

type FindingFormProps = {
  finding: Finding;
  /** Number of lines of the file. */
  last: number;
  onChange: (patch: Partial<Finding>) => void;
  onClose: () => void;
  onRemove: () => void;
};

/** Stands under the marked lines. What is typed is in the draft at once; closing only puts it away. */
export function FindingForm({ finding, last, onChange, onClose, onRemove }: FindingFormProps) {
  const form = useRef<HTMLFormElement>(null);
  // The field that takes the focus may be all that the browser brings into view.
  useEffect(() => {
    // Newer browsers return a promise, which must not become the effect's own return value.
    form.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const keep = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (!keep && event.key !== "Escape") return;
    event.preventDefault();
    onClose();
  };
  return (
    // Keys that mean the whole form, from whichever field they come.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      className={styles.form}
      aria-label={`Finding on ${linesInWords(finding)}`}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles.top}>
        <CwePicker value={finding.cwe} onChange={(cwe) => onChange({ cwe })} />
        <LineFields finding={finding} last={last} onChange={onChange} />
      </div>
      <SeverityField finding={finding} onChange={onChange} />
      <label className={styles.impact}>
        <span className={styles.label}>Impact, in a sentence or two</span>
        <textarea
          rows={2}
          maxLength={impactMax}
          placeholder="Who is harmed, and how"
          value={finding.impact}
          onChange={({ target }) => onChange({ impact: target.value })}
        />
      </label>
      <div className={styles.buttons}>
        <Button type="submit" small keys="Mod+Enter">
          Keep finding
        </Button>
        <Button look="quiet" small onClick={onRemove}>
          Remove
        </Button>
      </div>
    </form>
  );
}

type SeverityFieldProps = Pick<FindingFormProps, "finding" | "onChange">;

function SeverityField({ finding, onChange }: SeverityFieldProps) {
  const name = useId();
  return (
    <fieldset className={styles.severities}>
      <legend>Severity</legend>
      {severities.map((severity) => (
        <label key={severity} className={styles.severity}>
          <input
            type="radio"
            name={name}
            checked={finding.severity === severity}
            onChange={() => onChange({ severity })}
          />
          {severity}
        </label>
      ))}
    </fieldset>
  );
}

type LineFieldsProps = Pick<FindingFormProps, "finding" | "last" | "onChange">;

/** The range in figures: the way to change it without a pointer or after it was marked. */
function LineFields({ finding: { from, to }, last, onChange }: LineFieldsProps) {
  const clamp = (value: string) => Math.max(1, Math.min(last, Math.round(Number(value)) || 1));
  return (
    <fieldset className={styles.lines}>
      <legend>Lines</legend>
      <input
        type="number"
        aria-label="First line"
        min={1}
        max={last}
        value={from}
        onChange={({ target }) => {
          const line = clamp(target.value);
          onChange({ from: line, to: Math.max(line, to) });
        }}
      />
      <span>to</span>
      <input
        type="number"
        aria-label="Last line"
        min={1}
        max={last}
        value={to}
        onChange={({ target }) => {
          const line = clamp(target.value);
          onChange({ from: Math.min(line, from), to: line });
        }}
      />
    </fieldset>
  );
}
