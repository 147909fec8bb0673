import type { Curriculum } from "@loopwright/content";
import type { SandboxPort } from "@loopwright/core";
import type { BrowserRuns } from "@loopwright/sandbox";
import type { Store } from "@loopwright/store";

import type { Capability } from "./views/shapes.ts";

/** What the routes stand on. Clock and ids come in here, so that tests can fix them. */
export type Context = {
  curriculum: Curriculum;
  store: Store;
  sandbox: SandboxPort & { capabilities: () => Capability[] };
  /** Runs that a page carries out where Python is not confined here; null where no code may run. */
  browserRuns: BrowserRuns | null;
  /** Whose data is shown. It changes while the server runs (learner/active.ts), so a request reads it when it comes. */
  learnerId: string;
  /** What can be made again; left out where nothing is kept. */
  cacheFolder?: string;
  /** Milliseconds since 1970. */
  now: () => number;
  newId: () => string;
  about: { dataFolder: string; database: "embedded" | "postgresql"; version: string };
};
