/**
 * Holds one interpreter in a browser, in a worker whose own Content-Security-Policy lets it reach the
 * interpreter's files and this run's calls, and nothing else. That policy is the wall; what is taken away
 * here is depth. The page ends this worker when its time is over, and judges nothing either.
 *
 * It is told its settings, then a job, then what is sent to the job if that stays open.
 */
const post = self.postMessage.bind(self);
const Request = self.XMLHttpRequest;
const callUrl = new URL("call", import.meta.url).href;

let python = null;

self.addEventListener("message", ({ data }) => {
  if (python === null) void begin(data.settings);
  else answer(data);
});

async function begin(settings) {
  try {
    python = await boot(settings);
    post({ kind: "ready" });
  } catch (error) {
    post({ kind: "failed", text: String(error?.message ?? error) });
  }
}

/** A service takes requests after its job; of a run nothing more is asked. */
function answer({ job, request }) {
  try {
    post({ kind: "result", text: job ? python.start(job) : python.send(request) });
  } catch (error) {
    post({ kind: "err", bytes: new TextEncoder().encode(`${error?.message ?? error}\n`) });
    post({ kind: "crashed" });
  }
}

async function boot({ pyodide: folder, image: imageName, snapshot: snapshotName, memoryMb }) {
  limitMemory(memoryMb);
  // Firefox takes a module that is imported above for a worker of its own, and this policy allows none.
  const {
    addCallDevice,
    addClockDevice,
    addFiles,
    beginWithMemory,
    forgetModules,
    prelude,
    sendOutput,
    talkTo,
  } = await import("./interpreter.js");
  const image = await loaded(`${folder}${imageName}`).then((response) => response.json());
  const snapshot =
    snapshotName === null
      ? null
      : await loaded(`${folder}${snapshotName}`).then((response) => response.arrayBuffer());
  if (snapshot) beginWithMemory(snapshot.byteLength);
  const { loadPyodide } = await import(`${folder}pyodide.mjs`);
  const pyodide = await loadPyodide({
    indexURL: folder,
    stdout: () => {},
    stderr: () => {},
    env: { HOME: "/home/learner", PYTHONDONTWRITEBYTECODE: "1" },
    jsglobals: Object.create(null),
    ...(snapshot ? { _loadSnapshot: new Uint8Array(snapshot) } : {}),
  });
  addFiles(pyodide.FS, image.files);
  addCallDevice(pyodide.FS, call);
  addClockDevice(pyodide.FS);
  pyodide.runPython(prelude(image));
  const talk = talkTo(pyodide, image);
  sendOutput(pyodide, (kind, bytes) =>
    post({ kind: kind === "O" ? "out" : "err", bytes: Uint8Array.from(bytes) }),
  );
  pyodide.runPython(forgetModules);
  pyodide.unregisterJsModule("pyodide_js");
  for (const name of unused) Reflect.deleteProperty(self, name);
  return talk;
}

async function loaded(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} is not there`);
  return response;
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
