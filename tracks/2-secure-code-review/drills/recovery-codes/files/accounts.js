import { passwords } from "lab/passwords";
import { db } from "lab/sql";

export const createTables = () =>
  db.script(`
    CREATE TABLE accounts (id INTEGER PRIMARY KEY, email TEXT UNIQUE, name TEXT, password TEXT);
    CREATE TABLE recoveries (id TEXT PRIMARY KEY, account_id INTEGER NOT NULL, digest TEXT NOT NULL,
      ends_at INTEGER NOT NULL, used_at INTEGER);
  `);

export async function addAccount(id, { email, name, password }) {
  const secret = await passwords.hash(password);
  await db.run("INSERT INTO accounts VALUES (?, ?, ?, ?)", [id, email, name, secret]);
}

export async function opens(email, password) {
  const account = await db.get("SELECT password FROM accounts WHERE email = ?", [email]);
  return account !== undefined && (await passwords.verify(password, account.password));
}
