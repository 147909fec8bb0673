import { Button } from "@loopwright/ui";
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";

import type { Decision } from "../../model/model.ts";
import form from "../form/form.module.css";
import styles from "./findings.module.css";

type DecisionFormProps = {
  state: Decision["state"];
  onDecide: (reason: string) => void;
  onCancel: () => void;
};

const words: Readonly<Record<Decision["state"], { label: string; placeholder: string }>> = {
  "not-applicable": {
    label: "Not applicable because",
    placeholder: "what the rule cannot see: the bucket holds test pictures only",
  },
  accepted: {
    label: "Accepted because",
    placeholder: "who accepts it, until when, and why that is enough",
  },
};

/** A decision without its reason is worth nothing in half a year, so there is none. */
export function DecisionForm({ state, onDecide, onCancel }: DecisionFormProps) {
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const save = () => (reason.trim() === "" ? setMissing(true) : onDecide(reason.trim()));
  const onKeyDown = (event: KeyboardEvent) => {
    const keep = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (!keep && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (keep) save();
    else onCancel();
  };
  return (
    // Keys that mean the whole form, from whichever field they come.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className={styles.decide}
      aria-label={words[state].label}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <ReasonField
        {...{ state, reason, missing }}
        onReason={(text) => {
          setReason(text);
          setMissing(false);
        }}
      />
      <div className={styles.actions}>
        <Button type="submit" small keys="Mod+Enter">
          Keep the decision
        </Button>
        <Button small look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

type ReasonFieldProps = {
  state: Decision["state"];
  reason: string;
  missing: boolean;
  onReason: (text: string) => void;
};

function ReasonField({ state, reason, missing, onReason }: ReasonFieldProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <>
      <label htmlFor={id} className={form.label}>
        {words[state].label}
      </label>
      <textarea
        ref={field}
        id={id}
        className={form.area}
        rows={2}
        placeholder={words[state].placeholder}
        value={reason}
        aria-describedby={missing ? `${id}-missing` : undefined}
        aria-invalid={missing}
        onChange={({ target }) => onReason(target.value)}
      />
      {missing && (
        <p id={`${id}-missing`} className={form.problem} role="alert">
          A reason is needed: whoever reads this later has nothing else.
        </p>
      )}
    </>
  );
}
