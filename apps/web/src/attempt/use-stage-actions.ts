import { useActions, useOfferedActions, type Action } from "@loopwright/ui";

import type { AttemptView, StageView } from "@loopwright/server";
import type { Leaving } from "./leave.tsx";
import type { Steps } from "./use-steps.ts";
import { useShowTimer } from "./use-show-timer.ts";

type StageActionsOptions = {
  view: AttemptView;
  stage: StageView;
  steps: Steps;
  submit: () => Promise<void>;
  onLeave: (leaving: Leaving) => void;
};

/** What can be done with the stage at hand, in the palette, the help and on the keys. */
export function useStageActions({ view, stage, steps, submit, onLeave }: StageActionsOptions) {
  const open = stage.state === "open" && view.state === "open";
  const working = open && !view.paused;
  const timer = useShowTimer();
  // A workspace may name its own way to submit: "Finish review".
  const named = useOfferedActions().some(({ id }) => id === "stage.submit");
  const offer = (id: string, rest: Omit<Action, "id" | "group">): Action => ({
    id,
    group: "This attempt",
    ...rest,
  });
  useActions([
    offer("shell.submit", {
      title: `Submit ${stage.title.toLowerCase()}`,
      keys: "Mod+Enter",
      enabled: working && !named && !steps.submit.isPending,
      // A refusal is shown from the mutation's own state.
      run: () => void submit().catch(() => undefined),
    }),
    offer("attempt.pause", {
      title: "Pause",
      enabled: working && view.conditions === "practice",
      run: () => steps.pause.mutate(),
    }),
    offer("attempt.resume", {
      title: "Resume",
      keys: "Enter",
      enabled: open && view.paused,
      run: () => steps.resume.mutate(),
    }),
    offer("attempt.timer", {
      title: timer.shown ? "Hide the clock" : "Show the clock",
      run: timer.toggle,
    }),
    offer("stage.skip", {
      title: `Skip ${stage.title.toLowerCase()}`,
      enabled: working,
      run: () => onLeave("skip"),
    }),
    offer("attempt.answer", {
      title: "Show answer",
      enabled: working,
      run: () => onLeave("give-up"),
    }),
  ]);
}
