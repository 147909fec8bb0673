import { stepAtDesk, type Desks } from "@loopwright/aws/desk";
import type { LiveOf } from "@loopwright/core";

import type { AccountKindOfWork } from "./kind.ts";

const live: LiveOf<AccountKindOfWork, Desks> = { start: () => ({}), step: stepAtDesk };
export const { start, step } = live;
