/** Letters that sellers write to their buyers: kept, previewed, tried out, and sent every night. */
import { createHmac } from "node:crypto";

import { auth } from "lab/auth";
import { mail } from "lab/mail";
import { App, HttpError } from "lab/web";

import { foreignTags, htmlOf } from "./render.js";
import * as store from "./store.js";

export const app = new App();

const LONGEST = 20_000;
const SHOP = "https://shop.example";
const SAMPLE = { buyer: "Robin Sample", item: "Desk lamp", order: "M-0", link: `${SHOP}/orders/M-0` };

/** Opens one order without a sign-in, for as long as the order is kept. */
function orderLink(order) {
  const key = createHmac("sha256", process.env.ORDER_LINK_KEY).update(order).digest("base64url");
  return `${SHOP}/orders/${encodeURIComponent(order)}?key=${key}`;
}

function checked(text) {
  if (typeof text !== "string" || text.length > LONGEST) throw new HttpError(400, "no text, or too long");
  const [foreign] = foreignTags(text);
  if (foreign !== undefined) throw new HttpError(400, `there is no field ${foreign}`);
  return text;
}

async function letterOf(seller, name) {
  const letter = seller && (await store.findLetter(seller.id, name));
  if (!letter) throw new HttpError(404, `there is no letter ${name}`);
  return letter;
}

async function preview(seller, name) {
  const letter = await letterOf(seller, name);
  return { subject: letter.subject, html: await htmlOf(seller, letter, SAMPLE) };
}

app.use("/seller", async (req, res, next) => {
  req.seller = await store.findSeller(auth.require(req).id);
  next(req.seller ? undefined : new HttpError(403, "for sellers"));
});

app.put("/seller/letters/:name([a-z0-9-]{1,40})", async (req, res) => {
  const { subject, body, copy } = req.body;
  const texts = { subject: checked(subject), body: checked(body) };
  await store.saveLetter(req.seller.id, { name: req.params.name, ...texts, copy: copy === true });
  res.sendStatus(204);
});

app.put("/seller/blocks/:name([a-z0-9-]{1,40})", async (req, res) => {
  await store.saveBlock(req.seller.id, req.params.name, checked(req.body.text));
  res.sendStatus(204);
});

app.get("/seller/letters/:name/preview", async (req, res) => {
  res.json(await preview(req.seller, req.params.name));
});

app.post("/seller/letters/:name/test", async (req, res) => {
  if (req.seller.email_confirmed_at === undefined) throw new HttpError(409, "confirm the address of the shop first");
  const { subject, html } = await preview(req.seller, req.params.name);
  await mail.send({ to: req.seller.email, subject: `Test: ${subject}`, body: html });
  res.sendStatus(202);
});

app.get("/desk/shops/:handle/letters/:name/preview", async (req, res) => {
  if (!auth.require(req).hasRole("support")) throw new HttpError(403, "for the support desk");
  res.json(await preview(await store.findShop(req.params.handle), req.params.name));
});

/** The nightly job. A mailing that fails stays due, and the others go out. */
export async function sendDue() {
  for (const due of await store.dueMailings()) {
    try {
      const seller = await store.findSeller(due.seller_id);
      const letter = await letterOf(seller, due.letter);
      const facts = { buyer: due.buyer, item: due.item, order: due.order_no, link: orderLink(due.order_no) };
      const body = await htmlOf(seller, letter, facts);
      await mail.send({ to: due.email, subject: letter.subject, body });
      const copied = letter.copy && seller.email_confirmed_at !== undefined;
      if (copied) await mail.send({ to: seller.email, subject: `Copy: ${letter.subject}`, body });
      await store.markSent(due.id);
    } catch (error) {
      console.error(`mailing ${due.id} stays due: ${error.message}`);
    }
  }
}
