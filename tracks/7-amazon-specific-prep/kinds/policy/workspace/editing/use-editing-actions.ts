import { useActions } from "@loopwright/ui";

import type { Run } from "./use-run.ts";

type EditingActions = {
  /** Of the document that is shown. */
  title: string;
  run: Run;
  submitting: boolean;
  restore: () => void;
  submit: () => void;
};

/** What the palette, the help and the keys offer while policies are written. */
export function useEditingActions({ title, run, submitting, restore, submit }: EditingActions) {
  const group = "These policies";
  useActions([
    {
      id: "stage.run",
      title: "Run the examples",
      keys: "Mod+Enter",
      group,
      enabled: run.start !== null && !run.running,
      run: () => run.start?.(),
    },
    // The shell shows this one as the primary button of its header. It is graded once, hence the
    // longer chord than that of the free Run.
    {
      id: "stage.submit",
      title: "Submit policies",
      keys: "Mod+Shift+Enter",
      group,
      enabled: !submitting,
      run: submit,
    },
    { id: "policy.restore", title: `Restore ${title}`, group, run: restore },
  ]);
}
