import { expect, it } from "vitest";

// @ts-expect-error -- plain JavaScript, as a thread loads it
import { openSql } from "../../runner/sql.js";

type Reply = { rows: unknown[][]; changes: number; lastId: number; open: boolean; error?: object };
type Sql = { query: (request: object) => Reply; wipe: () => boolean };

const sql: Sql = await openSql();
const ask = (query: string, args: unknown[] = []) => sql.query({ query, args });
const rows = (query: string) => ask(query).rows;

/** What a case may leave behind, and what shows it. */
const left: [name: string, script: string, seen: string, fresh: unknown][] = [
  ["a table", "create table t (a)", "select name from sqlite_master", []],
  ["a view of another", "create view v as select 1", "select * from sqlite_schema", []],
  ["a temporary table", "create temp table t (a)", "select name from sqlite_temp_master", []],
  ["a version", "pragma user_version = 7", "pragma user_version", [[0]]],
  ["a setting", "pragma recursive_triggers = on", "pragma recursive_triggers", [[0]]],
  [
    "an encoding",
    "pragma encoding = 'UTF-16le'; create table t (a)",
    "pragma encoding",
    [["UTF-8"]],
  ],
  ["ids", "create table t (a); insert into t values (1), (2)", "select last_insert_rowid()", [[0]]],
  ["a count", "create table t (a); insert into t values (1)", "select total_changes()", [[0]]],
  ["a transaction", "begin; create table t (a)", "select name from sqlite_master", []],
];

it.each(left)("%s is gone once emptied, and once wiped", (_name, script, seen, fresh) => {
  for (const empty of [() => sql.query({ reset: true }), () => expect(sql.wipe()).toBe(true)]) {
    expect(sql.query({ script }).error).toBe(undefined);
    expect(rows(seen)).not.toEqual(fresh);
    empty();
    expect(rows(seen)).toEqual(fresh);
    expect(ask("select 1")).toMatchObject({ open: false, changes: 0, lastId: 0 });
  }
});

it("a statement that failed half-way is gone too", () => {
  sql.query({ script: "create table t (a); insert into t values (1), (2)" });
  expect(ask("select abs(case a when 2 then -9223372036854775808 end) from t").error).toBeDefined();
  expect(ask("select 1; select 2").error).toBeDefined();
  expect(ask("drop table t").error).toBe(undefined);
  sql.query({ reset: true });
  expect(rows("select name from sqlite_master")).toEqual([]);
});

it("gives other random numbers after each", () => {
  const seen = Array.from({ length: 6 }, (_, at) => {
    if (at % 2 === 0) sql.query({ reset: true });
    else sql.wipe();
    return rows("select hex(randomblob(16))")[0]![0];
  });
  expect(new Set(seen).size).toBe(6);
});

const fill = "insert into t values (zeroblob(1000000))";

it("keeps its limit of size", () => {
  for (const empty of [() => sql.query({ reset: true }), sql.wipe]) {
    empty();
    sql.query({ script: "create table t (a)" });
    const replies = Array.from({ length: 20 }, () => ask(fill));
    expect(replies.at(-1)).toMatchObject({ error: { message: expect.stringMatching(/full/) } });
  }
  sql.wipe();
});

it("is not wiped where its memory has grown, and is empty all the same", async () => {
  const grown: Sql = await openSql();
  grown.query({ script: `create table t (a); ${`${fill};`.repeat(14)}` });
  grown.query({ script: "create temp table u as select * from t" });
  grown.query({ reset: true });
  expect(grown.query({ query: "select name from sqlite_master" }).rows).toEqual([]);
  expect(grown.wipe()).toBe(false);
});
