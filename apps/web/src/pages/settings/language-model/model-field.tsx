import type { LanguageModelView, ModelListView } from "@loopwright/server";
import { Button } from "@loopwright/ui";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";

import { shownError } from "../../../api/request.ts";
import { TextField } from "./text-field.tsx";
import { modelListQuery } from "./use-language-model.ts";
import styles from "./language-model.module.css";

type ModelFieldProps = {
  view: LanguageModelView;
  problem: string | null;
  onCommit: (model: string) => void;
};

/** A model of the list that the server gives, or any name: some servers list none. */
export function ModelField({ view, problem, onCommit }: ModelFieldProps) {
  const id = useId();
  const { data, error, isFetching, refetch } = useQuery(modelListQuery(view));
  const models = data?.ok ? data.models : [];
  return (
    <TextField
      label="Model"
      value={view.model}
      problem={problem}
      onCommit={onCommit}
      list={id}
      placeholder={models[0] ?? ""}
    >
      <datalist id={id}>
        {models.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </datalist>
      {view.baseUrl !== "" && (
        <p className={styles.kept}>
          <span role="status">{isFetching ? "Asking for its models" : listWords(data, error)}</span>
          {!isFetching && (
            <Button small look="quiet" onClick={() => void refetch()}>
              Ask again
            </Button>
          )}
        </p>
      )}
    </TextField>
  );
}

function listWords(data: ModelListView | undefined, error: unknown): string {
  if (error) return shownError(error).message;
  if (!data) return "";
  if (!data.ok) return `${data.problem.message} ${data.problem.next}`;
  const { length } = data.models;
  if (length === 0) return "The server lists no models; enter a name.";
  return length === 1 ? "1 model is there." : `${length} models are there.`;
}
