import { Button, ErrorNotice } from "@loopwright/ui";
import { useMutation } from "@tanstack/react-query";
import { useId, useState, type FormEvent } from "react";

import { api } from "../../api/client.ts";
import { queryClient } from "../../api/queries.ts";
import { shownError } from "../../api/request.ts";
import styles from "./cards-page.module.css";

const longest = 4000;

/** A card of the learner's own: one question, one answer, as Markdown. */
export function AddCard({ onClose }: { onClose: () => void }) {
  const [front, setFront] = useState("");
  const [back, setBack] = useState("");
  const add = useMutation({
    mutationFn: () => api.addCard({ front, back, concepts: [] }),
    onSuccess: () => {
      setFront("");
      setBack("");
      for (const queryKey of [["cards"], ["reviews"]])
        void queryClient.invalidateQueries({ queryKey });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  const empty = front.trim() === "" || back.trim() === "";
  return (
    <form className={styles.form} onSubmit={submit} aria-label="Add a card">
      <Side label="Front" value={front} onChange={setFront} first />
      <Side label="Back" value={back} onChange={setBack} />
      <div className={styles.tools}>
        <Button type="submit" look="primary" disabled={empty || add.isPending}>
          Add
        </Button>
        <Button onClick={onClose}>Close</Button>
        <span role="status" className={styles.note}>
          {add.isSuccess && "Added; it comes with the next new cards."}
        </span>
      </div>
      {add.error && <ErrorNotice error={shownError(add.error)} />}
    </form>
  );
}

type SideProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  first?: boolean;
};

function Side({ label, value, onChange, first = false }: SideProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        ref={first ? (field) => field?.focus() : undefined}
        className={styles.text}
        rows={3}
        maxLength={longest}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
