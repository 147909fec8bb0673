import { changeAttribute, Element, htmlNs } from "./element.js";
import { fire } from "./events.js";
import { docOf, inner } from "./node.js";
import { visibleText } from "./visible-text.js";
import { control, form, option, script, select, urlParts } from "./element-members.js";
import { FormData } from "./forms.js";

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
