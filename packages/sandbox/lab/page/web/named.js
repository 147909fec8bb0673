import { docOf, inner } from "../dom/node.js";
import { controls, formOf } from "../dom/forms.js";

/** Names that elements give: `window.cart` for id="cart", `document.search` for a form, `form.email` for a control. */

const onDocument = new Set("form img iframe embed object".split(" "));
const onForm = new Set("input textarea select button output".split(" "));
const at = (element, name) => inner(element).attributes.get(name);

function expose(owner, name, find) {
  const getter = { configurable: true, enumerable: false, get: () => find() ?? undefined };
  const set = (value) =>
    Object.defineProperty(owner, name, {
      value,
      writable: true,
      configurable: true,
      enumerable: true,
    });
  Object.defineProperty(owner, name, { ...getter, set });
}

export function nameOnWindow(view, element) {
  const tag = inner(element).name;
  const names = [
    at(element, "id"),
    /^(form|img|iframe|embed|object|a)$/.test(tag) ? at(element, "name") : undefined,
  ];
  for (const name of names.filter(Boolean)) {
    const find = () => named(view.document, name);
    // What the window has itself goes before.
    if (!(name in view.window)) expose(view.window, name, find);
  }
  const name = at(element, "name");
  if (name && onDocument.has(tag) && !Object.hasOwn(view.document, name))
    expose(view.document, name, () => named(view.document, name));
  const form = name && onForm.has(tag) ? formOf(element) : null;
  if (form && !Object.hasOwn(form, name))
    expose(form, name, () => controls(form).find((one) => at(one, "name") === name));
}

function named(document, name) {
  return document.getElementById(name) ?? document.getElementsByName(name)[0] ?? null;
}

export const documentOf = docOf;
