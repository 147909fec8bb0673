import { afterAll, expect, it } from "vitest";

import type { Json } from "@loopwright/core";

import { createSandbox } from "../sandbox.ts";

const sandbox = await createSandbox({ limits: { timeMs: 20_000 }, warm: 1 });
afterAll(() => sandbox.close());

/** A shop whose constructor fills the database: with the same rows each time, or with others. */
const shop = (name: string) => `package shop;
import java.util.*;
import lab.sql.Db;
public class Shop {
  public Shop() {
    Db.script("CREATE TABLE stock (name TEXT, price REAL)");
    Db.update("INSERT INTO stock VALUES (?, ?)", ${name}, 2.0);
    Db.update("INSERT INTO stock VALUES ('last', 3.5)");
  }
  public static long add() { return Db.insert("INSERT INTO stock VALUES ('more', 1)"); }
}
`;

const setup: Json[] = [{ sql: { query: "INSERT INTO stock VALUES ('setup', 4)" } }];
const steps: Json[] = [
  { call: { target: "shop.Shop#add" } },
  { sql: { query: "SELECT rowid AS id, name, price FROM stock" } },
];

async function seen(name: string) {
  const { result } = await sandbox.run({
    language: "java",
    files: { "shop/Shop.java": shop(name) },
    input: { entry: "shop.Shop", principals: {}, setup, cases: [{ steps }, { steps }, { steps }] },
  });
  type Step = { value: number; rows: { id: number; name: string; price: number }[] };
  return (result as { cases: { steps: Step[] }[] }).cases.map((one) => one.steps);
}

it.each([
  ["is the same", '"first"', 1],
  ["differs", "UUID.randomUUID().toString()", 3],
] as const)(
  "begins every case after the opening, where it %s",
  async (_, name, names) => {
    const cases = await seen(name);
    expect(cases.map(([added]) => added!.value)).toEqual([4, 4, 4]);
    const rows = cases.map((one) => one[1]!.rows);
    expect(rows.map((all) => all.slice(1))).toEqual(
      Array.from({ length: 3 }, () => [
        { id: 2, name: "last", price: 3.5 },
        { id: 3, name: "setup", price: 4 },
        { id: 4, name: "more", price: 1 },
      ]),
    );
    expect(new Set(rows.map(([first]) => first!.name)).size).toBe(names);
  },
  60_000,
);
