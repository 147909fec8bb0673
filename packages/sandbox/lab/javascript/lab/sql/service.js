import { Buffer } from "node:buffer";

import { call } from "../parts/host.js";

const constraints = {
  UNIQUE: "UNIQUE",
  "NOT NULL": "NOTNULL",
  CHECK: "CHECK",
  "FOREIGN KEY": "FOREIGNKEY",
};

function codeOf(message) {
  const [, kind] = /^(.*) constraint failed/.exec(message) ?? [];
  return kind === undefined ? "SQLITE_ERROR" : `SQLITE_CONSTRAINT_${constraints[kind] ?? "OTHER"}`;
}

/** What SQLite says is wrong with a statement. `code` tells a refused change from a mistake. */
export class SqlError extends Error {
  constructor(message) {
    super(message);
    this.name = "SqlError";
    this.code = codeOf(message);
  }
}

/** Whether the connection has a transaction open, whoever began it. */
let open = false;
export const isOpen = () => open;

function ask(request) {
  const answer = call("sql", request);
  open = answer.open === true;
  if (answer.error) throw new SqlError(answer.error.message);
  return answer;
}

/** A value that SQLite can bind. Objects and lists are refused, as they have no SQL of their own. */
function bound(value, at) {
  if (value === undefined || value === null) return null;
  if (typeof value === "boolean" || typeof value === "bigint") return Number(value);
  if (typeof value === "number" || typeof value === "string") return value;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return { $base64: Buffer.from(value).toString("base64") };
  throw new TypeError(`parameter ${at + 1} is ${Array.isArray(value) ? "a list" : typeof value}`);
}

const read = (value) =>
  typeof value === "object" && value !== null ? Buffer.from(value.$base64, "base64") : value;

export function query(text, params) {
  if (typeof text !== "string") throw new TypeError("a query is a text");
  if (!Array.isArray(params)) throw new TypeError("parameters come as a list");
  return ask({ query: text, args: params.map(bound) });
}

export const runScript = (text) => void ask({ script: text });

/** An answer of the service as objects by column name. */
export const asRows = ({ columns, rows }) =>
  rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, read(row[at])])));
