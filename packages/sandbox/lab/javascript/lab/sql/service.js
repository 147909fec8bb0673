import { call } from "../parts/host.js";

/** What SQLite says is wrong with a statement. */
export class SqlError extends Error {
  constructor(message) {
    super(message);
    this.name = "SqlError";
    this.code = "SQLITE_ERROR";
  }
}

function ask(request) {
  const answer = call("sql", request);
  if (answer?.error) throw new SqlError(answer.error.message ?? String(answer.error));
  return answer;
}

/** A value that SQLite can bind. Objects and lists are refused, as they have no SQL of their own. */
function bound(value, at) {
  if (value === undefined || value === null) return null;
  if (typeof value === "boolean") return Number(value);
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "number" || typeof value === "string") return value;
  if (value instanceof Date) return value.toISOString();
  throw new TypeError(`parameter ${at + 1} is ${Array.isArray(value) ? "a list" : typeof value}`);
}

export function query(text, params) {
  if (typeof text !== "string") throw new TypeError("a query is a text");
  if (!Array.isArray(params)) throw new TypeError("parameters come as a list");
  return ask({ query: text, args: params.map(bound) });
}

export const runScript = (text) => void ask({ script: text });

/** An answer of the service as objects by column name. */
export const asRows = ({ columns, rows }) =>
  rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at]])));
