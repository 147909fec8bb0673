import { stepAtDesk, type Desks } from "@loopwright/aws/desk";
import type { LiveOf } from "@loopwright/core";

import type { InvestigateKindOfWork } from "./kind.ts";

const live: LiveOf<InvestigateKindOfWork, Desks> = { start: () => ({}), step: stepAtDesk };
export const { start, step } = live;
