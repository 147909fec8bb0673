import { join } from "node:path";

import type { Launch } from "../launch.ts";

/**
 * Boots an interpreter that takes a picture of its memory for a page, on a machine where nothing confines. It
 * holds our own files alone and never gets a job: what learners wrote runs in the page.
 */
export const pictureLaunch: Launch = ({ node, runner, pyodide, snapshot }) => ({
  command: node,
  args: [
    "--no-warnings",
    process.allowedNodeEnvironmentFlags.has("--permission")
      ? "--permission"
      : "--experimental-permission",
    ...[runner, pyodide].map((folder) => `--allow-fs-read=${join(folder, "/")}`),
    "--disallow-code-generation-from-strings",
    join(runner, "main.js"),
  ],
  paths: { pyodide, snapshot },
  // As the worker boots it, or the picture would not fit.
  harden: true,
});
