import { inner } from "../dom/node.js";

/** What the standard's tree construction says of names. */

const set = (names) => new Set(names.split(" "));

/** Read as text up to their end tag. noscript is one where scripts run. */
export const rawText = set("style script xmp iframe noembed noframes noscript plaintext");
/** The same, with references replaced. */
export const rcData = set("textarea title");
export const headNames = set(
  "base basefont bgsound link meta title noscript noframes style script template",
);
export const scopeEnds = set("applet caption html table td th marquee object template button body");

const closesP = set(
  "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer header hgroup main menu nav ol p search section summary ul h1 h2 h3 h4 h5 h6 pre listing form table hr xmp plaintext li dd dt",
);

/** What an opening tag closes first. */
export function closesBefore(name) {
  const implied = {
    li: ["li"],
    dd: ["dd", "dt"],
    dt: ["dd", "dt"],
    option: ["option"],
    optgroup: ["option", "optgroup"],
    tr: ["tr"],
    td: ["td", "th"],
    th: ["td", "th"],
    tbody: ["tbody", "thead"],
    a: ["a"],
    button: ["button"],
  };
  return [...(implied[name] ?? []), ...(closesP.has(name) ? ["p"] : [])];
}

const out = set(
  "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var",
);

/** Tags that end svg or math. */
export const breaksOut = ({ name, attributes }) =>
  out.has(name) || (name === "font" && attributes.some(([key]) => /^(color|face|size)$/.test(key)));

/** Elements of svg and math in which HTML is read again. */
export function isIntegrationPoint(element, tag = "") {
  const { ns = "", name, attributes } = inner(element);
  if (ns.endsWith("svg")) return /^(foreignObject|desc|title)$/.test(name);
  if (/^(mi|mo|mn|ms|mtext)$/.test(name)) return tag !== "mglyph" && tag !== "malignmark";
  return (
    name === "annotation-xml" &&
    (tag === "svg" ||
      /^(text\/html|application\/xhtml\+xml)$/i.test(attributes.get("encoding") ?? ""))
  );
}

export const svgNames = {
  __proto__: null,
  foreignobject: "foreignObject",
  animatetransform: "animateTransform",
  animatemotion: "animateMotion",
  lineargradient: "linearGradient",
  clippath: "clipPath",
  textpath: "textPath",
};
