/** What a child is started with, in paths of the host. */
export type LaunchSpec = {
  node: string;
  /** The folder of main.js. */
  runner: string;
  /** The interpreter's own folder. */
  pyodide: string;
  snapshot: string | null;
  memoryMb: number;
};

/** A command line, and where the child finds its parts. */
export type Launched = {
  command: string;
  args: string[];
  paths: { pyodide: string; snapshot: string | null };
  /** Whether the child also takes away what learner code has no use for. */
  harden: boolean;
};

export type Launch = (spec: LaunchSpec) => Launched;
