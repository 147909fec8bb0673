import { declarations } from "./attribute-views.js";
import { inner, isElement } from "./node.js";

const unseen = new Set(
  "script style template head noscript iframe object title meta link textarea".split(" "),
);
const block = new Set(
  "address article aside blockquote body br dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section summary table td th tr ul".split(
    " ",
  ),
);

function hidden(element) {
  const { name, attributes } = inner(element);
  if (unseen.has(name) || attributes.has("hidden")) return true;
  return attributes.has("style") && declarations(element).get("display") === "none";
}

/** What a reader sees of a node, whitespace collapsed. */
export function visibleText(node) {
  const parts = [];
  const walk = (one) => {
    if (one.nodeType === 3) parts.push(inner(one).data);
    if (isElement(one) && hidden(one)) return;
    const breaks = isElement(one) && block.has(inner(one).name);
    if (breaks) parts.push(" ");
    for (const kid of inner(one).kids) walk(kid);
    if (breaks) parts.push(" ");
  };
  for (const kid of inner(node).kids) walk(kid);
  return parts.join("").replace(/\s+/g, " ").trim();
}
