import { useActions } from "@loopwright/ui";

import { lineActions } from "../code/line-actions.ts";
import type { Cursor } from "../files/use-files.ts";
import type { Marking } from "./use-marking.ts";

type MarkingActions = {
  cursor: Cursor | null;
  marking: Marking;
  submitting: boolean;
  markHere: (cursor: Cursor) => void;
  submit: () => void;
};

/** What the palette, the help and the keys offer while a review is open. */
export function useMarkingActions(input: MarkingActions): void {
  const { cursor, marking, submitting, markHere, submit } = input;
  const group = "This review";
  useActions([
    ...lineActions({ marking: true }),
    {
      id: "review.mark",
      title: "Mark the selected lines",
      keys: "m",
      group,
      enabled: cursor !== null,
      run: () => cursor && markHere(cursor),
    },
    {
      id: "review.undo",
      title: "Bring the removed finding back",
      keys: "u",
      group,
      enabled: marking.removed !== null,
      run: marking.undo,
    },
    // The shell shows this one as the primary button of its header.
    {
      id: "stage.submit",
      title: "Finish review",
      keys: "Mod+Enter",
      group,
      enabled: !submitting,
      run: submit,
    },
  ]);
}
