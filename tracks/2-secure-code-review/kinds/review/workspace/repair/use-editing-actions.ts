import { useActions } from "@loopwright/ui";

import type { Run } from "./use-run.ts";

type EditingActions = {
  file: string;
  run: Run;
  submitting: boolean;
  restore: () => void;
  submit: () => void;
};

/** What the palette, the help and the keys offer while a repair is open. */
export function useEditingActions({
  file,
  run,
  submitting,
  restore,
  submit,
}: EditingActions): void {
  const group = "This repair";
  useActions([
    {
      id: "stage.run",
      title: "Run the samples",
      keys: "Mod+Enter",
      group,
      enabled: run.start !== null && !run.running,
      run: () => run.start?.(),
    },
    // The shell shows this one as the primary button of its header. It is graded once, hence the
    // longer chord than that of the free Run.
    {
      id: "stage.submit",
      title: "Submit repair",
      keys: "Mod+Shift+Enter",
      group,
      enabled: !submitting,
      run: submit,
    },
    { id: "repair.restore", title: `Restore ${file}`, group, run: restore },
  ]);
}
