import fs from "node:fs";
import { Buffer } from "node:buffer";
import process from "node:process";
import { pathToFileURL } from "node:url";

import { addCallDevice, reportRefusedMemory, sendOutput } from "./devices.js";
import { harden } from "./harden.js";

const filesRoot = "/home/learner/app";

/**
 * Settings come from the host: { pyodide, snapshot, makeSnapshot, harden, files, folders, warmup }.
 * `files` maps a path inside the interpreter to base64, `folders` go on sys.path in this order.
 */
export async function bootPython(settings) {
  // Under the permission model process.binding throws; the interpreter wants only constants from it.
  process.binding = () => ({ fs: fs.constants });
  reportRefusedMemory();
  const { loadPyodide } = await import(pathToFileURL(`${settings.pyodide}/pyodide.mjs`).href);
  const pyodide = await loadPyodide({
    indexURL: `${settings.pyodide}/`,
    stdout: () => {},
    stderr: () => {},
    env: { HOME: "/home/learner", PYTHONDONTWRITEBYTECODE: "1" },
    // What `import js` shows; without a prototype, so that it leads nowhere.
    ...(settings.harden ? { jsglobals: Object.create(null) } : {}),
    ...(settings.makeSnapshot ? { _makeSnapshot: true } : {}),
    ...(settings.snapshot ? { _loadSnapshot: fs.readFileSync(settings.snapshot) } : {}),
  });
  addFiles(pyodide.FS, settings.files);
  if (!settings.makeSnapshot) addCallDevice(pyodide.FS);
  // Restored from a snapshot, these imports are already there and this costs a few milliseconds.
  pyodide.runPython(prelude(settings));
  return talk(pyodide, settings);
}

function talk(pyodide, settings) {
  let job = null;
  let driver = null;
  let flush = null;
  return {
    snapshot: () => pyodide.makeMemorySnapshot(),
    harden: () => {
      driver = pyodide.pyimport("driver");
      flush = pyodide.runPython(afterRestore);
      sendOutput(pyodide);
      if (settings.harden) harden(pyodide);
    },
    load: (next) => {
      job = next;
      pyodide.FS.mkdirTree(filesRoot);
      for (const [path, text] of Object.entries(job.files)) {
        writeFile(pyodide.FS, `${filesRoot}/${path}`, Buffer.from(text, "utf8"));
      }
    },
    start: () => {
      const take = job.open ? driver.open_world : driver.run;
      const report = take(JSON.stringify(job.input), filesRoot);
      flush();
      return text(report ?? "null");
    },
    send: (request) => {
      const report = driver.send(request);
      flush();
      return text(report);
    },
  };
}

function text(report) {
  if (typeof report !== "string") throw new TypeError("the driver reported no text");
  return report;
}

function prelude({ folders, warmup }) {
  return `import sys
for folder in ${JSON.stringify(folders.toReversed())}:
    if folder not in sys.path:
        sys.path.insert(0, folder)
import driver
${warmup}
`;
}

// A snapshot repeats the state of the random generator, and knows the files of its own boot only.
const afterRestore = `
def _prepare():
    import importlib, random, sys
    importlib.invalidate_caches()
    random.seed()
    out, err = sys.stdout, sys.stderr
    for stream in (out, err):
        stream.reconfigure(line_buffering=True)
    def flush(*_):
        for stream in (out, err):
            try:
                stream.flush()
            except Exception:
                pass
    return flush
_prepare()
`;

function addFiles(FS, files) {
  for (const [path, base64] of Object.entries(files)) {
    writeFile(FS, path, Buffer.from(base64, "base64"));
  }
}

function writeFile(FS, path, bytes) {
  FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
  FS.writeFile(path, bytes);
}
