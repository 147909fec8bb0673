import { changeAttribute } from "./element.js";
import { fire } from "./events.js";
import { controls, formOf, setOf, valueOf } from "./forms.js";
import { docOf, elementsIn, inner, nodeList, textOf } from "./node.js";

/** What links, scripts, controls and forms can do beyond their attributes. */

const attribute = (element, name) => inner(element).attributes.get(name) ?? null;

export const urlParts = () => {
  const parts = {};
  for (const part of [
    "protocol",
    "host",
    "hostname",
    "port",
    "pathname",
    "search",
    "hash",
    "origin",
  ]) {
    Object.defineProperty(parts, part, {
      enumerable: true,
      configurable: true,
      get() {
        return inner(docOf(this)).view?.resolve(attribute(this, "href") ?? "")?.[part] ?? "";
      },
    });
  }
  parts.toString = function () {
    return this.href;
  };
  return Object.defineProperty(parts, "text", {
    enumerable: true,
    configurable: true,
    get() {
      return textOf(this);
    },
    set(value) {
      this.textContent = value;
    },
  });
};

export const control = () => ({
  get form() {
    return formOf(this);
  },
  get value() {
    return valueOf(this);
  },
  set value(value) {
    inner(this).value = String(value ?? "");
  },
  get defaultValue() {
    return attribute(this, "value") ?? "";
  },
  get checked() {
    return inner(this).checked ?? attribute(this, "checked") !== null;
  },
  set checked(value) {
    inner(this).checked = Boolean(value);
  },
  get labels() {
    return nodeList([]);
  },
  select() {},
  setSelectionRange() {},
  checkValidity: () => true,
  reportValidity: () => true,
  setCustomValidity() {},
});

export const script = () => ({
  get text() {
    return textOf(this);
  },
  set text(value) {
    this.textContent = value;
  },
});

export const select = () => ({
  get options() {
    return nodeList(elementsIn(this).filter((one) => one.localName === "option"));
  },
  get selectedOptions() {
    return nodeList([...this.options].filter((one) => one.selected));
  },
  get selectedIndex() {
    return [...this.options].findIndex((one) => one.value === this.value);
  },
  get form() {
    return formOf(this);
  },
  get value() {
    return valueOf(this);
  },
  set value(value) {
    inner(this).value = String(value);
  },
  add(option) {
    this.appendChild(option);
  },
});

export const option = () => ({
  get value() {
    return attribute(this, "value") ?? textOf(this).trim();
  },
  set value(value) {
    changeAttribute(this, "value", String(value));
  },
  get text() {
    return textOf(this).trim();
  },
  get selected() {
    return inner(this).selected ?? attribute(this, "selected") !== null;
  },
  set selected(value) {
    inner(this).selected = Boolean(value);
  },
});

export const form = () => ({
  get elements() {
    return setOf(controls(this));
  },
  get length() {
    return controls(this).length;
  },
  get method() {
    return /^(post|dialog)$/i.exec(attribute(this, "method") ?? "")?.[0].toLowerCase() ?? "get";
  },
  set method(value) {
    changeAttribute(this, "method", value);
  },
  submit() {
    inner(docOf(this)).view?.submit(this, null);
  },
  requestSubmit(submitter = null) {
    const sent = fire(this, "submit", { bubbles: true, cancelable: true, submitter });
    if (sent) inner(docOf(this)).view?.submit(this, submitter);
  },
  reset() {
    for (const one of controls(this)) inner(one).value = undefined;
  },
  checkValidity: () => true,
  reportValidity: () => true,
});
