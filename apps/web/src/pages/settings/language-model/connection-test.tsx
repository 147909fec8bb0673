import type { LanguageModelView, ModelTestView } from "@loopwright/server";
import { announce, Button, ErrorNotice } from "@loopwright/ui";
import { useMutation } from "@tanstack/react-query";

import { api } from "../../../api/client.ts";
import { shownError } from "../../../api/request.ts";
import styles from "./language-model.module.css";

type Step = Extract<ModelTestView, { ok: true }>["step"];

const stepNotes: Record<Step, string> = {
  json_schema: "Its server holds replies to a schema.",
  json_object: "Its server takes no schema, so the schema stands in the request's words.",
  text: "It replies in plain text, and the answer is taken out of it.",
  repair: "Its first reply did not fit; the second one did.",
};

/** Asks the model one small question. Drawn anew for other settings, so that no old result stands there. */
export function ConnectionTest({ view }: { view: LanguageModelView }) {
  const test = useMutation({
    mutationFn: api.testModel,
    // An error announces itself.
    onSuccess: (result) => result.ok && announce(answeredWords(result)),
  });
  const { data, error, isPending } = test;
  return (
    <div className={styles.test}>
      <Button disabled={!view.ready || isPending} onClick={() => test.mutate()}>
        Test the connection
      </Button>
      {!view.ready && <p className={styles.note}>{lacking(view)}</p>}
      {isPending && (
        <p className={styles.note}>
          Asking {view.model}; a model that loads first may take a while.
        </p>
      )}
      {!isPending && error && <ErrorNotice error={shownError(error)} />}
      {!isPending && data?.ok === false && <ErrorNotice error={data.problem} />}
      {!isPending && data?.ok && (
        <p>
          <strong>{answeredWords(data)}</strong>{" "}
          <span className={styles.soft}>{stepNotes[data.step]}</span>
        </p>
      )}
    </div>
  );
}

const answeredWords = ({ tookMs, model, step }: Extract<ModelTestView, { ok: true }>): string =>
  `Answered in ${tookMs} ms by ${model} with ${step}.`;

const lacking = ({ baseUrl }: LanguageModelView): string =>
  baseUrl === "" ? "Not in use yet: it needs a base URL." : "Not in use yet: it needs a model.";
