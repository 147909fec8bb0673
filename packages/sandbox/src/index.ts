export { createSandbox } from "./sandbox.ts";
export type { Sandbox, SandboxOptions } from "./sandbox.ts";
export type { SandboxCapability } from "./runner.ts";
export { probe } from "./probe.ts";
export type { ProbeResult } from "./probe.ts";
export type { Image } from "./image.ts";
export { defaultLimits } from "./limits.ts";
