/** Fills a letter, and puts it into the frame that all mails of the marketplace have. */
import { compile } from "lab/template";

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

/** For each shop, by its number: text of a part to its filler. */
const compiled = new Map();

/** Parts are filled one by one, so that nothing grows together between them. */
function fillerOf(seller, text) {
  if (!compiled.has(seller.id)) compiled.set(seller.id, new Map());
  const own = compiled.get(seller.id);
  if (!own.has(text)) own.set(text, foreignTags(text).length > 0 ? () => "" : compile(text));
  return own.get(text);
}

async function filled(seller, letter, data) {
  const blocks = await findBlocks(seller.id);
  // Every second piece is what BLOCK has in its group: the name of a block.
  const parts = letter.body.split(BLOCK).map((part, at) => (at % 2 === 0 ? part : (blocks.get(part) ?? "")));
  return parts.map((part) => fillerOf(seller, part)(data)).join("");
}

/** The mail as HTML. `facts` are buyer, item, order and link; whatever they hold is shown as text. */
export async function htmlOf(seller, letter, facts) {
  const letterHtml = await filled(seller, letter, { ...facts, shop: seller.shop });
  return frame({ letter: letterHtml, shop: seller.shop });
}
