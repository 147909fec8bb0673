import { docOf, adopt, descendants, inner, isElement } from "../dom/node.js";
import { Builder } from "./builder.js";
import { Tokenizer } from "./tokenizer.js";

/** What innerHTML makes of a text: its scripts never run, and nothing loads before it is handed over. */
export function parseFragment(context, html) {
  const doc = docOf(context);
  const inert = doc.makeInert();
  const root = inert.createDocumentFragment();
  const tokenizer = new Tokenizer(html);
  tokenizer.ended = true;
  const scripting = Boolean(inner(doc).view);
  const builder = new Builder({ doc: inert, tokenizer, root, context, scripting });
  for (let done = {}; done;) {
    done = builder.step();
    if (done?.script) inner(done.script).alreadyStarted = true;
  }
  for (const one of descendants(root))
    if (isElement(one) && one.localName === "script") inner(one).alreadyStarted = true;
  const home = inner(context).content ? docOf(inner(context).content) : doc;
  adopt(root, home);
  for (const one of descendants(root)) if (isElement(one)) inner(home).view?.parsedFragment(one);
  return root;
}
