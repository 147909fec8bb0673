import { ConfirmDialog, ErrorNotice } from "@loopwright/ui";

import { shownError } from "../api/request.ts";
import type { StageView } from "@loopwright/server";
import type { Steps } from "./use-steps.ts";

/** The two ways to leave a stage without an answer. */
export type Leaving = "skip" | "give-up";

type LeaveProps = { leaving: Leaving; stage: StageView; steps: Steps; onClose: () => void };

/** Says what it costs before it is done. */
export function Leave({ leaving, stage, steps, onClose }: LeaveProps) {
  const options = { onSuccess: onClose };
  if (leaving === "skip") {
    return (
      <ConfirmDialog
        title={`Skip ${stage.title.toLowerCase()}?`}
        confirm="Skip"
        danger
        busy={steps.skip.isPending}
        onConfirm={() => steps.skip.mutate(stage.id, options)}
        onClose={onClose}
      >
        <p>
          Every criterion of this stage counts as missed. It cannot be taken up again later, and its
          answer is shown: this drill then proves nothing for 14 days.
        </p>
        {steps.skip.error && <ErrorNotice error={shownError(steps.skip.error)} />}
      </ConfirmDialog>
    );
  }
  return (
    <ConfirmDialog
      title="Show the answer?"
      confirm="Show the answer"
      danger
      busy={steps.giveUp.isPending}
      onConfirm={() => steps.giveUp.mutate(undefined, options)}
      onClose={onClose}
    >
      <p>
        The attempt ends as given up, and this drill proves nothing for 14 days. It can be practised
        again at any time.
      </p>
      {steps.giveUp.error && <ErrorNotice error={shownError(steps.giveUp.error)} />}
    </ConfirmDialog>
  );
}
