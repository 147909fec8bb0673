import childProcess from "node:child_process";

import { forgetModules } from "./interpreter.js";

/**
 * Takes away what learner code has no use for. Depth only: nothing here is trusted to hold, the
 * walls are the process's own namespaces and limits. Each line makes an escape cost more.
 */
export function harden(pyodide) {
  pyodide.runPython(forgetModules);
  pyodide.unregisterJsModule("pyodide_js");
  // The interpreter asks for these three after its boot.
  const stub = { getuid: () => 65534, umask: () => 0o77, exitCode: 0 };
  replaceGlobal("process", Object.assign(Object.create(null), stub));
  // os.system comes here: it fails as in a system without a shell, instead of ending the interpreter.
  childProcess.spawnSync = () => ({ status: 127, signal: null });
  for (const name of unused) replaceGlobal(name, undefined);
}

const unused = [
  "require",
  "fetch",
  "Request",
  "Response",
  "WebSocket",
  "EventSource",
  "BroadcastChannel",
  "MessageChannel",
  "Worker",
  "navigator",
  "WebAssembly",
];

function replaceGlobal(name, value) {
  Object.defineProperty(globalThis, name, { value, configurable: false, writable: false });
}
