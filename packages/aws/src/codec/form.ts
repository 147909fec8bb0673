import type { FormNode } from "./read-form.ts";

/** A request of AWS's own clients has some hundred; EC2's longest lists a thousand or two. */
const mostParameters = 20_000;

/** "+" is a blank and "%41" an A; null where an escape is broken or is no UTF-8. */
function unescape(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return null;
  }
}

/** Names and values of a query string or of a form, in their order; null where it is malformed. */
export function parseQuery(text: string): [string, string][] | null {
  if (text === "") return [];
  const parts = text.split("&", mostParameters + 1);
  if (parts.length > mostParameters) return null;
  const pairs: [string, string][] = [];
  for (const part of parts) {
    if (part === "") continue;
    const cut = part.indexOf("=");
    const name = unescape(cut < 0 ? part : part.slice(0, cut));
    const value = cut < 0 ? "" : unescape(part.slice(cut + 1));
    if (name === null || value === null) return null;
    pairs.push([name, value]);
  }
  return pairs;
}

/** "Tags.member.1.Key" becomes nodes within nodes. Null where a name has more than 64 parts. */
export function treeOf(pairs: readonly [string, string][]): FormNode | null {
  const root: FormNode = { children: new Map() };
  for (const [name, text] of pairs) {
    const parts = name.split(".", 65);
    if (parts.length > 64) return null;
    let node = root;
    for (const part of parts) {
      let next = node.children.get(part);
      if (!next) node.children.set(part, (next = { children: new Map() }));
      node = next;
    }
    node.text ??= text;
  }
  return root;
}
