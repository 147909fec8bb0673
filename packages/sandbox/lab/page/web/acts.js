import { dispatch, fire } from "../dom/events.js";
import { formOf } from "../dom/forms.js";
import { inner, isElement } from "../dom/node.js";
import { selectAll } from "../dom/selectors.js";
import { follow } from "./navigate.js";

/** What a user does, and what a browser does then. */

const at = (element, name) => inner(element).attributes.get(name);
const pointer = { bubbles: true, cancelable: true, detail: 1 };

/** A click by a hand or by a script, with what it does where nobody prevents it. */
export function click(view, element, event = null) {
  if (at(element, "disabled") !== undefined) return;
  const box =
    inner(element).name === "input" && /^(checkbox|radio)$/i.test(at(element, "type") ?? "");
  const before = element.checked;
  if (box) element.checked = /^radio$/i.test(at(element, "type")) || !before;
  const goesOn = event ? dispatch(element, event) : fire(element, "click", pointer);
  if (!goesOn) {
    if (box) element.checked = before;
    return;
  }
  if (box) for (const type of ["input", "change"]) fire(element, type, { bubbles: true });
  for (let one = element; one && isElement(one); one = inner(one).parent)
    if (activate(view, one, element)) return;
}

/** True where this element had something to do. */
function activate(view, element, clicked) {
  const { name, attributes } = inner(element);
  if (name === "a" || name === "area") {
    if (!attributes.has("href") && !attributes.has("xlink:href")) return false;
    follow(view, element);
    return true;
  }
  const type = (at(element, "type") ?? (name === "button" ? "submit" : "")).toLowerCase();
  if ((name === "button" || name === "input") && /^(submit|image)$/.test(type)) {
    formOf(element)?.constructor.prototype.requestSubmit.call(formOf(element), element);
    return true;
  }
  if (name === "label" && clicked === element) {
    const target = at(element, "for")
      ? view.document.getElementById(at(element, "for"))
      : element.querySelector("input,select,textarea,button");
    if (target) click(view, target);
    return true;
  }
  if (name === "summary" && inner(element).parent?.localName === "details") {
    const details = inner(element).parent;
    details.open = !details.open;
    return true;
  }
  return false;
}

function find(view, selector) {
  const found = selectAll(view.document, selector)[0];
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}

function point(view, element) {
  fire(element, "pointerover", pointer);
  fire(element, "mouseover", pointer);
  for (let one = element; one && isElement(one); one = inner(one).parent)
    fire(one, "mouseenter", {});
  fire(element, "mousemove", pointer);
}

const acts = {
  click(view, selector) {
    const element = find(view, selector);
    point(view, element);
    for (const type of ["pointerdown", "mousedown"]) fire(element, type, pointer);
    if (/^(input|textarea|select|button|a)$/.test(inner(element).name)) view.focus(element);
    for (const type of ["pointerup", "mouseup"]) fire(element, type, pointer);
    click(view, element);
  },
  input(view, { selector, value }) {
    const element = find(view, selector);
    point(view, element);
    view.focus(element);
    inner(element).value = value;
    fire(element, "input", { bubbles: true, data: value });
    fire(element, "keyup", { bubbles: true });
    fire(element, "change", { bubbles: true });
  },
  message(view, { origin, data }) {
    const source = {
      postMessage: (sent, to) =>
        view.record.message(sent, typeof to === "object" ? to?.targetOrigin : to),
    };
    fire(view.window, "message", { data, origin, source });
  },
  hash(view, hash) {
    view.setHash(hash);
  },
};

/** One act of a test, and all that follows from it. */
export async function perform(view, act) {
  for (const [name, given] of Object.entries(act)) {
    try {
      acts[name]?.(view, given);
    } catch (error) {
      view.record.fault(`${name}: ${error.message}`);
    }
  }
  await view.tasks.run();
}
