import { EventTarget, fire } from "../dom/events.js";
import { declarations } from "../dom/attribute-views.js";
import { makeBeacon } from "./network.js";
import { base64, utf8 } from "./sha256.js";

/** What is on `window` beside the page itself: texts and bytes, the machine, and what only has to be there. */

export function texts() {
  const bytesOf = (text) =>
    String(text)
      .split("")
      .map((c) => c.charCodeAt(0));
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
      const bits = plain
        .split("")
        .map((c) => decoding.indexOf(c).toString(2).padStart(6, "0"))
        .join("");
      return (bits.match(/.{8}/g) ?? [])
        .map((byte) => String.fromCharCode(parseInt(byte, 2)))
        .join("");
    },
    structuredClone: (value) =>
      value === undefined ? undefined : JSON.parse(JSON.stringify(value)),
    TextEncoder: class TextEncoder {
      encode(text) {
        return Uint8Array.from(utf8(String(text ?? "")));
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

/** Observers that never have anything to tell. */
class Quiet {
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return [];
  }
}

class AbortController {
  signal = Object.assign(new EventTarget(), { aborted: false });
  abort() {
    this.signal.aborted = true;
    fire(this.signal, "abort");
  }
}

const still = {
  scrollTo() {},
  scroll() {},
  scrollBy() {},
  focus() {},
  blur() {},
  close() {},
  stop() {},
};

export function surroundings(view) {
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
    MutationObserver: Quiet,
    IntersectionObserver: Quiet,
    ResizeObserver: Quiet,
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
    ...still,
    getSelection: () => ({ toString: () => "", removeAllRanges() {} }),
    CSS: { escape: (text) => String(text).replace(/[^\w-]/g, (c) => `\\${c}`) },
    AbortController,
  };
}
