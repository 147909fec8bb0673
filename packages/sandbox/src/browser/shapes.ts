import type { Json, Limits, RunEnd } from "@loopwright/core";

/** What a page hands to its worker. Steps are raw: no names, roles, matchers or flaws. */
export type BrowserJob = {
  settings: {
    files: Record<string, string>;
    folders: string[];
    warmup: string;
    driver: string;
    memoryMb: number;
  };
  job: { files: Record<string, string>; input: Json; open: false };
  /** Kept by the page, which ends the worker. */
  limits: Pick<Limits, "timeMs" | "outputBytes">;
};

/** What a page saw of a run. `result` is the text that the driver reported. */
export type BrowserReport = {
  end: RunEnd;
  result: string | null;
  stdout: string;
  stderr: string;
};
