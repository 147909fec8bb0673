import { db } from "lab/sql";

export const createTables = () =>
  db.script(`
    CREATE TABLE reviews (id INTEGER PRIMARY KEY, sku TEXT NOT NULL, name TEXT NOT NULL,
      stars INTEGER NOT NULL CHECK (stars BETWEEN 1 AND 5), photo TEXT, caption TEXT, body TEXT NOT NULL)
  `);
