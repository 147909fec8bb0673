import { inTransaction, statement } from "./sql/connection.js";
import { SqlError, asRows, runScript } from "./sql/service.js";

export { SqlError };

const all = async (query, params, owner) => asRows(await statement(query, params, owner));

const run = async (query, params, owner) => {
  const { changes, lastId } = await statement(query, params, owner);
  return { changes, lastId };
};

const connection = (owner) => ({
  /** Every row, as objects. */
  all: (query, params = []) => all(query, params, owner),
  /** The first row, or undefined. */
  get: async (query, params = []) => (await all(query, params, owner))[0],
  /** { changes, lastId } */
  run: (query, params = []) => run(query, params, owner),
});

/** The one database of the program: SQLite in memory, empty before each test. */
export const db = {
  ...connection(null),
  /**
   * Calls `work` with a connection whose statements are one transaction: committed when its promise is kept,
   * rolled back when it is broken. Every other statement waits until then.
   */
  transaction: (work) => inTransaction((owner) => work(connection(owner))),
  /** Several statements at once, for making tables. */
  script: async (text) => runScript(text),
};

export default db;
