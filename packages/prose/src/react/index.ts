/** Prose in the page: where it is written, and what was found in it. */
export { repliesOf, textOf } from "./drafts.ts";
export { Coverage } from "./graded/coverage.tsx";
export { GradeSide } from "./graded/grade-side.tsx";
export { charsMax } from "./limits.ts";
export { MainPane } from "./graded/main-pane.tsx";
export { criteriaOf } from "./graded/marks.ts";
export { useMarks } from "./graded/use-marks.ts";
export type { Asked } from "./replies/asked.ts";
export { GradedReplies } from "./replies/graded-replies.tsx";
export { OpenReplies } from "./replies/open-replies.tsx";
export { HowTo } from "./writing/how-to.tsx";
export { Refused } from "./writing/refused.tsx";
export { goToField, TextField } from "./writing/text-field.tsx";
export { useSubmitText } from "./writing/use-submit-text.ts";
