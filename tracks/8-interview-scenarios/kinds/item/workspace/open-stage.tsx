import { useActions, WorkFrame, type StageProps } from "@loopwright/ui";
import { useState } from "react";

import type { ItemAnswer } from "../answer.ts";
import type { ItemBrief } from "../brief.ts";
import { ChooseField } from "./choose/choose-field.tsx";
import { Keys } from "./keys.tsx";
import styles from "./open-stage.module.css";
import { only } from "./only.ts";
import { OrderField } from "./order/order-field.tsx";
import { SpotField } from "./spot/spot-field.tsx";
import { ValueField } from "./value/value-field.tsx";

type OpenStageProps = Pick<StageProps, "files" | "submitting" | "onSubmit"> & {
  brief: ItemBrief;
  draft: ItemAnswer | null;
  onDraft: (draft: ItemAnswer) => void;
};

/** The question while it is open. */
export function OpenStage(props: OpenStageProps) {
  const { brief, draft, submitting, onSubmit } = props;
  const [refused, setRefused] = useState(false);
  const empty = isEmpty(brief, draft);
  const submit = () => {
    // A slip of the keys must not cost the item; who does not know can skip it.
    if (empty) return setRefused(true);
    // The shell says what failed.
    void onSubmit().catch(() => undefined);
  };
  useActions([
    {
      id: "stage.submit",
      title: "Submit answer",
      keys: "Mod+Enter",
      group: "This item",
      enabled: !submitting,
      run: submit,
    },
  ]);
  return (
    <WorkFrame
      sideLabel="How to answer"
      main={
        <div className={styles.main}>
          <Field {...props} />
        </div>
      }
      side={
        <>
          {refused && empty && (
            <p role="alert" className={styles.refused}>
              {lacking[brief.form]} To leave it, skip it beside the question.
            </p>
          )}
          <Keys brief={brief} />
        </>
      }
    />
  );
}

const lacking = {
  choose: "Nothing is chosen yet.",
  order: "The steps stand as they were shown.",
  spot: "No line is marked yet.",
  value: "There is no value yet.",
} as const;

function isEmpty({ form }: ItemBrief, draft: ItemAnswer | null): boolean {
  if (draft === null) return true;
  if (draft.form !== form) return true;
  if (draft.form === "choose") return draft.chosen.length === 0;
  if (draft.form === "spot") return draft.lines.length === 0;
  return draft.form === "value" && draft.value.trim() === "";
}

function Field({ brief, files, draft, onDraft }: OpenStageProps) {
  switch (brief.form) {
    case "choose":
      return <ChooseField brief={brief} draft={only("choose", draft)} onDraft={onDraft} />;
    case "order":
      return <OrderField brief={brief} draft={only("order", draft)} onDraft={onDraft} />;
    case "spot": {
      const text = files[brief.file] ?? "";
      return <SpotField {...{ brief, text, onDraft }} draft={only("spot", draft)} />;
    }
    case "value":
      return <ValueField brief={brief} draft={only("value", draft)} onDraft={onDraft} />;
  }
}
