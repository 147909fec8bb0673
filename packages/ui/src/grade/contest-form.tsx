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
  const [claim, setClaim] = useState<Claim>("made");
  const [note, setNote] = useState("");
  const { send, sending, problem } = useSending(onContest);
  if (contest) return <OwnWord contest={contest} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(claim, note);
  };
  return (
    <details className={styles.contest}>
      <summary aria-label={`Contest: ${criterionTitle}`}>Contest</summary>
      <form className={styles.form} onSubmit={submit}>
        <Claims claim={claim} onChange={setClaim} />
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
          <Button type="submit" small disabled={sending}>
            Keep this contest
          </Button>
        </div>
      </form>
    </details>
  );
}

function Claims({ claim, onChange }: { claim: Claim; onChange: (claim: Claim) => void }) {
  const name = useId();
  return (
    <fieldset className={styles.choices}>
      <legend>What does not fit? The verdict stays; the claim is shown beside it.</legend>
      {(Object.keys(claims) as Claim[]).map((one) => (
        <label key={one} className={styles.choice}>
          <input type="radio" name={name} checked={claim === one} onChange={() => onChange(one)} />
          {claims[one]}
        </label>
      ))}
    </fieldset>
  );
}

function useSending(onContest: ContestFormProps["onContest"]) {
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const send = async (claim: Claim, note: string) => {
    setSending(true);
    setProblem(null);
    try {
      await onContest(claim, note);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "The contest could not be saved.");
    } finally {
      setSending(false);
    }
  };
  return { send, sending, problem };
}

const OwnWord = ({ contest: { claim, note } }: { contest: Contest }) => (
  <p className={styles.own}>
    Own word: {claims[claim].toLowerCase()}.{note && ` ${note}`} It proves nothing.
  </p>
);
