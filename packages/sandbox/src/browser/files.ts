import { join } from "node:path";

import { pyodideFolder, pyodideVersion, runnerFolder } from "../places.ts";

/** What a worker in a browser loads, by the name under which it asks for it, and where that stands here. */
export const browserFiles = {
  worker: {
    "worker.js": join(runnerFolder, "browser-worker.js"),
    "interpreter.js": join(runnerFolder, "interpreter.js"),
  },
  pyodide: Object.fromEntries(
    [
      "pyodide.mjs",
      "pyodide.asm.mjs",
      "pyodide.asm.wasm",
      "python_stdlib.zip",
      "pyodide-lock.json",
    ].map((name) => [name, join(pyodideFolder, name)]),
  ),
  /** The interpreter's files never change under one version. */
  version: pyodideVersion,
} as const;
