import { parseFragment } from "../html/fragment.js";
import { parseDocument } from "./document.js";
import { elementsIn, inner } from "./node.js";

/** Text to nodes and back, as objects of their own. */

export class Range {
  #doc;
  #context = null;
  constructor(doc) {
    this.#doc = doc;
  }
  selectNode(node) {
    this.#context = node.parentNode;
  }
  selectNodeContents(node) {
    this.#context = node;
  }
  setStart(node) {
    this.#context = node;
  }
  setEnd() {}
  createContextualFragment(html) {
    const near =
      this.#context?.nodeType === 1
        ? this.#context
        : (this.#doc.body ?? this.#doc.createElement("body"));
    const fragment = parseFragment(near, String(html));
    // Unlike those of innerHTML, these scripts run when they are put in.
    for (const one of elementsIn(fragment))
      if (inner(one).name === "script")
        inner(one).alreadyStarted = inner(one).parserInserted = false;
    return fragment;
  }
}

export class DOMParser {
  parseFromString(text) {
    return parseDocument(text);
  }
}
export class XMLSerializer {
  serializeToString(node) {
    return node.outerHTML ?? node.innerHTML ?? "";
  }
}
