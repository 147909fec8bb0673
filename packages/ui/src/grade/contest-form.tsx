import type { Contest } from "@loopwright/core";
import { useId, useState, type FormEvent } from "react";

import { Button } from "../button.tsx";
import styles from "./contest-form.module.css";

type Claim = Contest["claim"];

const claims: Record<Claim, string> = {
  made: "The point was made, in other words",
  valid: "The finding is right",
  wrong: "The key is wrong",
};

type ContestFormProps = {
  criterionTitle: string;
  /** What was claimed before, if anything. */
  contest: Contest | undefined;
  onContest: (claim: Claim, note: string) => Promise<void>;
};

/** A contest is kept beside the verdict and never changes it. */
export function ContestForm({ criterionTitle, contest, onContest }: ContestFormProps) {
  const name = useId();
  const [claim, setClaim] = useState<Claim>("made");
  const [note, setNote] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  if (contest) return <OwnWord contest={contest} />;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSaving(true);
    setProblem(null);
    try {
      await onContest(claim, note);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "The contest could not be saved.");
    } finally {
      setSaving(false);
    }
  };

  return (
    <details className={styles.contest}>
      <summary aria-label={`Contest: ${criterionTitle}`}>Contest</summary>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <fieldset className={styles.choices}>
          <legend>What does not fit? The verdict stays; the claim is shown beside it.</legend>
          {(Object.keys(claims) as Claim[]).map((one) => (
            <label key={one} className={styles.choice}>
              <input
                type="radio"
                name={name}
                checked={claim === one}
                onChange={() => setClaim(one)}
              />
              {claims[one]}
            </label>
          ))}
        </fieldset>
        <label className={styles.label}>
          Why
          <textarea
            className={styles.note}
            value={note}
            maxLength={2000}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
        {problem && <p role="alert">{problem}</p>}
        <div>
          <Button type="submit" small disabled={saving}>
            Keep this contest
          </Button>
        </div>
      </form>
    </details>
  );
}

const OwnWord = ({ contest: { claim, note } }: { contest: Contest }) => (
  <p className={styles.own}>
    Own word: {claims[claim].toLowerCase()}.{note && ` ${note}`}
  </p>
);
