import { useActions } from "@loopwright/ui";
import { useState } from "react";

type Submit = {
  /** As the header's button says it. */
  title: string;
  /** Why it cannot be submitted yet; null where it can. */
  problem: string | null;
  submitting: boolean;
  submit: () => void;
};

/** Offers the header's button. Returns why it did not submit, until that is mended. */
export function useSubmit({ title, problem, submitting, submit }: Submit): string | null {
  const [refused, setRefused] = useState(false);
  // Always enabled: without this action the header would offer one of its own, which asks nothing.
  const run = () => {
    // A slip of the keys must not cost the stage; who has nothing can skip it.
    setRefused(problem !== null);
    if (problem === null && !submitting) submit();
  };
  const keys = "Mod+Shift+Enter";
  useActions([{ id: "stage.submit", title, keys, group: "This account", run }]);
  return refused ? problem : null;
}
