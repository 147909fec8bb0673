import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Json } from "@loopwright/core";

import { call, inJavaLab, post, sql } from "./fixtures/java-lab.ts";
import { createSandbox, type Sandbox } from "./index.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ warm: 1 });
});
afterAll(() => sandbox.close());

const setup = [
  sql("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT UNIQUE, n)"),
  sql("CREATE TABLE wallet (money INTEGER)"),
  sql("INSERT INTO wallet VALUES (10)"),
];
const lab = (cases: unknown[][]) =>
  inJavaLab(sandbox, { entry: "tests.Shop", setup, cases: cases.map((steps) => [...steps]) });

it("values go in and come out as they are", async () => {
  const [seen] = (await lab([
    [
      call("tests.Shop#types"),
      call("tests.Shop#getters", "12"),
      call("tests.Shop#getters", "twelve"),
      call("tests.Shop#insert"),
    ],
  ])) as { value: Json; error: { message: string } }[][];
  const [types, getters, unfit, short] = seen!;
  const counts = Array.from({ length: 8 }, () => 1);
  const values = ["1", "1152921504606846976", "2.5", "1", "null null", "x", "bytes 2", "12.5"];
  expect(types!.value).toEqual([...counts, 8, ...values, "name"]);
  expect(getters!.value).toEqual([12, 12, 12, false, 0, true]);
  expect(unfit!.error.message).toBe('"twelve" is no number');
  expect(short!.value).toEqual([9, 1, [{ name: "row 0", n: 1 }], false, true]);
});

describe("what fails says so", () => {
  const table: [string, string, RegExp][] = [
    ["syntax", "SQLException", /near "SELEC": syntax error/],
    ["unique", "SQLIntegrityConstraintViolationException", /UNIQUE constraint failed: t.name/],
    ["short form", "SqlError", /no such table: absent/],
    ["unset", "SQLException", /parameter 1 has no value/],
    ["zero", "SQLException", /count from 1/],
    ["column", "SQLException", /no column "b" among \[a\]/],
    ["before", "SQLException", /not on a row/],
    ["unsupported", "SQLFeatureNotSupportedException", /Connection.setSavepoint is not supported/],
    ["closed", "SQLException", /the Connection is closed/],
    ["commit", "SQLException", /commits by itself/],
    ["stacked", "SqlError", /only one statement/],
    ["object", "SqlError", /java.lang.Object cannot be a parameter/],
  ];
  it("table", async () => {
    const seen = await lab(table.map(([what]) => [call("tests.Shop#fails", what)]));
    const errors = seen.map(([one]) => "error" in one! && one.error);
    expect(errors).toEqual(
      table.map(([, type, message]) => ({
        type: expect.stringMatching(new RegExp(`${type}$`)),
        message: expect.stringMatching(message),
      })),
    );
  });
});

it("transactions", async () => {
  const table: [string, string, string[]][] = [
    ["ends", "commit", ["helper", "inside"]],
    ["ends", "auto", ["helper", "inside"]],
    ["ends", "rollback", []],
    ["ends", "close", []],
    ["work", "done", ["inner", "one"]],
    ["work", "throw", []],
    ["work", "conflict", []],
  ];
  const rows = sql("SELECT name FROM t ORDER BY name");
  const seen = await lab(table.map(([name, how]) => [call(`tests.Shop#${name}`, how), rows]));
  const left = seen.map(([, one]) => one!.kind === "sql" && one!.rows!.map((row) => row["name"]));
  expect(left).toEqual(table.map(([, , names]) => names));
  const counted = seen.slice(0, 4).map(([one]) => one!.kind === "call" && one!.value);
  expect(counted).toEqual([2, 2, 0, 0]);
});

it("what a request leaves open is rolled back", async () => {
  const rows = sql("SELECT money FROM wallet");
  const [[answer, seen]] = (await lab([[post("/leave"), rows]])) as [unknown[]];
  expect(answer).toMatchObject({ status: 200 });
  expect(seen).toMatchObject({ rows: [{ money: 10 }] });
});

it("races", async () => {
  const ways = ["bare", "transaction", "jdbc", "synchronized", "lock", "begin"];
  const cases = ways.map((way) => {
    const spend = { method: "POST", path: `/spend/${way}` };
    return [{ race: { at: 2, first: spend, second: spend } }, sql("SELECT money FROM wallet")];
  });
  const seen = await lab(cases);
  const found = seen.map(([race, rows]) => {
    const value = (
      race as unknown as { value: { first: { status: number }; second: { status: number } } }
    ).value;
    return [value.first.status, value.second.status, (rows as { rows: unknown }).rows];
  });
  const left = [{ money: 0 }];
  expect(found).toEqual([[200, 200, left], ...ways.slice(1).map(() => [200, 409, left])]);
});
