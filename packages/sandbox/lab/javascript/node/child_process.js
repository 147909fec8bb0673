import { failed, optionsAmong, start, startLine } from "./child_process/run.js";
import { promisify } from "./util.js";

/** Programs of the fake machine. Nothing runs at the same time: each is over when its call is. */

const shaped = (options, text) =>
  options.encoding && options.encoding !== "buffer" ? text.toString(options.encoding) : text;

/** A line for the shell. Throws where the exit is not 0. */
export function execSync(line, options = {}) {
  const result = startLine(line, options);
  if (result.status !== 0) throw failed(line, result);
  return shaped(options, result.stdout);
}

/** A program and its arguments, without a shell unless options say so. */
export function execFileSync(file, ...given) {
  const [args, options] = optionsAmong(given);
  const result = start(file, args, options);
  if (result.error) throw result.error;
  if (result.status !== 0) throw failed([file, ...args].join(" "), result);
  return shaped(options, result.stdout);
}

/** { status, stdout, stderr, error? }: a failure is not thrown. */
export function spawnSync(file, ...given) {
  const [args, options] = optionsAmong(given);
  const result = start(file, args, options);
  const [stdout, stderr] = [shaped(options, result.stdout), shaped(options, result.stderr)];
  return { ...result, stdout, stderr, output: [null, stdout, stderr], signal: null };
}

/** Calls back with (error, stdout, stderr), as texts. */
function called(command, result, callback) {
  const [stdout, stderr] = [result.stdout.toString(), result.stderr.toString()];
  let error = result.error ?? null;
  if (!error && result.status !== 0) error = failed(command, result);
  if (error) Object.assign(error, { stdout, stderr, cmd: command });
  queueMicrotask(() => callback?.(error, stdout, stderr));
}

export function exec(line, ...given) {
  const callback = typeof given.at(-1) === "function" ? given.pop() : undefined;
  called(line, startLine(line, given[0] ?? {}), callback);
}

export function execFile(file, ...given) {
  const callback = typeof given.at(-1) === "function" ? given.pop() : undefined;
  const [args, options] = optionsAmong(given);
  called([file, ...args].join(" "), start(file, args, options), callback);
}

for (const work of [exec, execFile]) {
  work[promisify.custom] = (...given) =>
    new Promise((resolve, reject) => {
      work(...given, (error, stdout, stderr) =>
        error ? reject(error) : resolve({ stdout, stderr }),
      );
    });
}

export default { exec, execFile, execFileSync, execSync, spawnSync };
