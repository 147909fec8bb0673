import { workerData } from "node:worker_threads";

import { openBridge } from "./bridge.js";
import { bootEngine } from "./engine.js";
import { moduleTree } from "./modules.js";
import { moduleText } from "./source.js";
import { openTalk } from "./talk.js";
import { useUtc } from "./utc.js";

/**
 * A thread for one submission: boots an interpreter with the lab in it, waits, takes a job, and is ended.
 * What it reports is what the interpreter said; the host makes the judgement.
 */
const { signal, wasm, library, memoryMb } = workerData;
const talk = openTalk(signal);
const room = { left: 0 };
let files = {};

/** For an interpreter that does not stop by itself, beyond what the host allows. */
const graceMs = 2_000;

async function boot() {
  useUtc();
  const onRefused = () => {
    talk.write("M", "");
    talk.park();
  };
  const engine = await bootEngine({ wasm, memoryMb, onRefused });
  const { runtime, context } = engine;
  const tree = moduleTree(library, () => files);
  runtime.setModuleLoader(
    (path) => attempt(() => sourceOf(tree, path)),
    (base, specifier) => resolve(tree, base, specifier),
  );
  const bridge = openBridge({ context, talk, tree, files: () => files, room });
  for (const [name, handle] of Object.entries(bridge))
    context.setProp(context.global, name, handle);
  const text = `export * from "/driver.js";`;
  const driver = context.unwrapResult(context.evalCode(text, "/boot.js", { type: "module" }));
  pump(engine, null);
  const functions = ["run", "open", "send", "idle"].map((one) => [
    one,
    context.getProp(driver, one),
  ]);
  return { ...engine, driver: Object.fromEntries(functions), picture: engine.picture() };
}

/** The loader wants an error returned, not thrown. */
function attempt(act) {
  try {
    return act();
  } catch (error) {
    return { error };
  }
}

function resolve(tree, base, specifier) {
  // Canonical already: what this file itself asks for, and what `require` resolved.
  if (base === "/boot.js" || base === "/driver/require.js") return specifier;
  try {
    return tree.resolve(base, specifier);
  } catch (error) {
    // The interpreter goes on with an empty name here, so the reason waits for the loader.
    return missing + error.message;
  }
}

const missing = "missing: ";

function sourceOf(tree, path) {
  if (path.startsWith(missing)) throw new Error(path.slice(missing.length));
  const text = tree.read(path);
  if (text === undefined) throw new Error(`there is no module ${path}`);
  return tree.isLearners(path) ? moduleText(path, text) : text;
}

/** Runs promise jobs until the promise is settled; then what waits for time to pass; null waits for nothing. */
function pump({ runtime, context, driver }, promise) {
  for (;;) {
    const done = runtime.executePendingJobs();
    if (done.error) throw new Error(context.getString(done.error));
    if (promise === null) return null;
    const state = context.getPromiseState(promise);
    if (state.type === "fulfilled") return context.getString(state.value);
    if (state.type === "rejected") throw new Error(context.getString(state.error));
    const idle = context.unwrapResult(context.callFunction(driver.idle, context.undefined));
    if (context.getNumber(idle) !== 1) throw new Error("the driver waits for what never comes");
  }
}

function drive(engine, name, request) {
  const { context, driver } = engine;
  const argument = context.newString(JSON.stringify(request));
  const promise = context.unwrapResult(
    context.callFunction(driver[name], context.undefined, argument),
  );
  return pump(engine, promise);
}

/** Every case in an interpreter that has seen no other. */
function runCases(engine, { cases, ...input }) {
  const reports = cases.map(({ steps }) => {
    engine.picture.restore();
    return `{"steps":${drive(engine, "run", { ...input, steps })}}`;
  });
  return `{"cases":[${reports.join(",")}]}`;
}

function start(engine, { open, input }) {
  if (!open) return runCases(engine, input);
  engine.picture.restore();
  drive(engine, "open", input);
  return "null";
}

function answer(engine, { kind, payload }) {
  const { limits, body } = JSON.parse(payload);
  room.left = limits.outputBytes;
  engine.stopAt(Date.now() + limits.timeMs + graceMs);
  if (kind === "N") return `{"cases":[{"steps":${drive(engine, "send", body)}}]}`;
  files = body.files;
  return start(engine, body);
}

try {
  const engine = await boot();
  talk.write("Y", "");
  for (;;) talk.write("R", answer(engine, talk.read()));
} catch (error) {
  talk.write("E", `${error?.message ?? error}\n`);
  process.exit(1);
}
