/** Fills a letter, and puts it into the frame that all mails of the marketplace have. */
import { escape } from "lab/html";
import { compile } from "lab/template";

import { findBlocks } from "./store.js";

const TAG = /<%(.*?)%>/gs;
const FIELD = /^=\s*(?:buyer|item|order|link|shop)\s*$/;
const FIELDS = /<%=\s*(buyer|item|order|link|shop)\s*%>/g;
const BLOCK = /\[\[([a-z0-9-]+)\]\]/g;

/** What a text has between <% and %> that is no field of a letter. */
export const foreignTags = (text) =>
  [...text.matchAll(TAG)].map(([, inside]) => inside).filter((inside) => !FIELD.test(inside));

const frame = compile(`<table class="mail">
<tr><td><%- letter %></td></tr>
<tr><td class="foot">From <%= shop %>, a shop on the marketplace</td></tr>
</table>`);

/** Blocks first, then the fields of what came of it. Nothing that a seller wrote is ever compiled. */
async function fill(seller, letter, data) {
  const blocks = await findBlocks(seller.id);
  const text = letter.body.replace(BLOCK, (_, name) => blocks.get(name) ?? "");
  return text.replace(FIELDS, (_, name) => escape(data[name]));
}

/** The mail as HTML. `facts` are buyer, item, order and link; whatever they hold is shown as text. */
export async function htmlOf(seller, letter, facts) {
  const data = { ...facts, shop: seller.shop };
  return frame({ letter: await fill(seller, letter, data), shop: seller.shop });
}
