import process from "node:process";

/**
 * Takes away what learner code has no use for. Depth only: nothing here is trusted to hold, the
 * walls are the process's own namespaces and limits. Each line makes an escape cost more.
 */
export function harden(pyodide) {
  pyodide.runPython(forget);
  pyodide.unregisterJsModule("pyodide_js");
  // The interpreter asks for these three after its boot.
  const stub = { getuid: process.getuid, umask: process.umask, exitCode: 0 };
  replaceGlobal("process", Object.freeze(Object.assign(Object.create(null), stub)));
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

const forget = `
import sys
for _name in ("pyodide_js", "pyodide_js._api", "js", "pyodide.http", "pyodide.console", "pyodide._package_loader"):
    sys.modules.pop(_name, None)
del _name
`;

function replaceGlobal(name, value) {
  Object.defineProperty(globalThis, name, { value, configurable: false, writable: false });
}
