import { ConfirmDialog, ErrorNotice, type PageProps } from "@loopwright/ui";

import type { Question } from "./facets.ts";

type ShowAnswerProps = Pick<PageProps, "starting"> & {
  question: Question;
  onConfirm: () => void;
  onClose: () => void;
};

/** Says what it costs before it is done. */
export const ShowAnswer = ({ question, starting, onConfirm, onClose }: ShowAnswerProps) => (
  <ConfirmDialog
    title="Show the reviewed answer?"
    confirm="Show the reviewed answer"
    busy={starting.busy}
    onConfirm={onConfirm}
    onClose={onClose}
  >
    <p>
      <b>{question.title}</b>
    </p>
    <p>
      It is kept as an attempt that was given up, and this question proves nothing for 14 days. It
      can be practised again at any time.
    </p>
    {starting.error && <ErrorNotice error={starting.error} />}
  </ConfirmDialog>
);
