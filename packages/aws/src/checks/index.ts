/** What a world is asked after somebody has worked in it. For the host. */
export { goalChecks, type Check, type GoalChecks } from "./check.ts";
export { runCheck, type CheckResult } from "./run.ts";
export { credentialOfStart, problemOfWorld } from "./world.ts";
