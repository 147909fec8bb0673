import { fire } from "../dom/events.js";
import { inner, isConnected, textOf } from "../dom/node.js";
import { asFunction, asGlobal, outline } from "./source.js";

/** Runs what a page holds as code: script elements, handlers in attributes, javascript: addresses. */

// A page could put its own in their place.
const { eval: evaluate } = globalThis;
const Compile = Function;

const scriptTypes =
  /^(|(text|application)\/(x-)?(java|ecma)script|text\/(jscript|livescript)|text\/javascript1\.[0-5])$/i;
const dataAt = (element, name) => inner(element).attributes.get(name);

/** Code of a frame runs with the frame's window around it; that of the page in the global scope itself. */
function runCode(view, code) {
  if (view.framed)
    return new Compile("$window", `with($window){\n${code}\n}`).call(view.window, view.window);
  return evaluate(asGlobal(code));
}

export function guarded(view, work) {
  try {
    return work();
  } catch (error) {
    view.report(error);
    return undefined;
  }
}

function kindOf(element) {
  const type = (dataAt(element, "type") ?? "").trim();
  if (type.toLowerCase() === "module") return "module";
  return scriptTypes.test(type.split(";")[0]) && dataAt(element, "nomodule") === undefined
    ? "classic"
    : null;
}

/** What the standard calls preparing: a script element that is in a live document runs, once. */
export function prepare(view, element) {
  const state = inner(element);
  if (
    state.alreadyStarted ||
    !isConnected(element) ||
    inner(state.doc).view !== view ||
    !view.scripts
  )
    return;
  const source =
    dataAt(element, "src") ??
    (state.ns.endsWith("svg")
      ? (dataAt(element, "href") ?? dataAt(element, "xlink:href"))
      : undefined);
  const text = textOf(element);
  if (source === undefined && text === "") return;
  const kind = kindOf(element);
  if (kind === null) return;
  state.alreadyStarted = true;
  const byParser = state.parserInserted === true && state.doc.readyState === "loading";
  if (source !== undefined) return external(view, element, { source, kind, byParser });
  const nonce = dataAt(element, "nonce");
  if (!view.policies.inline({ kind: "script", text, nonce })) return;
  if (kind === "module" && byParser)
    view.deferred.push(() => run(view, element, { kind, text, url: view.baseUrl }));
  else run(view, element, { kind, text, url: view.baseUrl });
}

function external(view, element, { source, kind, byParser }) {
  const url = view.resolve(source);
  const nonce = dataAt(element, "nonce");
  const allowed =
    url &&
    source !== "" &&
    view.policies.url("script-src-elem", url, { nonce, byScript: !inner(element).parserInserted });
  const text =
    allowed && /^https?:$/.test(url.protocol)
      ? view.net.load(url, "script")
      : allowed && url.protocol === "data:"
        ? dataText(url)
        : null;
  const go = () => {
    if (text !== null) run(view, element, { kind, text, url: url.href });
    fire(element, text === null ? "error" : "load");
  };
  const isAsync = dataAt(element, "async") !== undefined;
  if (!byParser || isAsync) view.tasks.later(go);
  else if (kind === "module" || dataAt(element, "defer") !== undefined) view.deferred.push(go);
  else go();
}

export function dataText(url) {
  const [, head, body] = /^([^,]*),(.*)$/s.exec(url.href.slice(5)) ?? ["", "", ""];
  try {
    const plain = decodeURIComponent(body);
    return /;\s*base64\s*$/i.test(head) ? view64(plain) : plain;
  } catch {
    return "";
  }
}
const view64 = (text) => globalThis.atob(text);

function run(view, element, { kind, text, url }) {
  const before = view.currentScript;
  view.currentScript = kind === "module" ? null : element;
  guarded(view, () => (kind === "module" ? runModule(view, text, url) : runCode(view, text)));
  view.currentScript = before;
}

function runModule(view, text, url) {
  const exports = {};
  view.modules.set(url === view.baseUrl ? Symbol("inline") : url, exports);
  const load = (name) => {
    const found = view.resolve(name, url);
    if (!found || !/^(\.{0,2}\/|https?:)/.test(name))
      throw new TypeError(`Failed to resolve module specifier "${name}"`);
    if (view.modules.has(found.href)) return view.modules.get(found.href);
    const source = view.policies.url("script-src-elem", found, { byScript: true })
      ? view.net.load(found, "script")
      : null;
    if (source === null) throw new TypeError(`Failed to load module ${found.pathname}`);
    return runModule(view, source, found.href);
  };
  new Compile("$import", "$exports", asFunction(text)).call(undefined, load, exports);
  return exports;
}

/** `<x onclick="…">` as a function, with element, form and document as scopes around it. */
export function compileHandler(view, type, { code, element }) {
  if (!view.scripts || !view.policies.inline({ kind: "handler", text: code })) return null;
  return (
    guarded(view, () => {
      // The engine only joins texts; without this, "}alert(1);{" would end the function and run.
      if (!outline(code).even)
        throw new SyntaxError(`on${type}: the brackets of the handler don't match`);
      const names =
        type === "error" &&
        view.window === globalThis &&
        /^(body|frameset)$/.test(inner(element).name)
          ? "event,source,lineno,colno,error"
          : "event";
      const body = `with($window){with($document){with($form){with($element){return function on${type}(${names}){\n${code}\n}}}}}`;
      const make = new Compile("$window", "$document", "$form", "$element", body);
      return make(view.framed ? view.window : {}, inner(element).doc, element.form ?? {}, element);
    }) ?? null
  );
}

/** A javascript: address; `text` is everything behind the colon. */
export function runAddress(view, text) {
  if (!view.scripts || !view.policies.inline({ kind: "javascript", text: `javascript:${text}` }))
    return;
  guarded(view, () => runCode(view, unescaped(text)));
}

const unescaped = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/%([0-7][0-9a-f])/gi, (_all, hex) =>
      String.fromCharCode(parseInt(hex, 16)),
    );
  }
};

/** An uncaught error: the window hears of it, and the report has it. */
export function reportError(view, error) {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const init = { message: `Uncaught ${message}`, error, cancelable: true };
  view.record.fault(message);
  if (view.reporting) return;
  view.reporting = true;
  try {
    fire(view.window, "error", init);
  } finally {
    view.reporting = false;
  }
}

/** Texts handed to setTimeout and setInterval. */
export function runText(view, text) {
  if (view.policies.eval()) guarded(view, () => runCode(view, String(text)));
}

/** With a policy that forbids it, eval and the constructors of functions throw. */
export function forbidEval(view) {
  if (view.policies.eval(false)) return;
  const refuse = function () {
    view.policies.eval();
    throw new EvalError("Refused to evaluate a string as JavaScript");
  };
  Object.assign(globalThis, { eval: refuse });
  for (const sample of [
    function () {},
    async function () {},
    function* () {},
    async function* () {},
  ]) {
    const prototype = Object.getPrototypeOf(sample);
    Object.defineProperty(prototype, "constructor", {
      value: refuse,
      configurable: true,
      writable: true,
    });
  }
  refuse.prototype = Compile.prototype;
  globalThis.Function = refuse;
}
