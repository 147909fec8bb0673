import { SqlError, isOpen, query } from "./service.js";

/** The transaction that is open, or null: { closed, ended, end }. */
let current = null;
let hook = null;

/** Awaited before each statement of the program, and before a transaction begins, with
 * { begins, inTransaction }; null takes it away. */
export const onStatement = (given) => {
  hook = given;
};

const control = /^[\s;]*(?:BEGIN|COMMIT|END|ROLLBACK|SAVEPOINT|RELEASE)\b/i;

/** Asked again after each wait, with nothing in between: another transaction may have begun. */
const isHeld = () => current !== null;

/** One statement, of a transaction (`owner`) or by itself; by itself it waits until no transaction is open. */
export async function statement(text, params, owner) {
  if (control.test(text)) throw new SqlError("transactions are made with db.transaction");
  await hook?.({ begins: false, inTransaction: owner !== null });
  if (owner === null) while (isHeld()) await current.ended;
  if (owner?.closed) throw new SqlError("the transaction is over");
  return query(text, params);
}

function begin() {
  const { promise, resolve } = Promise.withResolvers();
  query("BEGIN", []);
  current = { closed: false, ended: promise, end: resolve };
  return current;
}

function close(owner, word) {
  if (owner.closed) return;
  if (word !== null) query(word, []);
  owner.closed = true;
  current = null;
  owner.end();
}

/** SQLite may have rolled back by itself. */
const rollBack = (owner) => close(owner, isOpen() ? "ROLLBACK" : null);

export async function inTransaction(work) {
  // Without a race it begins at once, before anything else can.
  if (hook) await hook({ begins: true, inTransaction: false });
  while (isHeld()) await current.ended;
  const owner = begin();
  try {
    const result = await work(owner);
    close(owner, "COMMIT");
    return result;
  } catch (error) {
    rollBack(owner);
    throw error;
  }
}

/** Rolls back what a request left open, as a server does when it drops the connection. */
export function settle() {
  if (current !== null) rollBack(current);
  else if (isOpen()) query("ROLLBACK", []);
}
