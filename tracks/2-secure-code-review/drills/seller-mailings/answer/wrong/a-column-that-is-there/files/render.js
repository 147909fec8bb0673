/** Fills a letter, and puts it into the frame that all mails of the marketplace have. */
import { compile } from "lab/template";
import { HttpError } from "lab/web";

import { findBlocks } from "./store.js";

const TAG = /<%(.*?)%>/gs;
const FIELD = /^=\s*(?:buyer|item|order|link|shop)\s*$/;
const BLOCK = /\[\[([a-z0-9-]+)\]\]/g;

/** What a text has between <% and %> that is no field of a letter. */
export const foreignTags = (text) =>
  [...text.matchAll(TAG)].map(([, inside]) => inside).filter((inside) => !FIELD.test(inside));

const frame = compile(`<table class="mail">
<tr><td><%- letter %></td></tr>
<tr><td class="foot">From <%= shop %>, a shop on the marketplace</td></tr>
</table>`);

const compiled = new Map();

/** A night sends two million mails from some ten thousand letters, so that a version is compiled once. */
async function fillerOf(seller, letter) {
  const key = JSON.stringify([seller.id, letter.name, letter.version]);
  if (!compiled.has(key)) {
    const blocks = await findBlocks(seller.id);
    const text = letter.body.replace(BLOCK, (_, name) => blocks.get(name) ?? "");
    if (foreignTags(text).length > 0) throw new HttpError(422, "letter and blocks form a tag that is no field");
    compiled.set(key, compile(text));
  }
  return compiled.get(key);
}

/** The mail as HTML. `facts` are buyer, item, order and link; whatever they hold is shown as text. */
export async function htmlOf(seller, letter, facts) {
  const fill = await fillerOf(seller, letter);
  return frame({ letter: fill({ ...facts, shop: seller.shop }), shop: seller.shop });
}
