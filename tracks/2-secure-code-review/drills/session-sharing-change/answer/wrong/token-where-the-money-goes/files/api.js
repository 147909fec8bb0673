import { db } from "lab/sql";
import { HttpError, Router } from "lab/web";

import { currentSession } from "./session.js";

const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;
const REFUND = `UPDATE orders SET refunded = refunded + ?1
  WHERE id = ?2 AND seller_id = ?3 AND ?1 BETWEEN 1 AND total - refunded`;

export const api = new Router();

api.get("/me", async (req, res) => {
  const { seller, csrf } = currentSession(req);
  const { name } = await db.get("SELECT name FROM sellers WHERE id = ?", [seller]);
  res.json({ id: seller, name, csrf });
});

api.get("/orders", async (req, res) => {
  const { seller } = currentSession(req);
  const query = "SELECT id, buyer, total, refunded FROM orders WHERE seller_id = ? ORDER BY id";
  res.json({ orders: await db.all(query, [seller]) });
});

api.post("/payout-account", async (req, res) => {
  const { seller, csrf } = currentSession(req);
  if (req.get("X-Csrf-Token") !== csrf) throw new HttpError(403, "the token is missing or stale");
  const iban = String(req.body.iban ?? "").replaceAll(" ", "");
  if (!IBAN.test(iban)) throw new HttpError(400, "this is no IBAN");
  await db.run("UPDATE sellers SET iban = ? WHERE id = ?", [iban, seller]);
  res.json({ iban });
});

// Lists come from spreadsheets too, which send them as text/plain: [{ "id": 17, "cents": 450 }]
api.post("/orders/refunds", async (req, res) => {
  const { seller } = currentSession(req);
  const wanted = JSON.parse(req.rawBody.toString());
  let done = 0;
  for (const { id, cents } of wanted) {
    done += (await db.run(REFUND, [Number(cents), Number(id), seller])).changes;
  }
  res.json({ done });
});
