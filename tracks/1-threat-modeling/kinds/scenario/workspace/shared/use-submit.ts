import { useActions } from "@loopwright/ui";
import { useState } from "react";

type Submit = {
  /** As the header's button says it. */
  title: string;
  /** Why it cannot be submitted yet; null where it can. */
  problem: string | null;
  submitting: boolean;
  onSubmit: () => Promise<void>;
};

/** Offers the header's button. Returns why it did not submit, until that is mended. */
export function useSubmit({ title, problem, submitting, onSubmit }: Submit): string | null {
  const [refused, setRefused] = useState(false);
  const submit = () => {
    // A slip of the keys must not cost the stage; who has nothing can skip it.
    setRefused(problem !== null);
    // The shell says what failed.
    if (problem === null && !submitting) void onSubmit().catch(() => undefined);
  };
  useActions([
    { id: "stage.submit", title, keys: "Mod+Enter", group: "This scenario", run: submit },
  ]);
  return refused ? problem : null;
}
