import { addHandlerProperties, dispatch, fire, setHandler } from "./events.js";
import { parseFragment } from "../html/fragment.js";
import { serialize } from "../html/serialize.js";
import { closest, matches, selectAll } from "./selectors.js";
import { tokens, dataset, styleOf } from "./attribute-views.js";
import {
  cloneInto,
  docOf,
  elementsIn,
  gather,
  inner,
  insert,
  isElement,
  Node,
  nodeList,
  remove,
  replaceAll,
  replaceWith,
  sibling,
} from "./node.js";

export const htmlNs = "http://www.w3.org/1999/xhtml";
const lower = (name) => String(name).replace(/[A-Z]/g, (c) => c.toLowerCase());

/** What elements, documents and fragments share as parents (DOM, 4.2.6). */
export const parentMethods = {
  append(...nodes) {
    insert(this, gather(this, nodes), null);
  },
  prepend(...nodes) {
    insert(this, gather(this, nodes), inner(this).kids[0] ?? null);
  },
  replaceChildren(...nodes) {
    replaceAll(this, [gather(this, nodes)]);
  },
  querySelector(selector) {
    return selectAll(this, selector)[0] ?? null;
  },
  querySelectorAll(selector) {
    return nodeList(selectAll(this, selector));
  },
  getElementsByTagName(name) {
    return nodeList(
      elementsIn(this).filter((el) => name === "*" || inner(el).name.toLowerCase() === lower(name)),
    );
  },
  getElementsByClassName(names) {
    const wanted = String(names).split(/\s+/).filter(Boolean);
    const has = (el) =>
      wanted.every((name) => (inner(el).attributes.get("class") ?? "").split(/\s+/).includes(name));
    return nodeList(elementsIn(this).filter(has));
  },
};

export function addParent(prototype) {
  Object.assign(prototype, parentMethods);
  const getters = {
    children: (node) => nodeList(inner(node).kids.filter(isElement)),
    childElementCount: (node) => inner(node).kids.filter(isElement).length,
    firstElementChild: (node) => inner(node).kids.find(isElement) ?? null,
    lastElementChild: (node) => inner(node).kids.findLast(isElement) ?? null,
  };
  for (const [name, get] of Object.entries(getters)) {
    Object.defineProperty(prototype, name, {
      configurable: true,
      get() {
        return get(this);
      },
    });
  }
}

export class Element extends Node {
  constructor(doc, name, ns = htmlNs) {
    super(doc, { name, ns, attributes: new Map() });
  }
  get nodeType() {
    return 1;
  }
  get localName() {
    return inner(this).name;
  }
  get namespaceURI() {
    return inner(this).ns;
  }
  get tagName() {
    const { name, ns } = inner(this);
    return ns === htmlNs ? name.toUpperCase() : name;
  }
  get nodeName() {
    return this.tagName;
  }
  get attributes() {
    const all = [...inner(this).attributes].map(([name, value]) => ({
      name,
      localName: name,
      value,
      nodeValue: value,
      ownerElement: this,
    }));
    const list = nodeList(all);
    for (const one of all)
      if (!(one.name in list)) Object.defineProperty(list, one.name, { value: one });
    return list;
  }
  getAttribute(name) {
    return inner(this).attributes.get(lower(name)) ?? null;
  }
  getAttributeNames() {
    return [...inner(this).attributes.keys()];
  }
  hasAttribute(name) {
    return inner(this).attributes.has(lower(name));
  }
  hasAttributes() {
    return inner(this).attributes.size > 0;
  }
  setAttribute(name, value) {
    if (!/^[^\s"'<>/=]+$/.test(String(name)))
      throw new Error("InvalidCharacterError: no name of an attribute");
    changeAttribute(this, lower(name), String(value));
  }
  setAttributeNS(_ns, name, value) {
    this.setAttribute(name, value);
  }
  getAttributeNS(_ns, name) {
    return this.getAttribute(name);
  }
  removeAttribute(name) {
    changeAttribute(this, lower(name), null);
  }
  toggleAttribute(name, force = !this.hasAttribute(name)) {
    if (force) this.setAttribute(name, "");
    else this.removeAttribute(name);
    return force;
  }
  get classList() {
    return tokens(this, "class");
  }
  get dataset() {
    return dataset(this);
  }
  get style() {
    return styleOf(this);
  }
  set style(text) {
    this.setAttribute("style", text);
  }
  get content() {
    return inner(this).content ?? this.getAttribute("content") ?? undefined;
  }
  get innerHTML() {
    return serialize(this);
  }
  set innerHTML(html) {
    const into = inner(this).content ?? this;
    const nodes = parseFragment(this, html === null ? "" : String(html));
    replaceAll(into, [nodes]);
  }
  get outerHTML() {
    return serialize(this, true);
  }
  set outerHTML(html) {
    const { parent } = inner(this);
    if (parent) replaceWith(this, [parseFragment(isElement(parent) ? parent : this, String(html))]);
  }
  insertAdjacentHTML(where, html) {
    const outside = /^(beforebegin|afterend)$/i.test(where);
    adjacent(this, where, parseFragment(outside ? inner(this).parent : this, String(html)));
  }
  insertAdjacentText(where, text) {
    adjacent(this, where, gather(this, [String(text)]));
  }
  insertAdjacentElement(where, element) {
    adjacent(this, where, element);
    return element;
  }
  get nextElementSibling() {
    return elementBeside(this, 1);
  }
  get previousElementSibling() {
    return elementBeside(this, -1);
  }
  matches(selector) {
    return matches(this, selector);
  }
  closest(selector) {
    return closest(this, selector);
  }
  remove() {
    remove(this);
  }
  replaceWith(...nodes) {
    replaceWith(this, nodes);
  }
  before(...nodes) {
    insert(inner(this).parent, gather(this, nodes), this);
  }
  after(...nodes) {
    insert(inner(this).parent, gather(this, nodes), sibling(this, 1));
  }
  focus() {
    inner(docOf(this)).view?.focus(this);
  }
  blur() {
    fire(this, "blur", {});
  }
  click() {
    inner(docOf(this)).view?.click(this);
  }
  dispatchEvent(event) {
    const { view } = inner(docOf(this));
    if (event?.type !== "click" || !view) return dispatch(this, event);
    view.click(this, event);
    return !event.defaultPrevented;
  }
  getBoundingClientRect() {
    return { x: 0, y: 0, top: 0, left: 0, right: 0, bottom: 0, width: 0, height: 0 };
  }
  scrollIntoView() {}
  animate() {
    return { finished: Promise.resolve(), cancel() {} };
  }
  copyFor(doc) {
    const { name, ns, attributes, content, alreadyStarted } = inner(this);
    const copy = doc.createElementNS(ns, name);
    for (const [key, value] of attributes) changeAttribute(copy, key, value);
    // A copy of a script that must not run must not run either.
    if (alreadyStarted) inner(copy).alreadyStarted = true;
    if (content) insert(inner(copy).content, cloneInto(content, docOf(content), true), null);
    return copy;
  }
}
addParent(Element.prototype);
addHandlerProperties(Element.prototype);

function elementBeside(node, step) {
  let at = sibling(node, step);
  while (at && !isElement(at)) at = sibling(at, step);
  return at;
}

function adjacent(element, where, node) {
  const place = String(where).toLowerCase();
  if (place === "beforebegin") insert(inner(element).parent, node, element);
  else if (place === "afterbegin") insert(element, node, inner(element).kids[0] ?? null);
  else if (place === "beforeend") insert(element, node, null);
  else if (place === "afterend") insert(inner(element).parent, node, sibling(element, 1));
  else throw new Error(`SyntaxError: '${where}' is no place`);
}

const toWindow = new Set(
  "blur error focus load resize scroll beforeunload hashchange message pagehide pageshow popstate storage unload unhandledrejection".split(
    " ",
  ),
);

/** Sets an attribute (null takes it away), and what follows from it. */
export function changeAttribute(element, name, value) {
  const { attributes, doc } = inner(element);
  const before = attributes.get(name) ?? null;
  if (value === null) attributes.delete(name);
  else attributes.set(name, String(value));
  const view = inner(doc).view;
  if (name.startsWith("on")) {
    const type = name.slice(2);
    const ofBody = /^(body|frameset)$/.test(inner(element).name) && toWindow.has(type) && view;
    setHandler(
      ofBody ? view.window : element,
      type,
      value === null ? null : { code: value, element },
    );
  }
  view?.attributeChanged(element, name, { before, value });
}
