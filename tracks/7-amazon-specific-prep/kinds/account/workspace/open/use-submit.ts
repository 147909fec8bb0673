import { useActions } from "@loopwright/ui";
import { useState } from "react";

type Submit = {
  /** As the header's button says it. */
  title: string;
  /** Whether there is something to submit. */
  isReady: boolean;
  isBusy: boolean;
  submit: () => void;
};

/** Offers the header's button. Returns why it did not submit, until that is mended. */
export function useSubmit({ title, isReady, isBusy, submit }: Submit): string | null {
  const [refused, setRefused] = useState(false);
  const run = () => {
    // A slip of the keys must not cost the stage; who has nothing can skip it.
    setRefused(!isReady);
    if (isReady) submit();
  };
  const bound = { keys: "Mod+Shift+Enter", group: "This account", enabled: !isBusy };
  useActions([{ id: "stage.submit", title, ...bound, run }]);
  return refused && !isReady
    ? "Nothing was run yet. To leave this stage, skip it beside the brief."
    : null;
}
