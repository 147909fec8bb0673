import type { LanguageModelView } from "@loopwright/server";
import { ErrorNotice } from "@loopwright/ui";

import { shownError } from "../../../api/request.ts";
import { Section } from "../../../lists/section.tsx";
import { Address } from "./address.tsx";
import { ConnectionTest } from "./connection-test.tsx";
import { faultIn, isOfField } from "./fault.ts";
import { KeyField } from "./key-field.tsx";
import styles from "./language-model.module.css";
import { ModelField } from "./model-field.tsx";
import { TextField } from "./text-field.tsx";
import { useSaveLanguageModel } from "./use-language-model.ts";
import { WhatIsSent } from "./what-is-sent.tsx";

/** A language model of the learner's choice, off until it is turned on. */
export function LanguageModel({ view }: { view: LanguageModelView }) {
  const save = useSaveLanguageModel();
  // A choice shows at once; where the server refuses it, it goes back.
  const { key: _secret, ...change } = (save.isPending && save.variables) || {};
  const shown = { ...view, ...change };
  return (
    <Section title="Language model (optional)">
      <div className={styles.model} aria-busy={save.isPending}>
        <label className={styles.toggle}>
          <input
            type="checkbox"
            checked={shown.enabled}
            onChange={(event) => save.mutate({ enabled: event.target.checked })}
          />
          <span>
            Use a language model
            <span className={styles.note}>
              It looks for points that the grader here did not find in an answer. Off, nothing is
              sent anywhere, and everything is graded all the same.
            </span>
          </span>
        </label>
        {save.error && !isOfField(save.error) && <ErrorNotice error={shownError(save.error)} />}
        {view.enabled ? <Fields view={view} shown={shown} save={save} /> : <WhatIsSent />}
      </div>
    </Section>
  );
}

type FieldsProps = {
  /** As the server has it. */
  view: LanguageModelView;
  /** With the change that is on its way. */
  shown: LanguageModelView;
  save: ReturnType<typeof useSaveLanguageModel>;
};

function Fields({ view, shown, save }: FieldsProps) {
  const fault = faultIn(save.error);
  const keepKey = (key: string | null) =>
    save.mutateAsync({ key }).then(
      () => true,
      () => false,
    );
  const { baseUrl, model, hasKey } = view;
  return (
    <div className={styles.fields}>
      <div className={styles.column}>
        <Address view={shown} fault={fault} onChange={save.mutate} />
        <KeyField view={view} problem={fault("key")} onKey={keepKey} />
        <ModelField
          view={view}
          problem={fault("model")}
          onCommit={(one) => save.mutate({ model: one })}
        />
      </div>
      <div className={styles.column}>
        <ConnectionTest key={JSON.stringify([baseUrl, model, hasKey])} view={view} />
        <WhatIsSent />
        <TextField
          label="Transcription URL"
          value={view.transcriptionUrl}
          problem={fault("transcriptionUrl")}
          onCommit={(transcriptionUrl) => save.mutate({ transcriptionUrl })}
        >
          <p>Kept for later: it will turn recorded answers into text. Nothing is sent there yet.</p>
        </TextField>
      </div>
    </div>
  );
}
