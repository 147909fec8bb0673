import { inner } from "./node.js";

/** Attributes seen as lists, maps and styles: classList, dataset, style. */

class DOMTokenList {
  #element;
  #name;
  constructor(element, name) {
    this.#element = element;
    this.#name = name;
  }
  #all() {
    return [
      ...new Set(
        (inner(this.#element).attributes.get(this.#name) ?? "").split(/\s+/).filter(Boolean),
      ),
    ];
  }
  #set(list) {
    this.#element.setAttribute(this.#name, list.join(" "));
  }
  get length() {
    return this.#all().length;
  }
  get value() {
    return inner(this.#element).attributes.get(this.#name) ?? "";
  }
  contains(token) {
    return this.#all().includes(String(token));
  }
  add(...names) {
    this.#set([...new Set([...this.#all(), ...names.map(String)])]);
  }
  remove(...names) {
    this.#set(this.#all().filter((one) => !names.map(String).includes(one)));
  }
  toggle(token, force) {
    const on = force ?? !this.contains(token);
    if (on) this.add(token);
    else this.remove(token);
    return Boolean(on);
  }
  replace(from, to) {
    this.#set(this.#all().map((one) => (one === from ? to : one)));
  }
  forEach(visit) {
    this.#all().forEach(visit);
  }
  [Symbol.iterator]() {
    return this.#all()[Symbol.iterator]();
  }
  toString() {
    return this.value;
  }
}
export const tokens = (element, name) => new DOMTokenList(element, name);

const dashed = (name) => `data-${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`;

export const dataset = (element) =>
  new Proxy(Object.create(null), {
    get: (_t, name) =>
      typeof name === "string"
        ? (inner(element).attributes.get(dashed(name)) ?? undefined)
        : undefined,
    set: (_t, name, value) => {
      element.setAttribute(dashed(name), value);
      return true;
    },
    has: (_t, name) => typeof name === "string" && inner(element).attributes.has(dashed(name)),
    deleteProperty: (_t, name) => {
      element.removeAttribute(dashed(name));
      return true;
    },
    ownKeys: () =>
      [...inner(element).attributes.keys()]
        .filter((name) => name.startsWith("data-"))
        .map((name) => name.slice(5).replace(/-([a-z])/g, (_a, c) => c.toUpperCase())),
    getOwnPropertyDescriptor: (_t, name) =>
      inner(element).attributes.has(dashed(name))
        ? {
            enumerable: true,
            configurable: true,
            value: inner(element).attributes.get(dashed(name)),
          }
        : undefined,
  });

export function declarations(element) {
  const text = inner(element).attributes.get("style") ?? "";
  const pairs = text.split(";").map((one) => one.split(/:(.*)/s));
  return new Map(
    pairs
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name.trim().toLowerCase(), value.trim()]),
  );
}

const kebab = (name) =>
  name === "cssFloat" ? "float" : name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);

export function styleOf(element) {
  const write = (name, value) => {
    const all = declarations(element);
    if (value === "" || value === null) all.delete(name);
    else all.set(name, String(value).replaceAll(";", ""));
    element.setAttribute("style", [...all].map(([key, one]) => `${key}: ${one};`).join(" "));
  };
  const own = {
    setProperty: (name, value) => write(name, value),
    removeProperty: (name) => write(name, ""),
    getPropertyValue: (name) => declarations(element).get(name) ?? "",
  };
  return new Proxy(own, {
    get: (_t, name) => {
      if (typeof name !== "string" || name in own) return own[name];
      return name === "cssText"
        ? (inner(element).attributes.get("style") ?? "")
        : (declarations(element).get(kebab(name)) ?? "");
    },
    set: (_t, name, value) => {
      if (name === "cssText") element.setAttribute("style", value);
      else write(kebab(String(name)), value);
      return true;
    },
  });
}
