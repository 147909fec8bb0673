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
 *     dispatch(app, { method, path, headers: [[name, value]], body: base64 }) -> Promise of
 *                        { status, headers: [[name, value]], body: base64, error?: the thrown value };
 *                        never rejects
 *     signIn({ id, roles, claims }) -> bearer token
 *     sqlQuery(query, args) -> rows as objects, outside of what a program holds open
 *     onStatement(hook)  hook({ query, inTransaction }) -> Promise or undefined, awaited before each statement
 *                        of lab/sql; null takes it away
 *     settle()           after each request: rolls back what it left open
 *     readFile(path) -> text or null, from the in-memory file system of node:fs
 * - To try a module: write a row of src/javascript/loader.test.ts (a job whose app.js imports "lab/…"), and
 *   `npx vitest run packages/sandbox/src/javascript`. Files are read afresh by every createSandbox().
 * - Globals: this driver sets console, setTimeout, setInterval, setImmediate, clear*, queueMicrotask.
 *   lab/internal.js sets all others (Buffer, URL, fetch, process, structuredClone, …) when it is evaluated.
 */
import { print } from "lab_host";

globalThis.console = {
  log: (...all) => print("O", `${all.join(" ")}\n`),
  error: (...all) => print("E", `${all.join(" ")}\n`),
};

export async function run(inputJson) {
  const { steps } = JSON.parse(inputJson);
  const seen = [];
  for (const { call: step } of steps) {
    const [file, name] = step.target.split(":");
    try {
      const module = await import(`/app/${file}`);
      seen.push({ kind: "call", value: (await module[name](...step.args)) ?? null });
    } catch (error) {
      seen.push({ kind: "call", error: { type: error.name, message: error.message } });
    }
  }
  return JSON.stringify(seen);
}
export const open = async () => "null";
export const send = async (stepsJson) => run(JSON.stringify({ steps: JSON.parse(stepsJson) }));
export const idle = () => 0;
