/** The host's side: a world, and the doors to it. Not for the browser. */
export { answerHttp } from "../door/answer.ts";
export { sandboxDoor } from "../door/sandbox.ts";
export { landscapeOf } from "../escalation/of-world.ts";
export { canonicalIdOf } from "../services/s3/bucket/acl.ts";
export { buildWorld } from "./build.ts";
export { callingAs } from "./calling.ts";
export type { TrailEvent } from "./trail.ts";
export type { World } from "./world.ts";
