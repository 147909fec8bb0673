import { randomBytes } from "node:crypto";

import { checkText, isCommonJs } from "./source.js";

const requestMaxChars = 1_000_000;

/**
 * What the interpreter can ask for, by one function that takes a name and a text and returns a text, and by
 * two that compile and load. Every text is JSON: the interpreter's own texts end at a NUL.
 */
export function openBridge({ context, talk, tree, job, services }) {
  const asks = {
    call: services.call,
    print: (request) => {
      const { kind, text } = JSON.parse(request);
      print({ talk, job }, kind === "E" ? "E" : "O", String(text));
      return "null";
    },
    entropy: (request) => {
      const count = Math.min(Number(JSON.parse(request)) || 0, 65_536);
      return JSON.stringify([...randomBytes(count)]);
    },
    fileNames: () => JSON.stringify(Object.keys(job.files)),
    readFile: (request) => {
      const path = String(JSON.parse(request));
      return JSON.stringify(Object.hasOwn(job.files, path) ? job.files[path] : null);
    },
    resolve: (request) => {
      const { base, specifier } = JSON.parse(request);
      return JSON.stringify(tree.resolve(String(base), String(specifier)));
    },
    kindOf: (request) => {
      const path = String(JSON.parse(request));
      const text = tree.isLearners(path) ? (tree.read(path) ?? "") : null;
      if (path.endsWith(".json")) return '"json"';
      return text !== null && isCommonJs(path, text) ? '"commonjs"' : '"module"';
    },
  };
  return {
    ask: context.newFunction("ask", (name, request) => {
      const found = asks[context.getString(name)];
      const { length } = lengthOf(context, request);
      if (length > requestMaxChars) {
        // A printed text of that size is over any limit; a request would be refused by the host.
        talk.write("X", "");
        talk.park();
      }
      return context.newString(found(context.getString(request)));
    }),
    compile: context.newFunction("compile", (path) =>
      compile(context, tree, context.getString(path)),
    ),
    load: context.newFunction("load", (path) => load(context, context.getString(path))),
  };
}

function lengthOf(context, handle) {
  return {
    length:
      context.typeof(handle) === "string"
        ? context.getNumber(context.getProp(handle, "length"))
        : 0,
  };
}

/** One text more than there is room for goes out, so that the host sees it; then nothing runs any more. */
function print({ talk, job }, kind, text) {
  if (job.isWarming) return;
  talk.write(kind, text);
  job.outputLeft -= Buffer.byteLength(text);
  if (job.outputLeft < 0) talk.park();
}

const wrapper = ["(function (exports, require, module, __filename, __dirname) {", "\n})"];

function compile(context, tree, path) {
  const text = tree.read(path);
  if (!tree.isLearners(path) || text === undefined) throw new Error(`there is no file ${path}`);
  checkText(path, text);
  return context.evalCode(wrapper.join(text.replace(/^#!/, "//")), path, { type: "global" });
}

/** The namespace of an ES module, for require. */
function load(context, path) {
  const text = `import * as found from ${JSON.stringify(path)}; export default found;`;
  const namespace = context.evalCode(text, "/driver/require.js", { type: "module" });
  if (namespace.error) return namespace;
  return context.getProp(namespace.value, "default");
}
