/** Events, and the targets that they are dispatched to (DOM, 2). */

let listeners = new WeakMap();
let handlers = new WeakMap();
/** What a page's own realm adds: how handler code is compiled, and where errors go. */
const realm = { compile: () => null, report: () => {} };
export function setEventRealm(given) {
  listeners = new WeakMap();
  handlers = new WeakMap();
  Object.assign(realm, given);
}

/** Method of a node that says who gets an event next. */
export const eventParent = Symbol("parent");

let route;
let stopped;
let trust;

export class Event {
  type;
  bubbles;
  cancelable;
  composed = false;
  target = null;
  currentTarget = null;
  eventPhase = 0;
  defaultPrevented = false;
  timeStamp = 0;
  #trusted = false;
  #stopped = 0;
  #path = [];

  constructor(type, init = {}) {
    this.type = String(type);
    this.bubbles = Boolean(init?.bubbles);
    this.cancelable = Boolean(init?.cancelable);
  }

  get isTrusted() {
    return this.#trusted;
  }
  get srcElement() {
    return this.target;
  }
  get returnValue() {
    return !this.defaultPrevented;
  }
  set returnValue(value) {
    if (!value) this.preventDefault();
  }
  preventDefault() {
    if (this.cancelable) this.defaultPrevented = true;
  }
  stopPropagation() {
    this.#stopped = Math.max(this.#stopped, 1);
  }
  stopImmediatePropagation() {
    this.#stopped = 2;
  }
  composedPath() {
    return [...this.#path];
  }

  static {
    route = (event, path) => {
      event.#path = path;
      event.#stopped = 0;
    };
    stopped = (event) => event.#stopped;
    trust = (event) => {
      event.#trusted = true;
      return event;
    };
  }
}

/** An event with further members, all taken from its second argument. */
const eventType = (name, defaults, Parent = Event) => {
  const made = {
    [name]: class extends Parent {
      constructor(type, init = {}) {
        super(type, init);
        for (const key of Object.keys(defaults)) this[key] = init?.[key] ?? defaults[key];
      }
    },
  };
  return made[name];
};

const mouse = {
  button: 0,
  clientX: 0,
  clientY: 0,
  ctrlKey: false,
  shiftKey: false,
  altKey: false,
  metaKey: false,
  relatedTarget: null,
};
const UIEvent = eventType("UIEvent", { detail: 0, view: null });
const MouseEvent = eventType("MouseEvent", mouse, UIEvent);
export const eventTypes = {
  Event,
  UIEvent,
  MouseEvent,
  PointerEvent: eventType("PointerEvent", { pointerId: 0, pointerType: "mouse" }, MouseEvent),
  KeyboardEvent: eventType("KeyboardEvent", { key: "", code: "" }, UIEvent),
  InputEvent: eventType("InputEvent", { data: null, inputType: "" }, UIEvent),
  FocusEvent: eventType("FocusEvent", { relatedTarget: null }, UIEvent),
  CustomEvent: eventType("CustomEvent", { detail: null }),
  MessageEvent: eventType("MessageEvent", {
    data: null,
    origin: "",
    lastEventId: "",
    source: null,
    ports: [],
  }),
  HashChangeEvent: eventType("HashChangeEvent", { oldURL: "", newURL: "" }),
  PopStateEvent: eventType("PopStateEvent", { state: null }),
  SubmitEvent: eventType("SubmitEvent", { submitter: null }),
  ErrorEvent: eventType("ErrorEvent", {
    message: "",
    filename: "",
    lineno: 0,
    colno: 0,
    error: null,
  }),
  StorageEvent: eventType("StorageEvent", { key: null, oldValue: null, newValue: null, url: "" }),
  ToggleEvent: eventType("ToggleEvent", { oldState: "", newState: "" }),
};

export class EventTarget {
  addEventListener(type, callback, options) {
    const target = this ?? globalThis;
    if (callback === null || callback === undefined) return;
    const given = typeof options === "object" && options !== null ? options : { capture: options };
    const capture = Boolean(given.capture);
    const all = listeners.get(target) ?? [];
    listeners.set(target, all);
    const same = (one) =>
      one.type === String(type) && one.callback === callback && one.capture === capture;
    if (!all.some(same))
      all.push({ type: String(type), callback, capture, once: Boolean(given.once) });
    given.signal?.addEventListener?.("abort", () =>
      EventTarget.prototype.removeEventListener.call(target, type, callback, capture),
    );
  }

  removeEventListener(type, callback, options) {
    const target = this ?? globalThis;
    const capture = Boolean(typeof options === "object" ? options?.capture : options);
    const kept = (listeners.get(target) ?? []).filter(
      (one) => !(one.type === String(type) && one.callback === callback && one.capture === capture),
    );
    listeners.set(target, kept);
  }

  dispatchEvent(event) {
    return dispatch(this ?? globalThis, event);
  }
}

/** False where somebody prevented what follows. */
export function dispatch(target, event) {
  const path = [target];
  for (let at = target[eventParent]?.(event); at; at = at[eventParent]?.(event)) path.push(at);
  event.target = target;
  route(event, path);
  for (const at of path.toReversed()) invoke(at, event, at === target ? 2 : 1);
  for (const at of path) {
    if (at === target) invoke(at, event, 3);
    else if (event.bubbles) invoke(at, event, 4);
  }
  event.currentTarget = null;
  event.eventPhase = 0;
  return !event.defaultPrevented;
}

/** Phases: 1 capturing, 2 and 3 at the target, 4 bubbling. */
function invoke(target, event, phase) {
  if (stopped(event) > 0) return;
  event.currentTarget = target;
  event.eventPhase = phase < 3 ? phase : phase - 1;
  const capturing = phase < 3;
  if (!capturing) runHandler(target, event);
  for (const one of (listeners.get(target) ?? []).slice()) {
    if (one.type !== event.type || one.capture !== capturing || stopped(event) === 2) continue;
    if (!listeners.get(target).includes(one)) continue;
    if (one.once)
      listeners.set(
        target,
        listeners.get(target).filter((other) => other !== one),
      );
    try {
      if (typeof one.callback === "function") one.callback.call(target, event);
      else one.callback.handleEvent(event);
    } catch (error) {
      realm.report(error);
    }
  }
}

function runHandler(target, event) {
  const handler = getHandler(target, event.type);
  if (typeof handler !== "function") return;
  try {
    const isError = event.type === "error" && target === globalThis && "error" in event;
    const given = isError
      ? [event.message, event.filename, event.lineno, event.colno, event.error]
      : [event];
    const result = handler.apply(target, given);
    if (isError ? result === true : result === false) event.preventDefault();
  } catch (error) {
    realm.report(error);
  }
}

/** A function, or { code } which is compiled when it is first needed. */
export function setHandler(target, type, value) {
  const all = handlers.get(target) ?? new Map();
  handlers.set(target, all);
  if (typeof value === "function" || (typeof value === "object" && value !== null))
    all.set(type, value);
  else all.delete(type);
}

export function getHandler(target, type) {
  const found = handlers.get(target)?.get(type) ?? null;
  if (found === null || typeof found === "function" || typeof found.code !== "string") return found;
  const compiled = realm.compile(target, type, found);
  setHandler(target, type, compiled);
  return compiled;
}

const kinds = {
  click: "PointerEvent",
  mousedown: "MouseEvent",
  mouseup: "MouseEvent",
  mouseover: "MouseEvent",
  mouseenter: "MouseEvent",
  mousemove: "MouseEvent",
  focus: "FocusEvent",
  blur: "FocusEvent",
  focusin: "FocusEvent",
  message: "MessageEvent",
  hashchange: "HashChangeEvent",
  submit: "SubmitEvent",
  input: "InputEvent",
  keyup: "KeyboardEvent",
};

/** Fires an event of the browser's own, of the class that belongs to its type. */
export function fire(target, type, init = {}) {
  const kind = "error" in init ? "ErrorEvent" : (kinds[type] ?? "Event");
  return dispatch(target, trust(new eventTypes[kind](type, init)));
}

// prettier-ignore
export const handlerNames = "abort animationend auxclick beforeinput begin blur canplay change click close contextmenu copy cut dblclick drag drop end error focus focusin focusout hashchange input invalid keydown keypress keyup load loadeddata loadend loadstart message mousedown mouseenter mouseleave mousemove mouseout mouseover mouseup pagehide pageshow paste pointerdown pointerenter pointermove pointerover pointerup popstate progress readystatechange repeat reset resize scroll select start storage submit timeout toggle touchstart transitionend unload beforeunload unhandledrejection wheel".split(" ");

/** `onclick` and the others, as properties. */
export function addHandlerProperties(prototype, names = handlerNames, of = (target) => target) {
  for (const name of names) {
    Object.defineProperty(prototype, `on${name}`, {
      configurable: true,
      enumerable: true,
      get() {
        return getHandler(of(this ?? globalThis, name), name);
      },
      set(value) {
        setHandler(of(this ?? globalThis, name), name, value);
      },
    });
  }
}
