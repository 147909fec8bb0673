/**
 * Executes the steps of hidden tests and reports what was seen: data in, raw observations out. It judges
 * nothing: whoever called it does, since learner code shares this interpreter.
 *
 * THE SEAM
 * - Module names: `lab/x` is lab/javascript/lab/x.js, `node:x` (and `x`, where there is such a file) is
 *   lab/javascript/node/x.js, relative names stay inside the folder that they start from. Learner's files
 *   stand under /app and see neither this file nor lab/internal.js.
 * - `lab_host` (driver/host.js): `call(service, request)` is synchronous and throws CallError;
 *   `entropy(n)` gives a Uint8Array of n random bytes of the host; `readFile(path)` the text of a learner's
 *   file or null; `fileNames()` their paths.
 * - Every case starts from one and the same state of the whole interpreter: the lab's modules are loaded
 *   and evaluated ONCE, ahead of any job, their memory is copied, and the copy is put back before each case.
 *   So module-level state of the lab is always fresh; what must differ from case to case (random numbers,
 *   today's date) is read in `reset`, not when a module is evaluated. No `call` while modules are evaluated.
 * - lab/internal.js exports:
 *     reset({ env, files, appFolder })   before each case, after call("world", { reset: true }) by the driver;
 *                        `files`: absolute path -> text or { base64 }, the world's and the learner's
 *     dispatch(app, { method, path, headers: [[name, value]], body }) -> Promise of
 *                        { status, headers: [[name, value]], body, error?: the thrown value }; never rejects.
 *                        A body is a Buffer, or a text where that is ASCII: bytes cost this interpreter much
 *     signIn({ id, roles, claims }) -> bearer token
 *     sqlQuery(query, args) -> rows as objects, outside of what a program holds open
 *     onStatement(hook)  hook({ begins, inTransaction }) -> Promise or undefined, awaited before each statement
 *                        of lab/sql, and with `begins` before a transaction; null takes it away
 *     settle()           after each request: rolls back what it left open
 *     readFile(path) -> text or null, from the in-memory file system of node:fs
 *     advance(ms)        moves the lab's clock: a timer that runs says by how much (optional)
 * - To try a module: write a row of src/javascript/loader.test.ts (a job whose app.js imports "lab/…"), and
 *   `npx vitest run packages/sandbox/src/javascript`. Files are read afresh by every createSandbox().
 * - Globals: this driver sets console, setTimeout, setInterval, setImmediate, clear*, queueMicrotask.
 *   lab/internal.js sets all others (Buffer, URL, fetch, process, structuredClone, …) when it is evaluated.
 */
import "./lab/internal.js";
import "./driver/console.js";
import { openCase, takeSteps } from "./driver/case.js";

export { idle } from "./driver/loop.js";

const { parse, stringify } = JSON;
let opened = null;

/** Loads the program and makes the setup steps: where `send` begins, or goes on. */
export async function open(inputJson) {
  opened = await openCase(parse(inputJson));
  return "null";
}

/** Takes steps after whatever was sent before. */
export async function send(stepsJson) {
  return stringify(await takeSteps(parse(stepsJson), opened));
}
