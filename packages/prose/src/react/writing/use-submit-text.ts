import { useActions } from "@loopwright/ui";
import { useState } from "react";

import { charsMax } from "../limits.ts";
import { goToField, tooLong } from "./text-field.tsx";

type SubmitText = {
  /** As the header's button says it. */
  title: string;
  text: string;
  submitting: boolean;
  onSubmit: () => Promise<void>;
};

/** Submits a text, unless it is empty or too long. Returns why not, until that is mended. */
export function useSubmitText({ title, text, submitting, onSubmit }: SubmitText): string | null {
  const [refused, setRefused] = useState(false);
  const problem = problemOf(text);
  const submit = () => {
    // A slip of the keys must not cost the answer; who has none can skip it.
    setRefused(problem !== null);
    // The shell says what failed.
    if (problem === null && !submitting) void onSubmit().catch(() => undefined);
  };
  useActions([
    { id: "stage.submit", title, keys: "Mod+Enter", group: "This question", run: submit },
    {
      id: "answer.write",
      title: "Go to the answer",
      keys: "w",
      group: "This question",
      run: goToField,
    },
  ]);
  return refused ? problem : null;
}

function problemOf(text: string): string | null {
  if (text.trim() === "") return "Nothing is said yet. To leave it, skip it beside the question.";
  return text.length > charsMax ? tooLong(text) : null;
}
