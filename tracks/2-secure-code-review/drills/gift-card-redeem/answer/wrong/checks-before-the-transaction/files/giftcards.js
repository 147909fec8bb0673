/**
 * Gift cards of the video and music store: claiming a card, and paying an open order with it.
 * Amounts are in the smallest unit of a currency, as everywhere in checkout.
 */
import { App, HttpError } from "lab/web";
import { auth } from "lab/auth";
import { db } from "lab/sql";

import { recordPayment } from "./ledger.js";

export const app = new App();

const CARD_FIELDS = ["id", "currency", "balance", "expires_on"];
const CODE = /^[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3}$/;

const today = () => new Date().toISOString().slice(0, 10);

async function findOrder(customer, id) {
  const order = await db.get("SELECT * FROM orders WHERE id = ? AND customer_id = ?", [
    id,
    customer.id,
  ]);
  if (!order) throw new HttpError(404, "no such order");
  return order;
}

async function findCard(customer, id) {
  const card = await db.get("SELECT * FROM gift_cards WHERE id = ? AND owner_id = ?", [
    id ?? null,
    customer.id,
  ]);
  if (!card) throw new HttpError(404, "no such card");
  if (card.expires_on < today()) throw new HttpError(409, "the card has expired");
  return card;
}

/** The cards in a customer's wallet, the first to expire on top. */
app.get("/cards", async (req, res) => {
  const customer = auth.require(req);
  const query = `SELECT ${CARD_FIELDS.join(", ")} FROM gift_cards WHERE owner_id = ? ORDER BY expires_on, id`;
  res.json(await db.all(query, [customer.id]));
});

/** Puts a card into the caller's wallet. A card belongs to whoever claims it first. */
app.post("/cards/claim", async (req, res) => {
  const customer = auth.require(req);
  const code = String(req.body.code ?? "").trim().toUpperCase();
  if (!CODE.test(code)) throw new HttpError(400, "that is not a code");
  const card = await db.get("SELECT id, owner_id FROM gift_cards WHERE code = ?", [code]);
  if (!card || card.owner_id !== null) throw new HttpError(404, "no such card");
  const { changes } = await db.run(
    "UPDATE gift_cards SET owner_id = ? WHERE id = ? AND owner_id IS NULL",
    [customer.id, card.id],
  );
  if (changes !== 1) throw new HttpError(404, "no such card");
  res.status(201).json({ id: card.id });
});

/** Pays an open order with a card, in whole or in part. */
app.post("/orders/:id(\\d+)/payments", async (req, res) => {
  const customer = auth.require(req);
  const { card_id: cardId, amount } = req.body;
  if (!Number.isSafeInteger(amount) || amount < 1) throw new HttpError(400, "amount is a whole number");
  const card = await findCard(customer, cardId);
  const order = await findOrder(customer, req.params.id);
  if (order.status !== "open") throw new HttpError(409, "the order is not open");
  if (card.currency !== order.currency) throw new HttpError(409, "the card has another currency");
  if (amount > card.balance) throw new HttpError(409, "the card holds less than that");
  if (amount > order.due) throw new HttpError(409, "less than that is due");

  const due = order.due - amount;
  await db.transaction(async (tx) => {
    const charged = await tx.run(
      "UPDATE gift_cards SET balance = balance - ? WHERE id = ? AND balance >= ?",
      [amount, card.id, amount],
    );
    if (charged.changes !== 1) throw new HttpError(409, "the card holds less than that");
    await tx.run("UPDATE orders SET due = ?, status = ? WHERE id = ?", [
      due,
      due === 0 ? "paid" : "open",
      order.id,
    ]);
    await recordPayment(order.id, card.id, amount, tx);
  });
  res.status(201).json({ due, balance: card.balance - amount });
});
