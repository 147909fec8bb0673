import { addHandlerProperties, eventParent, eventTypes, handlerNames } from "./events.js";
import { DOMParser, Range, XMLSerializer } from "./parsers.js";
import { addParent, htmlNs } from "./element.js";
import { elementTypes, makeElement } from "./html-elements.js";
import { Builder } from "../html/builder.js";
import { Tokenizer } from "../html/tokenizer.js";
import {
  adopt,
  cloneInto,
  Comment,
  descendants,
  elementsIn,
  inner,
  insert,
  isElement,
  Node,
  nodeList,
  Text,
  textOf,
} from "./node.js";

/** Documents and fragments. A document with a view is live: it loads, runs and fires; one without is inert. */

export class DocumentFragment extends Node {
  get nodeType() {
    return 11;
  }
  get nodeName() {
    return "#document-fragment";
  }
  getElementById(id) {
    return byId(this, id);
  }
  copyFor(doc) {
    return new DocumentFragment(doc);
  }
}
addParent(DocumentFragment.prototype);

const byId = (root, id) =>
  elementsIn(root).find((one) => inner(one).attributes.get("id") === String(id)) ?? null;
const named = (doc, ...names) =>
  nodeList(elementsIn(doc).filter((one) => names.includes(inner(one).name)));
const child = (node, test) =>
  node ? (inner(node).kids.find((one) => isElement(one) && test(inner(one).name)) ?? null) : null;

export class Document extends Node {
  constructor(view = null) {
    super(null, { view });
    inner(this).doc = this;
  }
  [eventParent](event) {
    const { view } = inner(this);
    return event.type === "load" ? null : (view?.window ?? null);
  }
  get nodeType() {
    return 9;
  }
  get nodeName() {
    return "#document";
  }
  get ownerDocument() {
    return null;
  }
  get documentElement() {
    return child(this, () => true);
  }
  get head() {
    return child(this.documentElement, (name) => name === "head");
  }
  get body() {
    return child(this.documentElement, (name) => name === "body" || name === "frameset");
  }
  get title() {
    const found = elementsIn(this).find(
      (one) => inner(one).name === "title" && inner(one).ns === htmlNs,
    );
    return found ? textOf(found).replace(/\s+/g, " ").trim() : "";
  }
  set title(text) {
    const found =
      elementsIn(this).find((one) => inner(one).name === "title") ??
      this.head?.appendChild(this.createElement("title"));
    if (found) found.textContent = text;
  }
  get defaultView() {
    return inner(this).view?.window ?? null;
  }
  get readyState() {
    return inner(this).view?.readyState ?? "complete";
  }
  get visibilityState() {
    return "visible";
  }
  get hidden() {
    return false;
  }
  get characterSet() {
    return "UTF-8";
  }
  get compatMode() {
    return "CSS1Compat";
  }
  get activeElement() {
    return inner(this).view?.active ?? this.body;
  }
  get currentScript() {
    return inner(this).view?.currentScript ?? null;
  }
  get baseURI() {
    return inner(this).view?.baseUrl ?? "about:blank";
  }
  get URL() {
    return inner(this).view?.url ?? "about:blank";
  }
  get documentURI() {
    return this.URL;
  }
  get domain() {
    return inner(this).view?.resolve("/")?.hostname ?? "";
  }
  get referrer() {
    return "";
  }
  get location() {
    return inner(this).view?.location ?? null;
  }
  set location(address) {
    inner(this).view?.go(address);
  }
  get cookie() {
    return inner(this).view?.readCookies() ?? "";
  }
  set cookie(text) {
    inner(this).view?.writeCookie(text);
  }
  get forms() {
    return named(this, "form");
  }
  get images() {
    return named(this, "img");
  }
  get links() {
    return named(this, "a");
  }
  get scripts() {
    return named(this, "script");
  }
  get all() {
    return nodeList(elementsIn(this));
  }
  get implementation() {
    return {
      createHTMLDocument: (title = "") =>
        parseDocument(`<!doctype html><title></title><body>`, title),
      createDocument: () => new Document(),
    };
  }
  hasFocus() {
    return true;
  }
  getElementById(id) {
    return byId(this, id);
  }
  getElementsByName(name) {
    return nodeList(
      elementsIn(this).filter((one) => inner(one).attributes.get("name") === String(name)),
    );
  }
  createElement(name) {
    if (!/^[a-zA-Z_][^\s/>]*$/.test(String(name)))
      throw new Error("InvalidCharacterError: no name of an element");
    return makeElement(this, htmlNs, String(name).toLowerCase());
  }
  createElementNS(ns, name) {
    return makeElement(
      this,
      ns ?? "",
      ns === htmlNs ? String(name) : String(name).replace(/^svg:/, ""),
    );
  }
  createTextNode(text) {
    return new Text(this, text);
  }
  createComment(text) {
    return new Comment(this, text);
  }
  createDocumentFragment() {
    return new DocumentFragment(this);
  }
  createAttribute(name) {
    return { name: String(name).toLowerCase(), value: "" };
  }
  createEvent(kind) {
    const event = new (eventTypes[kind.replace(/s$/, "")] ?? eventTypes.Event)("");
    event.initEvent = event.initCustomEvent = (...given) => {
      const [type, bubbles, cancelable, detail] = given;
      return Object.assign(event, { type, bubbles, cancelable, detail });
    };
    return event;
  }
  createRange() {
    return new Range(this);
  }
  createTreeWalker(root, what = 0xffffffff) {
    const all = [...descendants(root)].filter((one) => (what >> (one.nodeType - 1)) & 1);
    let at = -1;
    return {
      root,
      currentNode: root,
      nextNode() {
        at = Math.min(at + 1, all.length);
        if (all[at]) this.currentNode = all[at];
        return all[at] ?? null;
      },
    };
  }
  importNode(node, deep = false) {
    return cloneInto(node, this, deep);
  }
  adoptNode(node) {
    node.parentNode?.removeChild(node);
    adopt(node, this);
    return node;
  }
  execCommand() {
    return false;
  }
  makeInert() {
    return inner(this).view ? (inner(this).inert ??= new Document()) : this;
  }
  write(...parts) {
    inner(this).view?.write(parts.map(String).join(""));
  }
  writeln(...parts) {
    inner(this).view?.write(`${parts.map(String).join("")}\n`);
  }
  open() {
    inner(this).view?.reopen();
    return this;
  }
  close() {}
  copyFor() {
    return new Document();
  }
}
addParent(Document.prototype);
addHandlerProperties(Document.prototype, [...handlerNames, "DOMContentLoaded"]);

/** A whole document from text, inert: nothing in it loads or runs. */
export function parseDocument(html, title = null) {
  const doc = new Document();
  const tokenizer = new Tokenizer(String(html));
  tokenizer.ended = true;
  const builder = new Builder({ doc, tokenizer, scripting: false });
  for (let done = {}; done;) {
    done = builder.step();
    if (done?.script) inner(done.script).alreadyStarted = true;
  }
  completeDocument(doc);
  if (title !== null) doc.title = title;
  return doc;
}

/** html, head and body, where the text had none. */
export function completeDocument(doc) {
  if (!doc.documentElement) insert(doc, doc.createElement("html"), null);
  if (!doc.head)
    insert(doc.documentElement, doc.createElement("head"), doc.documentElement.firstChild);
  if (!doc.body) insert(doc.documentElement, doc.createElement("body"), null);
}

export const documentTypes = {
  Document,
  HTMLDocument: Document,
  DocumentFragment,
  Range,
  DOMParser,
  XMLSerializer,
  ...elementTypes,
};
