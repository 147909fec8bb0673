import { call, CallError, fileNames, readFile, ticks } from "lab_host";

import * as lab from "../lab/internal.js";
import { entryOf } from "./load.js";
import { drained, onTime } from "./loop.js";
import { takers } from "./steps.js";
import { failure, fill } from "./values.js";

const appFolder = "/app";

/** The learner's program, freshly loaded, after the setup steps. */
export async function openCase({ entry, principals, world = {}, setup }) {
  const here = { app: null, tokens: new Map(), jars: new Map(), saved: new Map(), failure: null };
  try {
    resetLab(world);
    for (const [name, { id, roles = [], claims = {} }] of Object.entries(principals)) {
      here.tokens.set(name, lab.signIn({ id, roles, claims }));
    }
    if (entry) here.app = await entryOf(entry);
    await drained();
    for (const [at, step] of setup.entries()) checkSetup(at + 1, await take(step, here));
  } catch (error) {
    here.failure = failure(error);
  }
  return here;
}

function resetLab({ files = {}, env = {} }) {
  onTime((ms) => lab.advance?.(ms));
  const own = fileNames().map((path) => [`${appFolder}/${path}`, readFile(path)]);
  try {
    call("world", { reset: true });
  } catch (error) {
    // A job without a world has none to reset.
    if (!(error instanceof CallError)) throw error;
  }
  lab.reset({ env, files: { ...files, ...Object.fromEntries(own) }, appFolder });
}

function checkSetup(number, seen) {
  if (seen.error === undefined && (seen.status ?? 200) < 400) return;
  throw new Error(`setup step ${number} failed: ${seen.error?.message ?? seen.body}`);
}

/** One observation for each step. */
export async function takeSteps(steps, here) {
  if (here.failure) return steps.map(() => ({ kind: "none", error: here.failure }));
  const seen = [];
  for (const step of steps) seen.push(await take(step, here));
  return seen;
}

const kindOnError = { http: "none", visit: "none", sql: "sql" };

async function take(step, here) {
  const [[kind, body]] = Object.entries(step);
  const before = ticks();
  const filled = here.saved.size > 0 ? fill(body, here.saved) : body;
  let seen;
  try {
    seen = await takers[kind](filled, here);
  } catch (error) {
    seen = { kind: kindOnError[kind] ?? "call", error: failure(error) };
  }
  const timed = seen.kind === "none" ? seen : { ...seen, ms: ticks() - before };
  await drained();
  return timed;
}
