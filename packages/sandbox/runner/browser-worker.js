import {
  addCallDevice,
  addClockDevice,
  addFiles,
  forgetModules,
  prelude,
  sendOutput,
  talkTo,
} from "./interpreter.js";

/**
 * Runs one submission in a browser, in a worker whose own Content-Security-Policy lets it reach the
 * interpreter's files and this run's calls, and nothing else. That policy is the wall; what is taken away
 * here is depth. The page ends this worker when its time is over, and judges nothing either.
 */
const post = self.postMessage.bind(self);
const Request = self.XMLHttpRequest;
const callUrl = new URL("call", import.meta.url).href;

async function begin({ settings, job }) {
  const python = await boot(settings).catch((error) => {
    post({ kind: "failed", text: String(error?.message ?? error) });
    return null;
  });
  if (python === null) return;
  post({ kind: "ready" });
  try {
    post({ kind: "result", text: python.start(job) });
  } catch (error) {
    post({ kind: "err", bytes: new TextEncoder().encode(`${error?.message ?? error}\n`) });
    post({ kind: "crashed" });
  }
}
self.addEventListener("message", ({ data }) => void begin(data), { once: true });

async function boot({ pyodide: folder, files, folders, warmup, driver, memoryMb }) {
  limitMemory(memoryMb);
  const { loadPyodide } = await import(`${folder}pyodide.mjs`);
  const pyodide = await loadPyodide({
    indexURL: folder,
    stdout: () => {},
    stderr: () => {},
    env: { HOME: "/home/learner", PYTHONDONTWRITEBYTECODE: "1" },
    jsglobals: Object.create(null),
  });
  addFiles(pyodide.FS, files);
  addCallDevice(pyodide.FS, call);
  addClockDevice(pyodide.FS);
  pyodide.runPython(prelude({ folders, warmup, driver }));
  const talk = talkTo(pyodide, { driver });
  sendOutput(pyodide, (kind, bytes) =>
    post({ kind: kind === "O" ? "out" : "err", bytes: Uint8Array.from(bytes) }),
  );
  pyodide.runPython(forgetModules);
  pyodide.unregisterJsModule("pyodide_js");
  for (const name of unused) Reflect.deleteProperty(self, name);
  return talk;
}

const unused = [
  "fetch",
  "XMLHttpRequest",
  "WebSocket",
  "EventSource",
  "BroadcastChannel",
  "indexedDB",
  "caches",
  "Worker",
  "WebAssembly",
];

/** A synchronous request: the interpreter cannot wait in any other way. */
function call(request) {
  const sent = new Request();
  sent.open("POST", callUrl, false);
  sent.setRequestHeader("content-type", "application/json");
  sent.send(request);
  if (sent.status !== 200) throw new Error("the host has gone");
  return new TextEncoder().encode(sent.responseText);
}

/** Python turns a refused request for memory into a MemoryError. */
function limitMemory(memoryMb) {
  const prototype = WebAssembly.Memory.prototype;
  const grow = Reflect.get(prototype, "grow");
  const pageBytes = 65_536;
  prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * pageBytes > memoryMb * 1024 * 1024) {
      throw new RangeError("more memory than the limit");
    }
    return grow.call(this, pages);
  };
}
