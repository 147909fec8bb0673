import type { Curriculum } from "@loopwright/content";
import type { SandboxPort } from "@loopwright/core";
import type { Store } from "@loopwright/store";

import type { Capability } from "./views/shapes.ts";

/** What the routes stand on. Clock and ids come in here, so that tests can fix them. */
export type Context = {
  curriculum: Curriculum;
  store: Store;
  sandbox: SandboxPort & { capabilities: () => Capability[] };
  learnerId: string;
  /** Milliseconds since 1970. */
  now: () => number;
  newId: () => string;
  about: { dataFolder: string; database: "embedded" | "postgresql"; version: string };
};
