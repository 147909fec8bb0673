import { documentTypes } from "../dom/document.js";
import {
  addHandlerProperties,
  EventTarget,
  eventParent,
  eventTypes,
  fire,
  handlerNames,
} from "../dom/events.js";
import { Comment, Node, NodeList, Text } from "../dom/node.js";
import { runText } from "../script/runner.js";
import { replaceAddress } from "./navigate.js";
import { Headers, makeFetch, Response } from "./network.js";
import { makeStorage } from "./storage.js";
import { surroundings, texts } from "./surroundings.js";
import { URL, URLSearchParams } from "./url.js";
import { makeXmlHttpRequest } from "./xml-http-request.js";

/** The names on `window`. */

const classes = {
  EventTarget,
  Node,
  NodeList,
  HTMLCollection: NodeList,
  Text,
  Comment,
  ...eventTypes,
  ...documentTypes,
  URL,
  URLSearchParams,
  Headers,
  Response,
};

const afterwards = async (work) => {
  await Promise.resolve();
  work();
};

function timers(view) {
  const run = (callback, values) => {
    if (typeof callback !== "function") return runText(view, callback);
    try {
      callback(...values);
    } catch (error) {
      view.report(error);
    }
  };
  const clear = (id) => view.tasks.cancel(id);
  return {
    setTimeout: (callback, ms = 0, ...values) => view.tasks.later(() => run(callback, values), ms),
    setInterval: (callback, ms = 0, ...values) =>
      view.tasks.later(() => run(callback, values), ms, ms),
    requestAnimationFrame: (callback) =>
      view.tasks.later(() => run(callback, [view.tasks.now]), 16),
    requestIdleCallback: (callback) =>
      view.tasks.later(() => run(callback, [{ didTimeout: false, timeRemaining: () => 10 }])),
    queueMicrotask: (callback) => void afterwards(() => run(callback, [])),
    clearTimeout: clear,
    clearInterval: clear,
    cancelAnimationFrame: clear,
  };
}

function dialogs(view) {
  const show = (text) => {
    if (view.modals) view.record.alert(text);
  };
  return {
    alert: (text = "") => show(text),
    confirm: (text = "") => {
      show(text);
      return true;
    },
    prompt: (text = "") => {
      show(text);
      return null;
    },
    print: () => show("print"),
  };
}

function consoleOf(view) {
  const names = [
    "log",
    "info",
    "warn",
    "error",
    "debug",
    "trace",
    "dir",
    "table",
    "group",
    "assert",
  ];
  const silent = ["groupEnd", "time", "timeEnd", "count", "clear"];
  return Object.fromEntries([
    ...names.map((name) => [name, (...values) => view.record.console(values)]),
    ...silent.map((name) => [name, () => {}]),
  ]);
}

function messaging(view) {
  const origin = () => view.location.origin;
  return (data, to = origin(), _transfer) => {
    const target =
      typeof to === "object" && to !== null ? (to.targetOrigin ?? origin()) : String(to);
    view.record.message(data, target);
    if (target !== "*" && target !== "/" && URL.parse(target)?.origin !== origin()) return;
    view.tasks.later(() =>
      fire(view.window, "message", { data, origin: origin(), source: view.window }),
    );
  };
}

function historyOf(view) {
  let state = null;
  const change = (given, _title, address) => {
    replaceAddress(view, address);
    state = given;
  };
  return {
    length: 1,
    pushState: change,
    replaceState: change,
    back() {},
    forward() {},
    go() {},
    get state() {
      return state;
    },
  };
}

/** new Image(w, h) and new Option(text, value). */
const constructors = (view) => ({
  Image: function Image() {
    return view.document.createElement("img");
  },
  Audio: function Audio(src) {
    const made = view.document.createElement("audio");
    if (src !== undefined) made.src = src;
    return made;
  },
  Option: function Option(text = "", value = text) {
    const made = view.document.createElement("option");
    made.textContent = text;
    made.value = value;
    return made;
  },
});

function members(view) {
  return {
    ...dialogs(view),
    ...timers(view),
    ...constructors(view),
    console: consoleOf(view),
    fetch: makeFetch(view),
    XMLHttpRequest: makeXmlHttpRequest(view),
    postMessage: messaging(view),
    history: historyOf(view),
    open: (address) => {
      if (address) view.go(String(address), { aside: true });
      return {
        closed: false,
        close() {},
        focus() {},
        postMessage: (data, to) => view.record.message(data, to),
        document: null,
      };
    },
  };
}

const define = (window, values) => {
  for (const [name, value] of Object.entries(values)) {
    Object.defineProperty(window, name, {
      value,
      writable: true,
      configurable: true,
      enumerable: true,
    });
  }
};

const targetMethods = (window) =>
  Object.fromEntries(
    ["addEventListener", "removeEventListener", "dispatchEvent"].map((name) => [
      name,
      (...given) => EventTarget.prototype[name].apply(window, given),
    ]),
  );

function accessors(window, view) {
  const location = {
    configurable: true,
    get: () => view.location,
    set: (address) => view.go(String(address)),
  };
  Object.defineProperty(window, "location", location);
  Object.defineProperty(window, "document", { configurable: true, get: () => view.document });
  Object.defineProperty(window, "origin", { configurable: true, get: () => view.location.origin });
  Object.defineProperty(window, "name", {
    configurable: true,
    get: () => view.windowName ?? "",
    set: (text) => {
      view.windowName = String(text);
    },
  });
}

/** Makes the global object the window of a view. */
export function installWindow(view) {
  const window = globalThis;
  define(window, {
    ...classes,
    ...texts(),
    ...surroundings(view),
    ...members(view),
    ...targetMethods(window),
  });
  define(window, {
    window,
    self: window,
    top: window,
    parent: window,
    frames: window,
    opener: null,
    length: 0,
    event: undefined,
    localStorage: makeStorage(),
    sessionStorage: makeStorage(),
    isSecureContext: true,
    closed: false,
  });
  addHandlerProperties(window, [...handlerNames, "DOMContentLoaded"], () => window);
  accessors(window, view);
}

/** The window of a frame: its own document and location, and for the rest the page's. */
export function frameWindow(view) {
  const window = Object.create(globalThis);
  const outer = view.parent.window;
  const far = { postMessage: outer.postMessage };
  const seen = view.sameOrigin ? outer : Object.assign(far, { parent: far, top: far });
  define(window, {
    ...members(view),
    window,
    self: window,
    frames: window,
    globalThis: window,
    parent: seen,
    top: view.sameOrigin ? globalThis : far,
  });
  define(window, targetMethods(window));
  addHandlerProperties(window, handlerNames, () => window);
  window[eventParent] = () => null;
  accessors(window, view);
  return window;
}
