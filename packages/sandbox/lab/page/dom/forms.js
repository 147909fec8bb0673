import { descendants, docOf, inner, isElement, NodeList, rootOf, textOf } from "./node.js";

/** Forms: which controls belong to one, and what they would send. */

const controlNames = new Set(["input", "textarea", "select", "button", "output"]);
const attribute = (element, name) => inner(element).attributes.get(name) ?? null;

export function formOf(element) {
  const id = attribute(element, "form");
  if (id !== null) return docOf(element).getElementById(id);
  for (let at = inner(element).parent; at; at = inner(at).parent)
    if (inner(at).name === "form") return at;
  return null;
}

export function controls(form) {
  return [...descendants(rootOf(form))].filter(
    (one) => isElement(one) && controlNames.has(inner(one).name) && formOf(one) === form,
  );
}

/** A list that also finds its items by id and name. */
export function setOf(items) {
  const list = new NodeList(items);
  for (const item of items) {
    for (const name of [attribute(item, "id"), attribute(item, "name")]) {
      if (name && !(name in list)) Object.defineProperty(list, name, { value: item });
    }
  }
  return list;
}

export function valueOf(element) {
  const { name, value } = inner(element);
  if (value !== undefined) return value;
  if (name === "textarea") return textOf(element).replace(/^\n/, "");
  if (name === "select") {
    const options = [...element.options];
    return (options.find((one) => one.selected) ?? options[0])?.value ?? "";
  }
  const type = (attribute(element, "type") ?? "").toLowerCase();
  return attribute(element, "value") ?? (type === "checkbox" || type === "radio" ? "on" : "");
}

/** What is sent: name and value, in order. */
export function entries(form, submitter) {
  const sent = [];
  for (const one of controls(form)) {
    const name = attribute(one, "name");
    const type = (attribute(one, "type") ?? "").toLowerCase();
    if (!name || attribute(one, "disabled") !== null) continue;
    if (inner(one).name === "button" || /^(submit|image|button|reset)$/.test(type)) {
      if (one !== submitter) continue;
    }
    if ((type === "checkbox" || type === "radio") && !one.checked) continue;
    sent.push([name, valueOf(one)]);
  }
  return sent;
}

export class FormData {
  #list = [];
  constructor(form, submitter) {
    if (form) this.#list = entries(form, submitter ?? null);
  }
  append(name, value) {
    this.#list.push([String(name), String(value)]);
  }
  set(name, value) {
    this.delete(name);
    this.append(name, value);
  }
  delete(name) {
    this.#list = this.#list.filter(([key]) => key !== String(name));
  }
  get(name) {
    return this.#list.find(([key]) => key === String(name))?.[1] ?? null;
  }
  getAll(name) {
    return this.#list.filter(([key]) => key === String(name)).map(([, value]) => value);
  }
  has(name) {
    return this.#list.some(([key]) => key === String(name));
  }
  forEach(visit) {
    for (const [name, value] of this.#list) visit(value, name, this);
  }
  entries() {
    return this.#list.map((pair) => [...pair])[Symbol.iterator]();
  }
  keys() {
    return this.#list.map(([name]) => name)[Symbol.iterator]();
  }
  values() {
    return this.#list.map(([, value]) => value)[Symbol.iterator]();
  }
  [Symbol.iterator]() {
    return this.entries();
  }
}
