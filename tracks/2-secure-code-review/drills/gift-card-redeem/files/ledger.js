/** Tables of checkout, and the ledger that finance reads every night. */
import { db } from "lab/sql";

export const createTables = () =>
  db.script(`
    CREATE TABLE gift_cards (
      id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, owner_id INTEGER,
      currency TEXT NOT NULL, balance INTEGER NOT NULL, expires_on TEXT NOT NULL
    );
    CREATE TABLE orders (
      id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL, currency TEXT NOT NULL,
      due INTEGER NOT NULL, status TEXT NOT NULL DEFAULT 'open'
    );
    CREATE TABLE payments (order_id INTEGER NOT NULL, card_id INTEGER NOT NULL, amount INTEGER NOT NULL);
  `);

/** One line of the ledger; `connection` is `db` or a transaction of the caller. */
export const recordPayment = (orderId, cardId, amount, connection = db) =>
  connection.run("INSERT INTO payments VALUES (?, ?, ?)", [orderId, cardId, amount]);
