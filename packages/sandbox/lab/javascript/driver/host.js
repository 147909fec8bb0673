/**
 * The module `lab_host`: all ways out of the interpreter. The functions of the host are taken off the global
 * object before any learner's code is read, and what is used here is kept, whatever becomes of JSON later.
 */
const { ask, compile, load } = globalThis;
for (const name of ["ask", "compile", "load"]) delete globalThis[name];
const { parse, stringify } = JSON;

/** The service answered an error: its text is the message. */
export class CallError extends Error {
  name = "CallError";
}

/** Asks a service of the host and waits for its answer. Takes and returns JSON. */
export function call(service, request = null) {
  const reply = parse(ask("call", stringify({ service: `${service}`, request })));
  if (!("value" in reply)) throw new CallError(reply.error);
  return reply.value;
}

/** @param {"O" | "E"} kind standard output or error */
export const print = (kind, text) => void ask("print", stringify({ kind, text }));

/** Random bytes of the host, at most 65,536. */
export const entropy = (count) => Uint8Array.from(parse(ask("entropy", stringify(count))));

/** Milliseconds since some moment, whatever the lab's clock says: kept before the lab puts its own there. */
export const ticks = Date.now;

/** Names of the learner's files, relative to /app, and their text; null where there is none. */
export const fileNames = () => parse(ask("fileNames", "null"));
export const readFile = (path) => parse(ask("readFile", stringify(path)));

const modules = new Map();

/** CommonJS: the exports of a learner's file, which is run once. */
export function requireFile(path) {
  const known = modules.get(path);
  if (known) return known.exports;
  const module = { id: path, filename: path, loaded: false, exports: {} };
  modules.set(path, module);
  const folder = path.slice(0, path.lastIndexOf("/"));
  try {
    const run = compile(path);
    run.call(module.exports, module.exports, requireFrom(path, module), module, path, folder);
  } catch (error) {
    modules.delete(path);
    throw error;
  }
  module.loaded = true;
  return module.exports;
}

const readers = {
  commonjs: requireFile,
  json: (path) => parse(readFile(path.slice("/app/".length))),
  module: load,
};

/** The path of the module that a file names. */
export const resolve = (base, specifier) =>
  parse(ask("resolve", stringify({ base, specifier: `${specifier}` })));

function requireFrom(base, main) {
  const require = (specifier) => {
    const path = resolve(base, specifier);
    return readers[parse(ask("kindOf", stringify(path)))](path);
  };
  return Object.assign(require, {
    resolve: (specifier) => resolve(base, specifier),
    main,
    cache: {},
  });
}
