import { EventTarget, eventParent } from "./events.js";
import { NodeList, nodeList } from "./node-list.js";

export { NodeList, nodeList };

/**
 * The tree (DOM, 4.4). What a node is made of is private: a page reaches it through the methods only, so that
 * a control named "parentNode" or a changed prototype can't lead this code astray.
 */

export let inner;

export class Node extends EventTarget {
  #state;

  constructor(doc, state = {}) {
    super();
    this.#state = { doc, parent: null, kids: [], ...state };
  }
  static {
    inner = (node) => node.#state;
  }

  [eventParent]() {
    return inner(this).parent;
  }

  get ownerDocument() {
    return inner(this).doc;
  }
  get parentNode() {
    return inner(this).parent;
  }
  get parentElement() {
    const { parent } = inner(this);
    return parent?.nodeType === 1 ? parent : null;
  }
  get childNodes() {
    return nodeList(inner(this).kids);
  }
  get firstChild() {
    return inner(this).kids[0] ?? null;
  }
  get lastChild() {
    return inner(this).kids.at(-1) ?? null;
  }
  get nextSibling() {
    return sibling(this, 1);
  }
  get previousSibling() {
    return sibling(this, -1);
  }
  get isConnected() {
    return isConnected(this);
  }
  get baseURI() {
    return inner(this).doc?.baseURI ?? "about:blank";
  }
  get nodeValue() {
    return null;
  }
  set nodeValue(_value) {}
  get textContent() {
    return textOf(this);
  }
  set textContent(text) {
    replaceAll(this, text === null || text === "" ? [] : [makeText(this, String(text))]);
  }
  hasChildNodes() {
    return inner(this).kids.length > 0;
  }
  getRootNode() {
    return rootOf(this);
  }
  contains(other) {
    for (let at = other; at; at = inner(at).parent) if (at === this) return true;
    return false;
  }
  isSameNode(other) {
    return this === other;
  }
  appendChild(node) {
    return insert(this, node, null);
  }
  insertBefore(node, before) {
    return insert(this, node, before ?? null);
  }
  removeChild(node) {
    if (inner(node).parent !== this) throw new Error("NotFoundError: it is no child of this node");
    remove(node);
    return node;
  }
  replaceChild(node, old) {
    insert(this, node, old);
    remove(old);
    return old;
  }
  normalize() {}
  cloneNode(deep = false) {
    return cloneInto(this, inner(this).doc ?? this, deep);
  }
}

for (const [name, type] of [
  ["ELEMENT_NODE", 1],
  ["TEXT_NODE", 3],
  ["COMMENT_NODE", 8],
  ["DOCUMENT_NODE", 9],
]) {
  Node[name] = Node.prototype[name] = type;
}

export class CharacterData extends Node {
  constructor(doc, data) {
    super(doc, { data: String(data) });
  }
  get data() {
    return inner(this).data;
  }
  set data(text) {
    inner(this).data = String(text);
  }
  get length() {
    return inner(this).data.length;
  }
  get nodeValue() {
    return inner(this).data;
  }
  set nodeValue(text) {
    inner(this).data = String(text ?? "");
  }
  get textContent() {
    return inner(this).data;
  }
  set textContent(text) {
    inner(this).data = String(text ?? "");
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
}

export class Text extends CharacterData {
  get nodeType() {
    return 3;
  }
  get nodeName() {
    return "#text";
  }
  get wholeText() {
    return inner(this).data;
  }
}

export class Comment extends CharacterData {
  get nodeType() {
    return 8;
  }
  get nodeName() {
    return "#comment";
  }
}

export function* descendants(node) {
  for (const kid of inner(node).kids.slice()) {
    yield kid;
    yield* descendants(kid);
  }
}

export const isElement = (node) => node.nodeType === 1;
export const elementsIn = (node) => [...descendants(node)].filter(isElement);

export function rootOf(node) {
  let at = node;
  while (inner(at).parent) at = inner(at).parent;
  return at;
}
export const isConnected = (node) => rootOf(node).nodeType === 9;

export function textOf(node) {
  const { data, kids } = inner(node);
  if (node.nodeType === 9) return null;
  return data === undefined ? gatherText(kids) : data;
}
const gatherText = (kids) =>
  kids
    .map((kid) =>
      kid.nodeType === 8 ? "" : kid.nodeType === 3 ? inner(kid).data : gatherText(inner(kid).kids),
    )
    .join("");

export function sibling(node, step) {
  const { parent } = inner(node);
  if (!parent) return null;
  const { kids } = inner(parent);
  return kids[kids.indexOf(node) + step] ?? null;
}

export const makeText = (near, text) => new Text(docOf(near), text);
export const docOf = (node) => inner(node).doc ?? node;

/** Nodes and texts as one fragment. */
export function gather(near, nodes) {
  const fragment = docOf(near).createDocumentFragment();
  for (const one of nodes)
    insert(fragment, one instanceof Node ? one : makeText(near, String(one)), null);
  return fragment;
}

export function replaceAll(parent, nodes) {
  for (const kid of inner(parent).kids.slice()) remove(kid);
  for (const node of nodes) insert(parent, node, null);
}

export function replaceWith(node, nodes) {
  const { parent } = inner(node);
  if (!parent) return;
  insert(parent, gather(node, nodes), node);
  remove(node);
}

export function remove(node) {
  const { parent, doc } = inner(node);
  if (!parent) return;
  const { kids } = inner(parent);
  kids.splice(kids.indexOf(node), 1);
  inner(node).parent = null;
  inner(doc)?.view?.removed(node);
}

/** Puts a node, or all of a fragment, before another or last; then tells the document of what is new. */
export function insert(parent, node, before) {
  if (!(node instanceof Node)) throw new TypeError("appendChild: this is no node");
  if (node.contains(parent)) throw new Error("HierarchyRequestError: a node can't stand in itself");
  if (before && inner(before).parent !== parent) throw new Error("NotFoundError: no such child");
  const nodes = node.nodeType === 11 ? [...inner(node).kids] : [node];
  for (const one of nodes) {
    if (one === before) continue;
    remove(one);
    adopt(one, docOf(parent));
    const { kids } = inner(parent);
    kids.splice(before ? kids.indexOf(before) : kids.length, 0, one);
    inner(one).parent = parent;
  }
  tellConnected(parent, nodes);
  return node;
}

function tellConnected(parent, nodes) {
  const view = inner(docOf(parent)).view;
  if (!view || !isConnected(parent)) return;
  const fresh = nodes.flatMap((one) => [one, ...descendants(one)]).filter(isElement);
  for (const element of fresh) if (isConnected(element)) view.connected(element);
  // A script that gets its text only once it is there runs then.
  if (nodes.some((one) => one.nodeType === 3) && isElement(parent)) view.childrenChanged(parent);
}

/** Makes a subtree part of a document; of a live one, its pictures begin to load. */
export function adopt(node, doc) {
  if (inner(node).doc === doc) return;
  for (const one of [node, ...descendants(node)]) {
    inner(one).doc = doc;
    if (isElement(one)) inner(doc).view?.adopted(one);
  }
}

export function cloneInto(node, doc, deep) {
  const copy = node.copyFor(doc);
  if (!deep) return copy;
  for (const kid of inner(node).kids) insert(copy, cloneInto(kid, doc, true), null);
  return copy;
}
Text.prototype.copyFor = function (doc) {
  return new Text(doc, inner(this).data);
};
Comment.prototype.copyFor = function (doc) {
  return new Comment(doc, inner(this).data);
};
