import { scoreOf } from "@loopwright/core/score";
import { announce, rangeWords } from "@loopwright/ui";
import { useMutation } from "@tanstack/react-query";

import { api, type Beat, type NewContest } from "../api/client.ts";
import { keepAttempt, patchAttempt } from "../api/queries.ts";
import type { AttemptView } from "@loopwright/server";

const useStep = <In>(
  mutationFn: (input: In) => Promise<AttemptView>,
  said?: (view: AttemptView, input: In) => string,
) =>
  useMutation({
    mutationFn,
    onSuccess: (view, input) => {
      keepAttempt(view);
      if (said) announce(said(view, input));
    },
  });

/** Everything that moves an attempt on. Each answer of the server replaces what is shown. */
export function useSteps(id: string) {
  const keepBeat = (beat: Beat) =>
    patchAttempt(id, (view) => ({ ...view, ...beat }), { stamped: true });
  return {
    submit: useStep(
      ({ stage, answer }: { stage: string; answer: Parameters<typeof api.submit>[2] }) =>
        api.submit(id, stage, answer),
      (view, { stage }) => gradeWords(view, stage),
    ),
    skip: useStep(
      (stage: string) => api.skip(id, stage),
      () => "Skipped.",
    ),
    giveUp: useStep(
      () => api.giveUp(id),
      () => "The answer is shown.",
    ),
    hint: useStep(
      (task: number) => api.hint(id, task),
      () => "A hint is shown.",
    ),
    contest: useStep(
      (contest: NewContest) => api.contest(id, contest),
      () => "The contest is kept.",
    ),
    pause: useMutation({ mutationFn: () => api.pause(id), onSuccess: keepBeat }),
    // A pause hides the material on the server too, so it comes back whole.
    resume: useStep(() => api.resume(id)),
  };
}

export type Steps = ReturnType<typeof useSteps>;

function gradeWords(view: AttemptView, stageId: string): string {
  const stage = view.stages.find(({ id }) => id === stageId);
  if (stage?.grade?.status !== "graded") return "It could not be graded.";
  const [lead] = stage.grade.remarks;
  const range = rangeWords(scoreOf(stage.grade.criteria));
  return `${stage.title} graded: ${range} of 100. ${lead?.text ?? ""}`;
}
