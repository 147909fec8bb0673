import fs from "node:fs";
import process from "node:process";
import { pathToFileURL } from "node:url";

import { exchange, reportRefusedMemory } from "./devices.js";
import { writeFrame } from "./frames.js";
import { harden } from "./harden.js";
import {
  addCallDevice,
  addClockDevice,
  addFiles,
  beginWithMemory,
  prelude,
  sendOutput,
  talkTo,
} from "./interpreter.js";

/**
 * Settings come from the host: { pyodide, snapshot, makeSnapshot, harden, files, folders, warmup, driver }.
 * `files` maps a path inside the interpreter to base64, `folders` go on sys.path in this order.
 */
export async function bootPython(settings) {
  // Under the permission model process.binding throws; the interpreter wants only constants from it.
  process.binding = () => ({ fs: fs.constants });
  reportRefusedMemory();
  const snapshot = settings.snapshot ? fs.readFileSync(settings.snapshot) : null;
  if (snapshot) beginWithMemory(snapshot.length);
  const { loadPyodide } = await import(pathToFileURL(`${settings.pyodide}/pyodide.mjs`).href);
  const pyodide = await loadPyodide({
    indexURL: `${settings.pyodide}/`,
    stdout: () => {},
    stderr: () => {},
    env: { HOME: "/home/learner", PYTHONDONTWRITEBYTECODE: "1" },
    // What `import js` shows; without a prototype, so that it leads nowhere.
    ...(settings.harden ? { jsglobals: Object.create(null) } : {}),
    ...(settings.makeSnapshot ? { _makeSnapshot: true } : {}),
    ...(snapshot ? { _loadSnapshot: snapshot } : {}),
  });
  addFiles(pyodide.FS, settings.files);
  if (!settings.makeSnapshot) {
    addCallDevice(pyodide.FS, exchange);
    addClockDevice(pyodide.FS);
  }
  // Restored from a snapshot, these imports are already there and this costs a few milliseconds.
  pyodide.runPython(prelude(settings));
  return settings.makeSnapshot
    ? { snapshot: () => pyodide.makeMemorySnapshot() }
    : ready(pyodide, settings);
}

function ready(pyodide, settings) {
  const talk = talkTo(pyodide, settings);
  sendOutput(pyodide, writeFrame);
  if (settings.harden) harden(pyodide);
  return talk;
}
