import { documentTypes } from "../dom/document.js";
import {
  addHandlerProperties,
  EventTarget,
  eventParent,
  eventTypes,
  fire,
  handlerNames,
} from "../dom/events.js";
import { declarations } from "../dom/attribute-views.js";
import { Comment, inner, Node, NodeList, Text } from "../dom/node.js";
import { runText } from "../script/runner.js";
import { replaceAddress } from "./navigate.js";
import { Headers, makeBeacon, makeFetch, makeXmlHttpRequest, Response } from "./network.js";
import { makeStorage } from "./storage.js";
import { base64, utf8 } from "./sha256.js";
import { URL, URLSearchParams } from "./url.js";

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
    queueMicrotask: (callback) => void Promise.resolve().then(() => run(callback, [])),
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
      fire(
        view.window,
        "message",
        { data, origin: origin(), source: view.window },
        eventTypes.MessageEvent,
      ),
    );
  };
}

function texts() {
  const bytesOf = (text) => [...String(text)].map((c) => c.charCodeAt(0));
  const decoding = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  return {
    btoa: (text) => {
      const bytes = bytesOf(text);
      if (bytes.some((one) => one > 255))
        throw new Error("InvalidCharacterError: btoa takes Latin-1 only");
      return base64(bytes);
    },
    atob: (text) => {
      const plain = String(text)
        .replace(/[\t\n\f\r ]/g, "")
        .replace(/={1,2}$/, "");
      if (/[^A-Za-z0-9+/]/.test(plain) || plain.length % 4 === 1)
        throw new Error("InvalidCharacterError: no base64");
      const bits = [...plain].map((c) => decoding.indexOf(c).toString(2).padStart(6, "0")).join("");
      return (bits.match(/.{8}/g) ?? [])
        .map((byte) => String.fromCharCode(parseInt(byte, 2)))
        .join("");
    },
    structuredClone: (value) =>
      value === undefined ? undefined : JSON.parse(JSON.stringify(value)),
    TextEncoder: class TextEncoder {
      encode(text = "") {
        return Uint8Array.from(utf8(String(text)));
      }
    },
    TextDecoder: class TextDecoder {
      decode(bytes = []) {
        return decodeURIComponent(
          [...bytes].map((one) => `%${one.toString(16).padStart(2, "0")}`).join(""),
        );
      }
    },
  };
}

function surroundings(view) {
  const quiet = class {
    observe() {}
    unobserve() {}
    disconnect() {}
    takeRecords() {
      return [];
    }
  };
  return {
    navigator: {
      userAgent: "Mozilla/5.0 (Loopwright)",
      language: "en-GB",
      languages: ["en-GB"],
      onLine: true,
      cookieEnabled: true,
      sendBeacon: makeBeacon(view),
      clipboard: { writeText: async () => {} },
    },
    screen: { width: 1280, height: 800 },
    innerWidth: 1280,
    innerHeight: 800,
    devicePixelRatio: 1,
    performance: { now: () => view.tasks.now, mark() {}, measure() {} },
    crypto: {
      getRandomValues: (list) => list.map(() => Math.floor(Math.random() * 2 ** 31)),
      randomUUID: () =>
        "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx".replace(/x/g, () =>
          Math.floor(Math.random() * 16).toString(16),
        ),
    },
    MutationObserver: quiet,
    IntersectionObserver: quiet,
    ResizeObserver: quiet,
    NodeFilter: { SHOW_ALL: 0xffffffff, SHOW_ELEMENT: 1, SHOW_TEXT: 4, FILTER_ACCEPT: 1 },
    getComputedStyle: (element) =>
      new Proxy(
        {},
        {
          get: (_t, name) =>
            name === "getPropertyValue"
              ? (key) => declarations(element).get(key) ?? ""
              : (declarations(element).get(String(name)) ?? ""),
        },
      ),
    matchMedia: (media) => ({ media, matches: false, addEventListener() {}, addListener() {} }),
    scrollTo() {},
    scroll() {},
    scrollBy() {},
    focus() {},
    blur() {},
    close() {},
    stop() {},
    getSelection: () => ({ toString: () => "", removeAllRanges() {} }),
    CSS: { escape: (text) => String(text).replace(/[^\w-]/g, (c) => `\\${c}`) },
    AbortController: class AbortController {
      signal = Object.assign(new EventTarget(), { aborted: false });
      abort() {
        this.signal.aborted = true;
        fire(this.signal, "abort");
      }
    },
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
    open: (address = "") => {
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
    set: (text) => (view.windowName = String(text)),
  });
}

/** Makes the global object the window of a view. */
export function installWindow(view) {
  const window = globalThis;
  const { addEventListener, removeEventListener, dispatchEvent } = EventTarget.prototype;
  define(window, {
    ...classes,
    ...texts(),
    ...surroundings(view),
    ...members(view),
    addEventListener,
    removeEventListener,
    dispatchEvent,
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
  const { addEventListener, removeEventListener, dispatchEvent } = EventTarget.prototype;
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
  define(
    window,
    Object.fromEntries(
      Object.entries({ addEventListener, removeEventListener, dispatchEvent }).map(
        ([name, method]) => [name, method.bind(window)],
      ),
    ),
  );
  addHandlerProperties(window, handlerNames, () => window);
  window[eventParent] = () => null;
  accessors(window, view);
  return window;
}

export const innerOf = inner;
