import { dayOf, type Day } from "@loopwright/core/learner";

/** The calendar day of a moment on this machine, which is the learner's own. */
export const localDay = (atMs: number): Day => dayOf(atMs, -new Date(atMs).getTimezoneOffset());
