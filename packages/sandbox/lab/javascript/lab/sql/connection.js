import { SqlError, query } from "./service.js";

/** The transaction that is open, or null: { closed, ended: Promise }. */
let open = null;
let hook = null;

/** Awaited before each statement of the program with { query, inTransaction }; null takes it away. */
export const onStatement = (given) => {
  hook = given;
};

const control = /^[\s;]*(?:BEGIN|COMMIT|END|ROLLBACK|SAVEPOINT|RELEASE)\b/i;

/** One statement, of a transaction (`owner`) or by itself; by itself it waits until no transaction is open. */
export async function statement(text, params, owner) {
  if (control.test(text)) throw new SqlError("transactions are made with db.transaction");
  await hook?.({ query: text, inTransaction: owner !== null });
  while (owner === null && open !== null) await open.ended;
  if (owner?.closed) throw new SqlError("the transaction is over");
  return query(text, params);
}

function begin() {
  const owner = { closed: false };
  owner.ended = new Promise((resolve) => {
    owner.end = resolve;
  });
  query("BEGIN", []);
  open = owner;
  return owner;
}

function close(owner, word) {
  if (owner.closed) return;
  owner.closed = true;
  open = null;
  try {
    query(word, []);
  } finally {
    owner.end();
  }
}

export async function inTransaction(work) {
  while (open !== null) await open.ended;
  const owner = begin();
  try {
    const result = await work(owner);
    close(owner, "COMMIT");
    return result;
  } catch (error) {
    close(owner, "ROLLBACK");
    throw error;
  }
}

/** Rolls back what a request left open, as a server does when it drops the connection. */
export function settle() {
  if (open !== null) close(open, "ROLLBACK");
}
