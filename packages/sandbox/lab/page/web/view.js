import { inner, elementsIn, isConnected } from "../dom/node.js";
import { completeDocument, Document } from "../dom/document.js";
import { fire } from "../dom/events.js";
import { Builder } from "../html/builder.js";
import { Tokenizer } from "../html/tokenizer.js";
import { prepare, reportError } from "../script/runner.js";
import { attributeChanged, begin, connected } from "./loading.js";
import { click } from "./acts.js";
import { nameOnWindow } from "./named.js";
import { go, makeLocation, setHash, submit } from "./navigate.js";
import { URL } from "./url.js";
import { frameWindow } from "./window.js";

/**
 * A document being shown: the page itself or one in a frame. It builds the document, and is told by the tree of
 * whatever comes into it.
 */
export class View {
  window;
  document;
  url;
  baseUrl;
  policies;
  framed;
  scripts = true;
  modals = true;
  sameOrigin = true;
  readyState = "loading";
  active = null;
  currentScript = null;
  building = new Set();
  deferred = [];
  wantsFocus = [];
  modules = new Map();
  location;
  /** Shared by all views of a page. */
  page;
  #tokenizer = null;
  #builder = null;

  constructor({ page, url, policies, framed = false, ...more }) {
    Object.assign(this, { page, url, policies, framed, baseUrl: url, ...more });
    this.document = new Document(this);
    this.location = makeLocation(this);
    this.window = framed ? frameWindow(this) : globalThis;
  }

  get tasks() {
    return this.page.tasks;
  }
  get net() {
    return this.page.net;
  }
  get record() {
    return this.page.record;
  }
  report(error) {
    reportError(this, error);
  }
  resolve(address, base = this.baseUrl) {
    return URL.parse(address, base);
  }
  setBase(href) {
    const first = elementsIn(this.document).find(
      (one) => inner(one).name === "base" && inner(one).attributes.has("href"),
    );
    const url =
      first && href !== undefined ? URL.parse(inner(first).attributes.get("href"), this.url) : null;
    if (url && /^https?:$/.test(url.protocol) && this.policies.url("base-uri", url))
      this.baseUrl = url.href;
  }

  // What the tree tells.
  parsed(element) {
    this.building.add(element);
  }
  closed(element) {
    this.building.delete(element);
    if (inner(element).name === "svg") this.tasks.later(() => fire(element, "load"));
  }
  parsedFragment(element) {
    if (inner(element).name === "svg") this.tasks.later(() => fire(element, "load"));
  }
  adopted(element) {
    begin(this, element);
    if (inner(element).name === "details" && inner(element).attributes.has("open"))
      this.tasks.later(() => fire(element, "toggle"));
  }
  connected(element) {
    nameOnWindow(this, element);
    connected(this, element);
  }
  childrenChanged(element) {
    if (inner(element).name === "script" && !this.building.has(element)) prepare(this, element);
  }
  removed() {}
  attributeChanged(element, name, change) {
    if ((name === "id" || name === "name") && isConnected(element)) nameOnWindow(this, element);
    attributeChanged(this, element, { name, ...change });
  }

  // What a page or a user does.
  focus(element) {
    if (this.active === element) return;
    if (this.active) fire(this.active, "blur", {});
    this.active = element;
    fire(element, "focus", {});
    fire(element, "focusin", { bubbles: true });
  }
  click(element, event) {
    click(this, element, event);
  }
  submit(form, submitter) {
    submit(this, form, submitter);
  }
  go(address) {
    go(this, address);
  }
  readCookies() {
    if (!this.sameOrigin) throw new Error("SecurityError: the document is sandboxed");
    return this.page.cookies.read();
  }
  writeCookie(text) {
    if (this.sameOrigin) this.page.cookies.write(text);
  }
  setHash(hash) {
    setHash(this, hash);
  }
  openFrame(more) {
    const { page, url, policies } = this;
    return new View({
      page,
      url: "about:srcdoc",
      policies,
      baseUrl: this.baseUrl,
      framed: true,
      parent: this,
      top: url,
      ...more,
    });
  }

  // Building.
  #start(text) {
    this.#tokenizer = new Tokenizer(text);
    this.#builder = new Builder({ doc: this.document, tokenizer: this.#tokenizer });
  }
  reopen() {
    if (this.#builder) return;
    for (const kid of Array.from(this.document.childNodes)) this.document.removeChild(kid);
    this.#start("");
  }
  /** document.write: read at once, as far as it goes. */
  write(text) {
    this.reopen();
    const tokenizer = this.#tokenizer;
    const before = tokenizer.text.length;
    tokenizer.insert(text);
    const rest = before - tokenizer.at;
    for (;;) {
      const done = this.#builder.step(tokenizer.text.length - rest);
      if (done === null) return;
      this.#ran(done);
    }
  }
  #ran({ script }) {
    if (!script) return;
    this.building.delete(script);
    prepare(this, script);
  }
  *#build(text) {
    this.#start(text);
    this.#tokenizer.ended = true;
    for (let done = {}; done;) {
      done = this.#builder.step();
      if (done?.script) {
        this.#ran(done);
        yield;
      }
    }
    const unfinished = this.#builder.open.slice(1);
    completeDocument(this.document);
    this.#builder = null;
    for (const element of unfinished.toReversed()) this.closed(element);
  }
  #finish() {
    this.readyState = "interactive";
    for (const work of this.deferred.splice(0)) work();
    fire(this.document, "DOMContentLoaded", { bubbles: true });
  }
  #complete() {
    this.readyState = "complete";
    fire(this.document, "readystatechange");
    fire(this.window, "load");
    fire(this.window, "pageshow");
    this.flushFocus();
  }
  flushFocus() {
    const focusable = (one) =>
      isConnected(one) &&
      (/^(input|textarea|select|button)$/.test(inner(one).name) ||
        ["href", "tabindex", "contenteditable"].some((name) => inner(one).attributes.has(name)));
    const found = this.active ? null : this.wantsFocus.find(focusable);
    if (found) this.focus(found);
  }

  /** The whole of a page, with promises and timers in between. */
  async show(text) {
    for (const _script of this.#build(text)) await this.tasks.settle();
    this.#finish();
    await this.tasks.run(0);
    this.#complete();
    await this.tasks.run();
    this.flushFocus();
    await this.tasks.run();
  }
  /** The same at once, for a frame. */
  showText(text) {
    for (const _script of this.#build(text)) continue;
    this.#finish();
    this.#complete();
  }
}
