import { inner, insert, makeText } from "../dom/node.js";
import { changeAttribute, htmlNs } from "../dom/element.js";
import { voidNames } from "./serialize.js";
import {
  breaksOut,
  closesBefore,
  headNames,
  isIntegrationPoint,
  rawText,
  rcData,
  scopeEnds,
  svgNames,
} from "./content.js";
import { decode } from "./entities.js";

/**
 * Tokens to a tree (HTML, 13.2.6), without what security does not turn on: no adoption agency, no foster
 * parents, no quirks. `open` is the stack of open elements.
 */
export class Builder {
  open;
  doc;
  #fragment;
  #tokenizer;
  #scripting;

  /** With `context`, a fragment is built in `root`, as innerHTML of that element would. */
  constructor({ doc, tokenizer, root = doc, context = null, scripting = true }) {
    this.doc = doc;
    this.open = [root];
    this.#tokenizer = tokenizer;
    this.#fragment = context;
    this.#scripting = scripting;
    if (!context) return;
    const { name, ns } = inner(context);
    if (ns === htmlNs && (rcData.has(name) || rawText.has(name)))
      this.#raw = { name, element: root };
  }

  #raw = null;

  get top() {
    return this.open.at(-1);
  }
  /** The element that decides how a token is read: the fragment's context where only its root is open. */
  get #current() {
    return this.open.length === 1 && this.#fragment ? this.#fragment : this.top;
  }
  get #foreign() {
    const { ns } = inner(this.#current);
    return ns !== undefined && ns !== htmlNs;
  }

  /** One token further. Null where the text is at its end; else { script } when one was closed, or {}. */
  step(limit) {
    if (this.#raw) return this.#rawStep(limit);
    const token = this.#tokenizer.next(this.#foreign, limit);
    if (token === null) return null;
    if (token.type === "text") this.#text(token.text);
    else if (token.type === "comment" && !token.ignored) this.#comment(token.text);
    else if (token.type === "start") return this.#start(token);
    else if (token.type === "end") return this.#end(token.name);
    return {};
  }

  #rawStep(limit) {
    const { name, element } = this.#raw;
    const fragmentRoot = element === this.open[0];
    const found = this.#tokenizer.raw(fragmentRoot ? "\0none" : name, limit);
    if (found === null) return null;
    this.#raw = null;
    const text = rcData.has(name) ? decode(found.text) : found.text;
    if (text !== "") insert(element, makeText(element, text), null);
    if (!found.closed) {
      // What the document ends in does not run.
      if (name === "script") inner(element).alreadyStarted = true;
      return {};
    }
    this.#tokenizer.next(false);
    return this.#pop(element);
  }

  #text(text) {
    if (text === "") return;
    if (this.open.length === 1 && !this.#fragment) {
      if (text.trim() === "") return;
      this.#html();
    }
    if (this.#inHeadOnly() && text.trim() !== "") this.#body();
    const last = inner(this.#place()).kids.at(-1);
    if (last?.nodeType === 3) last.data += text;
    else insert(this.#place(), makeText(this.doc, text), null);
  }

  #comment(text) {
    insert(this.#place(), this.doc.createComment(text), null);
  }

  /** Where children of the top go: a template's are in its content. */
  #place() {
    return inner(this.top).content ?? this.top;
  }

  #inHeadOnly() {
    const name = inner(this.top).name;
    return !this.#fragment && (name === "head" || name === "html") && !this.doc.body;
  }

  #html() {
    if (this.doc.documentElement) return;
    this.#push("html", []);
    this.#push("head", []);
  }

  #body(attributes = []) {
    this.#closeTo(2);
    if (!this.doc.body) this.#push("body", attributes);
  }

  #start(token) {
    if (!this.#fragment && this.#documentTag(token)) return {};
    if (this.#foreign && !isIntegrationPoint(this.#current, token.name))
      return this.#foreignStart(token);
    const { name } = token;
    if (["html", "head", "body"].includes(name)) return {};
    if (name === "svg" || name === "math") return this.#foreignStart(token, name);
    this.#closeBefore(name);
    if (name === "form" && this.open.some((one) => inner(one).name === "form")) return {};
    const element = this.#push(name === "image" ? "img" : name, token.attributes);
    if (voidNames.has(name) || name === "image") return this.#pop(element);
    const raw = rcData.has(name) || (rawText.has(name) && (name !== "noscript" || this.#scripting));
    if (raw) this.#raw = { name, element };
    return {};
  }

  /** html, head and body are there whether written or not; what fits no head begins the body. */
  #documentTag({ name, attributes }) {
    if (this.#foreign) return false;
    if (name === "html" && !this.doc.documentElement) {
      this.#push("html", attributes);
      this.#push("head", []);
      return true;
    }
    this.#html();
    if (name === "html" || name === "body") {
      const there = name === "html" ? this.doc.documentElement : this.doc.body;
      if (!there) this.#body(attributes);
      else
        for (const [key, value] of attributes)
          if (!there.hasAttribute(key)) changeAttribute(there, key, value);
      return true;
    }
    if (name === "frameset" && !this.doc.body) {
      this.#closeTo(2);
      this.#push("frameset", attributes);
      return true;
    }
    if (name !== "head" && this.#inHeadOnly() && !headNames.has(name)) this.#body();
    return name === "head";
  }

  #foreignStart(token, root = null) {
    const { name, attributes, selfClosing } = token;
    if (root === null && breaksOut(token)) {
      while (this.open.length > 1 && this.#foreign && !isIntegrationPoint(this.top))
        this.#closeTo(this.open.length - 1);
      if (this.#foreign && !isIntegrationPoint(this.#current)) return this.#plainStart(token);
      return this.#start(token);
    }
    const ns = root
      ? `http://www.w3.org/${root === "svg" ? "2000/svg" : "1998/Math/MathML"}`
      : inner(this.#current).ns;
    const element = this.#push(svgNames[name] ?? name, attributes, ns);
    return selfClosing ? this.#pop(element) : {};
  }

  /** In a fragment whose context is foreign, there is nothing to leave. */
  #plainStart({ name, attributes }) {
    const element = this.#push(name, attributes);
    return voidNames.has(name) ? this.#pop(element) : {};
  }

  #closeBefore(name) {
    for (const closed of closesBefore(name)) {
      const at = this.open.findLastIndex((one) => inner(one).name === closed);
      const wall = this.open.findLastIndex(
        (one) =>
          scopeEnds.has(inner(one).name) || (closed === "li" && /^[ou]l$/.test(inner(one).name)),
      );
      if (at > wall) this.#closeTo(at);
    }
  }

  #push(name, attributes, ns = htmlNs) {
    const place = this.#place();
    const element = inner(place).doc
      ? inner(place).doc.createElementNS(ns, name)
      : place.createElementNS(ns, name);
    inner(element).parserInserted = true;
    for (const [key, value] of attributes) changeAttribute(element, key, value);
    const { view } = inner(inner(element).doc);
    view?.parsed(element);
    insert(place, element, null);
    this.open.push(element);
    return element;
  }

  /** Leaves only so many open. */
  #closeTo(length) {
    while (this.open.length > length) {
      const element = this.open.pop();
      inner(inner(element).doc).view?.closed(element);
    }
  }

  /** Takes an element off the stack; a script that ends here is handed out to be run. */
  #pop(element) {
    const at = this.open.lastIndexOf(element);
    if (at > 0) this.#closeTo(at);
    const { name, ns } = inner(element);
    return name === "script" && ns !== undefined ? { script: element } : {};
  }

  #end(name) {
    if (name === "br" || (name === "p" && !this.open.some((one) => inner(one).name === "p"))) {
      const made = this.#start({ name, attributes: [] });
      return name === "p" ? this.#end("p") : made;
    }
    if (name === "body" || name === "html") return {};
    if (name === "head") {
      if (inner(this.top).name === "head") this.#closeTo(this.open.length - 1);
      return {};
    }
    for (let at = this.open.length - 1; at > 0; at--) {
      const one = this.open[at];
      if (inner(one).name.toLowerCase() === name) return this.#pop(one);
      const wall = ["table", "template", "body", "html", "td", "th", "button"].includes(
        inner(one).name,
      );
      if (
        wall &&
        inner(one).ns === htmlNs &&
        !["table", "template", "tr", "tbody", "form"].includes(name)
      )
        return {};
    }
    return {};
  }
}
