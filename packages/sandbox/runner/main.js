import process from "node:process";

import { readFrame, writeFrame, writeText } from "./frames.js";
import { bootPython } from "./python.js";

/**
 * The one-shot child: boots an interpreter, waits, takes one submission, and ends. Plain JavaScript,
 * because it runs on Node alone with nothing else of the repository in sight.
 * What it reports is what the interpreter said; the host makes the judgement.
 */
const json = (frame) => JSON.parse(frame.payload.toString("utf8"));
const exit = process.exit.bind(process);

async function boot() {
  const settings = json(readFrame());
  const python = await bootPython(settings);
  if (settings.makeSnapshot) {
    writeFrame("S", python.snapshot());
    exit(0);
  }
  writeFrame("Y", new Uint8Array(0));
  return python;
}

/** Answers jobs until the host hangs up: one for a run, many for a service that is kept open. */
function serve(python) {
  for (let frame = readFrame(); frame !== null; frame = readFrame()) {
    const report =
      frame.kind === "J" ? python.start(json(frame)) : python.send(frame.payload.toString("utf8"));
    writeText("R", report);
  }
  exit(0);
}

const python = await boot().catch((error) => {
  writeText("F", String(error?.stack ?? error));
  exit(1);
});
try {
  serve(python);
} catch (error) {
  writeText("E", `${error?.message ?? error}\n`);
  exit(1);
}
