import { escapeAttribute, escapeText } from "./entities.js";
import { inner } from "../dom/node.js";

export const voidNames = new Set(
  "area base br col embed hr img input link meta source track wbr".split(" "),
);
const rawNames = new Set("style script xmp iframe noembed noframes plaintext noscript".split(" "));

/** A node's content as HTML, or the node itself with `whole` (HTML, 13.3). */
export function serialize(node, whole = false) {
  const { content, name, ns } = inner(node);
  if (whole) return one(node);
  const raw = node.nodeType === 1 && ns.endsWith("xhtml") && rawNames.has(name);
  return inner(content ?? node)
    .kids.map((kid) => (raw && kid.nodeType === 3 ? inner(kid).data : one(kid)))
    .join("");
}

function one(node) {
  const { data, name, attributes, ns } = inner(node);
  if (node.nodeType === 3) return escapeText(data);
  if (node.nodeType === 8) return `<!--${data}-->`;
  if (node.nodeType !== 1) return serialize(node);
  const written = [...attributes]
    .map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`)
    .join("");
  const open = `<${name}${written}>`;
  return voidNames.has(name) && ns.endsWith("xhtml") ? open : `${open}${serialize(node)}</${name}>`;
}
