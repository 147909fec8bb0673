import { workerData } from "node:worker_threads";

import { openBridge } from "./bridge.js";
import { bootEngine } from "./engine.js";
import { moduleTree } from "./modules.js";
import { openServices } from "./services.js";
import { moduleText } from "./source.js";
import { openTalk } from "./talk.js";
import { useUtc } from "./utc.js";

/**
 * A thread for one submission: boots an interpreter with the lab in it, waits, takes a job, and is ended.
 * What it reports is what the interpreter said; the host makes the judgement.
 */
const { signal, wasm, library, memoryMb } = workerData;
const talk = openTalk(signal);
/** What belongs to the job at hand. */
const job = {
  files: {},
  /** Path to the text of a module, the same in every case. */
  texts: new Map(),
  isWarming: true,
  outputLeft: 0,
  callsLeft: 0,
  callCharsLeft: 0,
  /** Which services are the lab's own, and not the job's. */
  lab: [],
};

/** For an interpreter that does not stop by itself, beyond what the host allows. */
const graceMs = 2_000;

const bootFile = "/boot.js";

async function boot(services) {
  useUtc();
  const onRefused = () => {
    talk.write("M", "");
    talk.park();
  };
  const engine = await bootEngine({ wasm, memoryMb, onRefused });
  const { runtime, context } = engine;
  const tree = moduleTree(library, () => job.files);
  runtime.setModuleLoader(
    (path) => attempt(() => sourceOf(tree, path)),
    (base, specifier) => resolve(tree, base, specifier),
  );
  const bridge = openBridge({ context, talk, tree, job, services });
  for (const [name, handle] of Object.entries(bridge))
    context.setProp(context.global, name, handle);
  // All of the lab is loaded here, so that no case has to load any of it.
  const lab = Object.keys(library).filter((path) => /^\/(lab|node)\//.test(path));
  const imports = lab.map((path) => `import ${JSON.stringify(path)};`).join(" ");
  // The host first: it keeps what the lab puts its own in place of.
  const text = `import "/driver/host.js"; ${imports} export * from "/driver.js";`;
  const driver = exportsOf(engine, text, ["open", "send", "idle"]);
  return { ...engine, driver, picture: engine.picture(), takePicture: engine.picture };
}

function exportsOf(engine, text, names) {
  const { context } = engine;
  const namespace = context.unwrapResult(context.evalCode(text, bootFile, { type: "module" }));
  pump(engine, null);
  return Object.fromEntries(names.map((one) => [one, context.getProp(namespace, one)]));
}

/** Pages have a picture of their own, so that no other job pays for what only they need. */
function withPages(engine) {
  engine.picture.restore();
  const driver = exportsOf(engine, `export { showPage } from "/page/driver.js";`, ["showPage"]);
  const { takePicture } = engine;
  return { ...engine, driver: { ...engine.driver, ...driver }, picture: takePicture() };
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
  if (base === bootFile || base === "/driver/require.js") return specifier;
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
  if (!tree.isLearners(path)) return text;
  const known = job.texts.get(path) ?? moduleText(path, text);
  job.texts.set(path, known);
  return known;
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
function runCases({ engine, services }, { cases, ...input }) {
  const begin = beginner({ engine, services }, input);
  const reports = cases.map(({ steps }) => {
    begin();
    return `{"steps":${drive(engine, "send", steps)}}`;
  });
  return `{"cases":[${reports.join(",")}]}`;
}

/**
 * Brings the interpreter to where a case begins: the program loaded, the setup done. That is done once and put
 * back before each case, unless it moved something of the host that nothing here could put back.
 */
function beginner({ engine, services }, input) {
  let prepared = null;
  const prepare = () => {
    services.reset();
    engine.picture.restore();
    drive(engine, "open", input);
  };
  return () => {
    if (prepared) {
      services.restore();
      prepared.restore();
      return;
    }
    prepare();
    if (!services.keep()) return;
    prepared = engine.takePicture(engine.picture);
  };
}

/** Made for the first job that has pages. */
let pageEngine = null;

/** The same for pages; each is `lab/page` showing what a program answered. */
function runPages(lab, pages) {
  const engine = (pageEngine ??= withPages(lab));
  const seen = pages.map((page) => {
    engine.picture.restore();
    return drive(engine, "showPage", { page, files: job.files });
  });
  return `{"pages":[${seen.join(",")}]}`;
}

function start({ engine, services }, { open, input }) {
  if (input.pages) return runPages(engine, input.pages);
  if (!open) return runCases({ engine, services }, input);
  services.reset();
  engine.picture.restore();
  drive(engine, "open", input);
  return "null";
}

function answer({ engine, services }, { kind, payload }) {
  const { limits, body } = JSON.parse(payload);
  Object.assign(job, limits);
  engine.stopAt(Date.now() + limits.timeMs + graceMs);
  if (kind === "N") return `{"cases":[{"steps":${drive(engine, "send", body)}}]}`;
  job.files = body.files;
  job.texts.clear();
  return start({ engine, services }, body);
}

/** A first job of our own: code that has run once runs several times as fast. */
function warmUp({ engine, services }) {
  Object.assign(job, { files: { "server.js": warmApp }, ...plenty });
  const steps = [{ http: { path: "/" } }, { call: { target: "server.js:add", args: [1, 2] } }];
  runCases(
    { engine, services },
    { entry: "server.js:app", principals: {}, setup: [], cases: [{ steps }] },
  );
}

const plenty = { outputLeft: 1e6, callsLeft: 100, callCharsLeft: 1e6 };
const warmApp = `
import { App } from "lab/web";
import { db } from "lab/sql";
export const app = new App();
app.get("/", async (req, res) => res.json(await db.all("select 1")));
export const add = (a, b) => a + b;`;

/** False where the memory cannot be put back: it has grown. */
async function wipe(engine, services) {
  Object.assign(job, { files: {}, isWarming: false, outputLeft: 0, callsLeft: 0, lab: [] });
  job.texts.clear();
  engine.stopAt(Infinity);
  await services.renew();
  return engine.picture.wipe();
}

async function serve(engine, services) {
  for (;;) {
    const frame = talk.read();
    if (frame.kind !== "W") talk.write("R", answer({ engine, services }, frame));
    else if (await wipe(engine, services)) talk.write("Y", "");
    else return;
  }
}

try {
  const services = await openServices({ talk, job });
  const engine = await boot(services);
  warmUp({ engine, services });
  if (!(await wipe(engine, services))) throw new Error("the lab does not fit into its memory");
  talk.write("Y", "");
  await serve(engine, services);
  process.exit(0);
} catch (error) {
  talk.write("E", `${error?.message ?? error}\n`);
  process.exit(1);
}
