import fs from "node:fs";
import { createRequire } from "node:module";

import { pictureOf } from "./picture.js";

/**
 * SQLite for a lab, in WebAssembly and in memory. For whoever runs in a thread of its own that may be ended:
 *
 *     import { openSql } from "./sql.js";
 *     const sql = await openSql();             // a database of its own, empty
 *     sql.query({ query: "select ? as a", args: [1] })   // at once, no promise
 *       → { columns: ["a"], rows: [[1]], changes: 0, lastId: 0, open: false }
 *     sql.query({ script: "create table t (a); …" })     // several statements, no rows
 *     sql.query({ reset: true })                         // an empty database again
 *
 * `open` says whether a transaction is open afterwards. What SQLite refuses is { error: { message }, open }.
 * Values are JSON: a blob is { $base64 }, both ways; an integer beyond 2^53 comes out as text, as do infinities.
 * A statement that computes for ever can be ended only with its thread.
 */

const require = createRequire(import.meta.url);

const limits = {
  queryChars: 100_000,
  args: 1_000,
  rows: 10_000,
  /** Of a result, as text. */
  resultChars: 800_000,
  timeMs: 2_000,
  /** Of one database: 16 MB. SQLite's own memory is bounded apart. */
  pages: 4_096,
  heapBytes: 32 * 1024 * 1024,
};

/** What a program may ask; the others move limits or write files. */
const pragmas = new Set(
  `case_sensitive_like collation_list compile_options data_version database_list defer_foreign_keys encoding
  foreign_key_check foreign_key_list foreign_keys function_list index_info index_list index_xinfo
  integrity_check pragma_list quick_check recursive_triggers schema_version table_info
  table_list table_xinfo user_version`.split(/\s+/),
);

export const tookTooLong = "the statement took too long";

const compiled = {};

/**
 * A database is nothing but its memory: emptied, it is what it was before its first statement.
 * @returns {Promise<{ query: (request: any) => any, isBroken: () => boolean, wipe: () => boolean,
 *   keep: () => void, restore: () => void }>}
 */
export async function openSql() {
  const { SQL, memory } = await load();
  const database = open(SQL);
  const pictures = picturesOf({ SQL, memory, database });
  let broken = false;

  function query(request) {
    if (broken) return { error: { message: "the database has failed" }, open: false };
    if (request?.reset === true) {
      pictures.empty();
      return {};
    }
    try {
      return take(database, request);
    } catch (error) {
      broken = isFault(error);
      const message = broken ? "the database has failed" : String(error?.message ?? error);
      database.open = !broken && probe(database);
      return { error: { message: message.slice(0, 1_000) }, open: database.open };
    }
  }
  return {
    query,
    /** After a fault of the engine itself nothing it says counts; a new one is needed. */
    isBroken: () => broken,
    /** For another program: nothing is left of this one, or false where that takes a new engine. */
    wipe: () => !broken && pictures.wipe(),
    /** Remembers what the database holds now, and goes back to it; whatever a program empties meanwhile. */
    keep: pictures.keep,
    restore: pictures.restore,
  };
}

/** Its memory and what is counted beside it: when it was empty, and when it was to be remembered. */
function picturesOf({ SQL, memory, database }) {
  const takePicture = (earlier) => {
    const { open, total } = database;
    const picture = pictureOf(memory, SQL.stackSave(), earlier?.memory);
    return { memory: picture, counted: { open, total } };
  };
  const putBack = (picture) => {
    picture.memory.restore();
    Object.assign(database, picture.counted);
  };
  const first = takePicture();
  let kept = first;
  return {
    empty: () => putBack(first),
    keep: () => {
      kept = takePicture(first);
    },
    restore: () => putBack(kept),
    wipe: () => {
      kept = first;
      Object.assign(database, first.counted);
      return first.memory.wipe();
    },
  };
}

/** The engine is compiled once and made anew for each caller: no memory is shared. */
async function load() {
  const path = require.resolve("sql.js/dist/sql-wasm.js");
  delete require.cache[path];
  const init = require(path);
  compiled.module ??= new WebAssembly.Module(fs.readFileSync(path.replace(/\.js$/, ".wasm")));
  let memory = null;
  const SQL = await init({
    instantiateWasm: (imports, done) => {
      const instance = new WebAssembly.Instance(compiled.module, imports);
      memory = Object.values(instance.exports).find((one) => one instanceof WebAssembly.Memory);
      done(instance);
      return instance.exports;
    },
  });
  return { SQL, memory };
}

const emptied = { open: false, total: 0 };

/** The library would keep the database in a file of its own, which no picture of the memory holds. */
function inMemory(SQL) {
  const before = SQL._sqlite3_open;
  const name = SQL.stringToNewUTF8(":memory:");
  SQL._sqlite3_open = (_file, place) => before(name, place);
  const db = new SQL.Database();
  SQL._sqlite3_open = before;
  const [{ values }] = db.exec("PRAGMA database_list");
  if (values[0][2] !== "") throw new Error("the database is not in memory");
  return db;
}

function open(SQL) {
  const db = inMemory(SQL);
  db.exec(`PRAGMA hard_heap_limit=${limits.heapBytes}; PRAGMA max_page_count=${limits.pages};
    PRAGMA temp_store=memory; PRAGMA journal_mode=memory`);
  const state = db.prepare("SELECT total_changes(), changes(), last_insert_rowid()");
  return { db, state, ...emptied };
}

function take(database, request) {
  const { query, args, script } = check(request);
  const { db } = database;
  const until = Date.now() + limits.timeMs;
  const statements = db.iterateStatements(query ?? script);
  let rest = query ?? script;
  let result = { columns: [], rows: [] };
  let count = 0;
  let transactional = false;
  for (;;) {
    // Looked at before it is prepared: some PRAGMAs act as soon as they are compiled.
    transactional = allow(rest) || transactional;
    const { value: statement, done } = statements.next();
    if (done) break;
    rest = statements.getRemainingSQL();
    count += 1;
    if (query !== undefined && !isBlank(rest)) {
      statement.free();
      throw new Error("only one statement at a time can be executed");
    }
    result = rowsOf(statement, args, until);
  }
  if (query !== undefined && count === 0) result = { columns: [], rows: [] };
  if (transactional) database.open = probe(database);
  const { changes, lastId } = counts(database);
  const seen = script === undefined ? result : { columns: [], rows: [] };
  return { ...seen, changes, lastId, open: database.open };
}

function check(request) {
  const { query, script, args = [] } = request ?? {};
  const text = query ?? script;
  if (typeof text !== "string") throw new Error("a query is a text");
  if (text.length > limits.queryChars) throw new Error("the query is too long");
  if (!Array.isArray(args) || args.length > limits.args) throw new Error("too many arguments");
  return { query, script: query === undefined ? script : undefined, args: args.map(bound) };
}

/** @returns what sql.js binds for a JSON value */
function bound(value) {
  if (value === null || ["string", "number", "boolean"].includes(typeof value)) return value;
  const base64 = Object.hasOwn(value, "$base64") ? value.$base64 : undefined;
  if (typeof base64 !== "string") throw new Error("an argument is no value that SQL knows");
  return new Uint8Array(Buffer.from(base64, "base64"));
}

/** Throws for what is switched off. True where the statement may begin or end a transaction. */
function allow(text) {
  const plain = withoutLead(text).replace(/^explain\s+(query\s+plan\s+)?/i, "");
  const word = /^[a-z]*/i.exec(withoutLead(plain))[0].toLowerCase();
  if (word === "attach" || word === "vacuum") throw new Error(`${word} is switched off`);
  if (word === "pragma") {
    const name = /^pragma\s+(?:\w+\.)?(\w+)/i.exec(withoutLead(plain))?.[1]?.toLowerCase();
    if (!pragmas.has(name)) throw new Error("this pragma is switched off");
  }
  return /^(begin|commit|end|rollback|savepoint|release)$/.test(word);
}

/** The text from its first word on: without space, comments and empty statements before it. */
function withoutLead(text) {
  const lead = /(?:[\s;]|--[^\n]*(?:\n|$)|\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$))*/y;
  lead.lastIndex = 0;
  return text.slice(lead.exec(text)[0].length);
}

const isBlank = (text) => withoutLead(text) === "";

function rowsOf(statement, args, until) {
  const rows = [];
  let chars = 0;
  try {
    statement.bind(args);
    while (statement.step()) {
      const row = statement.get(null, { useBigInt: true }).map(json);
      chars += row.reduce((sum, one) => sum + sizeOf(one), 8);
      rows.push(row);
      if (rows.length > limits.rows || chars > limits.resultChars)
        throw new Error("the result is too large");
      if (rows.length % 64 === 0 && Date.now() > until) throw new Error(tookTooLong);
    }
    const columns = statement.getColumnNames();
    statement.reset();
    return { columns, rows };
  } catch (error) {
    // One that is left half read would keep the table locked.
    statement.free();
    throw error;
  }
}

function json(value) {
  if (typeof value === "bigint") {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  return value instanceof Uint8Array ? { $base64: Buffer.from(value).toString("base64") } : value;
}

const sizeOf = (value) =>
  typeof value === "string" ? value.length + 2 : (value?.$base64?.length ?? 12);

/** SQLite keeps the number of the last change through statements that change nothing. */
function counts(database) {
  const { state } = database;
  state.step();
  const [total, last, lastId] = state.get();
  state.reset();
  const changes = total === database.total ? 0 : last;
  database.total = total;
  return { changes, lastId };
}

/** A transaction cannot begin inside another: the one way to ask that the engine offers. */
function probe({ db }) {
  try {
    db.exec("BEGIN");
  } catch {
    return true;
  }
  db.exec("ROLLBACK");
  return false;
}

const isFault = (error) => error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
