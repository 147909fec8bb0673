/** Tables of the mailings. The accounts team writes `sellers`, the order pipeline fills `mailings`. */
import { db } from "lab/sql";

/**
 * `handle` stands in the address of the shop; its owner chooses it, from a-z, 0-9 and hyphens. `email` is what
 * the owner typed, `email_confirmed_at` when the link in our mail to it was followed; a new address has none.
 */
export const createTables = () =>
  db.script(`
    CREATE TABLE sellers (id INTEGER PRIMARY KEY, handle TEXT NOT NULL UNIQUE, shop TEXT NOT NULL,
      email TEXT NOT NULL, email_confirmed_at INTEGER);
    CREATE TABLE letters (seller_id INTEGER, name TEXT, subject TEXT NOT NULL, body TEXT NOT NULL,
      copy INTEGER NOT NULL DEFAULT 0, version INTEGER NOT NULL DEFAULT 1, PRIMARY KEY (seller_id, name));
    CREATE TABLE blocks (seller_id INTEGER, name TEXT, text TEXT NOT NULL, PRIMARY KEY (seller_id, name));
    CREATE TABLE mailings (id INTEGER PRIMARY KEY, seller_id INTEGER NOT NULL, letter TEXT NOT NULL,
      buyer TEXT NOT NULL, email TEXT NOT NULL, item TEXT, order_no TEXT, sent INTEGER NOT NULL DEFAULT 0);
  `);

export const findSeller = (id) => db.get("SELECT * FROM sellers WHERE id = ?", [id]);
export const findShop = (handle) => db.get("SELECT * FROM sellers WHERE handle = ?", [handle]);

export const findLetter = (sellerId, name) =>
  db.get("SELECT * FROM letters WHERE seller_id = ? AND name = ?", [sellerId, name]);

export const saveLetter = (sellerId, { name, subject, body, copy }) =>
  db.run(
    `INSERT INTO letters (seller_id, name, subject, body, copy) VALUES (?1, ?2, ?3, ?4, ?5)
     ON CONFLICT DO UPDATE SET subject = ?3, body = ?4, copy = ?5, version = version + 1`,
    [sellerId, name, subject, body, copy ? 1 : 0],
  );

/** Name to text. */
export async function findBlocks(sellerId) {
  const rows = await db.all("SELECT name, text FROM blocks WHERE seller_id = ?", [sellerId]);
  return new Map(rows.map(({ name, text }) => [name, text]));
}

/** A changed block makes a new version of every letter that it may stand in. */
export const saveBlock = (sellerId, name, text) =>
  db.transaction(async (tx) => {
    const save = "INSERT INTO blocks VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET text = ?3";
    await tx.run(save, [sellerId, name, text]);
    await tx.run("UPDATE letters SET version = version + 1 WHERE seller_id = ?", [sellerId]);
  });

export const dueMailings = () => db.all("SELECT * FROM mailings WHERE sent = 0 ORDER BY id");
export const markSent = (id) => db.run("UPDATE mailings SET sent = 1 WHERE id = ?", [id]);
