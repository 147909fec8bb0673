import type { LiveOf } from "@loopwright/core";

import type { kind } from "./kind.ts";

const live: LiveOf<typeof kind, number> = {
  start: ({ brief }) => brief.from,
  step: ({ state, action }) => {
    const sum = state + action.add;
    return { state: sum, view: { sum } };
  },
};
export const { start, step } = live;
