import { changeAttribute, Element, htmlNs } from "./element.js";
import { fire, eventTypes } from "./events.js";
import { docOf, elementsIn, inner, nodeList, textOf } from "./node.js";
import { visibleText } from "./visible-text.js";
import { formOf, controls, FormData, setOf, valueOf } from "./forms.js";

/** HTML elements: properties that reflect attributes, and the few that do more. */

export class HTMLElement extends Element {
  get innerText() {
    return visibleText(this);
  }
  set innerText(text) {
    this.textContent = text;
  }
  get outerText() {
    return visibleText(this);
  }
  get isContentEditable() {
    return inner(this).attributes.get("contenteditable") === "true";
  }
  get offsetWidth() {
    return 0;
  }
  get offsetHeight() {
    return 0;
  }
}

const attribute = (element, name) => inner(element).attributes.get(name) ?? null;

function reflect(prototype, names, kind = "text") {
  for (const [property, name] of Object.entries(names)) {
    Object.defineProperty(prototype, property, {
      configurable: true,
      enumerable: true,
      ...reflections[kind](name),
    });
  }
}
const reflections = {
  text: (name) => ({
    get() {
      return attribute(this, name) ?? "";
    },
    set(value) {
      changeAttribute(this, name, String(value));
    },
  }),
  flag: (name) => ({
    get() {
      return attribute(this, name) !== null;
    },
    set(value) {
      changeAttribute(this, name, value ? "" : null);
    },
  }),
  address: (name) => ({
    get() {
      const given = attribute(this, name);
      if (given === null) return "";
      return inner(docOf(this)).view?.resolve(given)?.href ?? given;
    },
    set(value) {
      changeAttribute(this, name, String(value));
    },
  }),
};
const same = (names) =>
  Object.fromEntries(names.split(" ").map((name) => [name, name.toLowerCase()]));

reflect(Element.prototype, { id: "id", className: "class" });
reflect(
  HTMLElement.prototype,
  same("title lang dir accessKey slot nonce tabIndex contentEditable"),
);
reflect(HTMLElement.prototype, same("hidden draggable autofocus"), "flag");

const classes = {};
const byTag = {};
function define(name, tags, { text, flag, address, extra = () => ({}) } = {}) {
  const made = { [name]: class extends HTMLElement {} }[name];
  reflect(made.prototype, text ? same(text) : {});
  reflect(made.prototype, flag ? same(flag) : {}, "flag");
  reflect(made.prototype, address ? same(address) : {}, "address");
  Object.defineProperties(made.prototype, Object.getOwnPropertyDescriptors(extra()));
  classes[name] = made;
  for (const tag of tags.split(" ")) byTag[tag] = made;
}

const urlParts = () => {
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

const control = () => ({
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

const script = () => ({
  get text() {
    return textOf(this);
  },
  set text(value) {
    this.textContent = value;
  },
});

const select = () => ({
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

const option = () => ({
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

const form = () => ({
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
    changeAttribute(this, "method", String(value));
  },
  submit() {
    inner(docOf(this)).view?.submit(this, null);
  },
  requestSubmit(submitter = null) {
    const sent = fire(
      this,
      "submit",
      { bubbles: true, cancelable: true, submitter },
      eventTypes.SubmitEvent,
    );
    if (sent) inner(docOf(this)).view?.submit(this, submitter);
  },
  reset() {
    for (const one of controls(this)) inner(one).value = undefined;
  },
  checkValidity: () => true,
  reportValidity: () => true,
});

define("HTMLAnchorElement", "a area", {
  text: "target rel download type hreflang",
  address: "href",
  extra: urlParts,
});
define("HTMLImageElement", "img", {
  text: "alt srcset loading",
  address: "src",
  extra: () => ({
    get complete() {
      return true;
    },
  }),
});
define("HTMLScriptElement", "script", {
  text: "type charset integrity crossOrigin",
  flag: "async defer noModule",
  address: "src",
  extra: script,
});
define("HTMLIFrameElement", "iframe frame", {
  text: "name srcdoc sandbox allow width height",
  address: "src",
  extra: () => ({
    get contentWindow() {
      return inner(this).frame?.window ?? null;
    },
    get contentDocument() {
      return inner(this).frame?.document ?? null;
    },
  }),
});
define("HTMLFormElement", "form", { text: "name target enctype", address: "action", extra: form });
define("HTMLInputElement", "input", {
  text: "name type placeholder alt max min pattern",
  flag: "disabled required readOnly multiple",
  address: "src formAction",
  extra: control,
});
define("HTMLTextAreaElement", "textarea", {
  text: "name placeholder",
  flag: "disabled required readOnly",
  extra: control,
});
define("HTMLButtonElement", "button", {
  text: "name type",
  flag: "disabled",
  address: "formAction",
  extra: control,
});
define("HTMLSelectElement", "select", {
  text: "name",
  flag: "disabled required multiple",
  extra: select,
});
define("HTMLOptionElement", "option", { text: "label", flag: "disabled", extra: option });
define("HTMLLabelElement", "label", { text: "htmlFor" });
define("HTMLLinkElement", "link", { text: "rel type media as", flag: "disabled", address: "href" });
define("HTMLBaseElement", "base", { text: "target", address: "href" });
define("HTMLMetaElement", "meta", { text: "name content" });
define("HTMLStyleElement", "style", { text: "media type" });
define("HTMLTemplateElement", "template");
define("HTMLMediaElement", "video audio", {
  text: "preload",
  flag: "controls loop muted autoplay",
  address: "src poster",
  extra: () => ({ play: () => Promise.resolve(), pause() {}, load() {} }),
});
define("HTMLSourceElement", "source track", { text: "type srcset media", address: "src" });
define("HTMLObjectElement", "object embed", { text: "type name", address: "data src" });
define("HTMLDetailsElement", "details", { flag: "open" });
define("HTMLDialogElement", "dialog", {
  flag: "open",
  extra: () => ({
    show() {
      this.open = true;
    },
    showModal() {
      this.open = true;
    },
    close() {
      this.open = false;
      fire(this, "close");
    },
  }),
});
for (const [name, tags] of Object.entries({
  Body: "body",
  Head: "head",
  Html: "html",
  Div: "div",
  Span: "span",
  Paragraph: "p",
  Heading: "h1 h2 h3 h4 h5 h6",
  UList: "ul",
  OList: "ol",
  LI: "li",
  Table: "table",
  TableRow: "tr",
  TableCell: "td th",
})) {
  define(`HTML${name}Element`, tags);
}
reflect(classes.HTMLLabelElement.prototype, { htmlFor: "for" });

class SVGElement extends Element {}
reflect(SVGElement.prototype, same("nonce"));

export function makeElement(doc, ns, name) {
  if (ns !== htmlNs) return new SVGElement(doc, name, ns);
  const Class = Object.hasOwn(byTag, name) ? byTag[name] : HTMLElement;
  const element = new Class(doc, name, ns);
  if (name === "template") inner(element).content = doc.makeInert().createDocumentFragment();
  return element;
}

export const elementTypes = { HTMLElement, SVGElement, FormData, ...classes };
