import { awsImage } from "@loopwright/aws/image";
import type { SandboxOptions } from "@loopwright/sandbox";

import type { Env } from "./env.ts";
import { places } from "./places.ts";

/** What the environment says of running code, and the images that engines bring. */
export const sandboxOptions = ({ sandboxOff, javaHome }: Env): SandboxOptions => ({
  images: [awsImage({ cacheFolder: places.cache })],
  cacheFolder: places.cache,
  off: sandboxOff,
  javaHome,
});
