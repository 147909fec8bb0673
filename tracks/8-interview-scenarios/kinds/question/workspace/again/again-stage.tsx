import type { StageProps } from "@loopwright/ui";

import { GradedAgain } from "./graded-again.tsx";
import { OpenAgain } from "./open-again.tsx";

/** The same question once more, knowing what the first try lacked. */
export const AgainStage = (props: StageProps) =>
  props.state === "open" ? <OpenAgain {...props} /> : <GradedAgain {...props} />;
