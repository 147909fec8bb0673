import type { Json, Limits, RunEnd } from "@loopwright/core";

import type { ImageNames } from "./page-images.ts";

/** What a page does for a run: starts a worker with a job, or asks one that it keeps. Limits are kept by the page. */
export type BrowserTask =
  | {
      do: "start";
      settings: ImageNames & { memoryMb: number };
      /** Steps are raw: no names, roles, matchers or flaws. */
      job: { files: Record<string, string>; input: Json; open: boolean };
      limits: BrowserLimits;
      /** How long a worker that is kept open may be asked nothing. */
      idleMs: number;
    }
  | { do: "send"; request: Json; limits: BrowserLimits };

export type BrowserLimits = Pick<Limits, "timeMs" | "outputBytes">;

/** What a page saw of a run. `result` is the text that the driver reported. */
export type BrowserReport = {
  end: RunEnd;
  result: string | null;
  stdout: string;
  stderr: string;
};
