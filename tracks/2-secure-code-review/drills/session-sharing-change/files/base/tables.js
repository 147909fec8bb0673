import { passwords } from "lab/passwords";
import { db } from "lab/sql";

export async function createTables() {
  await db.script(`
    CREATE TABLE sellers (id INTEGER PRIMARY KEY, email TEXT UNIQUE, password TEXT, name TEXT, iban TEXT);
    CREATE TABLE orders (id INTEGER PRIMARY KEY, seller_id INTEGER, buyer TEXT, total INTEGER,
      refunded INTEGER DEFAULT 0);
    CREATE TABLE parcels (code TEXT PRIMARY KEY, place TEXT);
  `);
}

export async function addSeller(id, { email, password, name, iban }) {
  await db.run("INSERT INTO sellers VALUES (?, ?, ?, ?, ?)", [
    id,
    email,
    await passwords.hash(password),
    name,
    iban,
  ]);
}
