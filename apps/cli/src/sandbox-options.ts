import type { SandboxOptions } from "@loopwright/sandbox";

import type { Env } from "./env.ts";
import { places } from "./places.ts";

/** What the environment says of running code. */
export const sandboxOptions = ({ sandboxOff, javaHome }: Env): SandboxOptions => ({
  cacheFolder: places.cache,
  off: sandboxOff,
  javaHome,
});
