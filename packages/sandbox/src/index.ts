export { createSandbox } from "./sandbox.ts";
export type { Sandbox, SandboxCapability, SandboxOptions } from "./sandbox.ts";
export { probe } from "./probe.ts";
export type { ProbeResult } from "./probe.ts";
export type { Image } from "./image.ts";
export { defaultLimits } from "./limits.ts";
