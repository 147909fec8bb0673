import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";

import { engines, openTestStore, testFolder, type TestStore } from "../test/engines.ts";
import { freshDatabase } from "../test/postgres-server.ts";
import type { Connection } from "./connection.ts";
import { migrate, readMigrations, schemaChecksum, type Migration } from "./migrate.ts";
import { openPostgresql } from "./postgresql.ts";
import * as schema from "./schema.ts";

const step = (number: number, sql: string): Migration => ({
  number,
  sql,
  name: `${number}.sql`,
  checksum: `sum of ${sql}`,
});

describe.each(engines)("migrations on $name", (engine) => {
  let under: TestStore;
  let connection: Connection;
  beforeAll(async () => {
    under = await openTestStore(engine, import.meta.filename);
    connection = under.connection;
  });
  afterAll(() => under.close());

  const known = readMigrations();
  const last = known.at(-1)!.number;
  const applied = async () =>
    (await under.sql("select number from migrations order by 1")).map((one) => one["number"]);

  test("running them again changes nothing", async () => {
    await migrate(connection);
    expect(await applied()).toEqual(known.map(({ number }) => number));
  });

  test("one that fails leaves no trace, and those before it stay", async () => {
    const good = step(last + 1, "create table extra (a int); insert into extra values (1), (2)");
    const bad = step(last + 2, "create table half (a int); insert into nowhere values (1)");
    await expect(migrate(connection, [...known, good, bad])).rejects.toThrow("nowhere");
    expect(await applied()).toEqual([...known.map(({ number }) => number), last + 1]);
    expect(await under.sql("select to_regclass('half') as name")).toEqual([{ name: null }]);
    expect(await under.sql("select count(*)::int as n from extra")).toEqual([{ n: 2 }]);
    await under.sql("delete from migrations where number > $1", [last]);
  });

  test("one that was edited after it was applied is noticed", async () => {
    const edited = [{ ...known[0]!, checksum: "other" }, ...known.slice(1)];
    await expect(migrate(connection, edited)).rejects.toMatchObject({ code: "broken-database" });
  });

  test.each(Object.values(schema).map((table) => [getTableConfig(table).name, table] as const))(
    "the queries' idea of %s is what the SQL made",
    async (name, table) => {
      expect(described(table)).toEqual(await columnsOf(under, name));
    },
  );
});

test("two servers that start on one database at once both find it migrated", async () => {
  const url = await freshDatabase(inject("postgresUrl"), "two_servers");
  const both = await Promise.all([openPostgresql(url), openPostgresql(url)]);
  await Promise.all(both.map((one) => migrate(one)));
  const rows = await both[0].script((script) => script.query("select number from migrations"));
  await Promise.all(both.map((one) => one.close()));
  expect(rows).toHaveLength(readMigrations().length);
});

test("line ends of another system do not change a checksum, other text does", () => {
  const sumOf = (text: string) => {
    const folder = testFolder();
    writeFileSync(join(folder, "0001-a.sql"), text);
    writeFileSync(join(folder, "notes.md"), "not a migration");
    return schemaChecksum(readMigrations(folder));
  };
  expect(sumOf("select 1;\r\nselect 2;\r\n")).toBe(sumOf("select 1;\nselect 2;\n"));
  expect(sumOf("select 1;\n")).not.toBe(sumOf("select 2;\n"));
});

type Column = { name: string; type: string; required: boolean; key: boolean };

function described(table: PgTable): Column[] {
  const { columns, primaryKeys } = getTableConfig(table);
  const keys = new Set(primaryKeys.flatMap((one) => one.columns.map(({ name }) => name)));
  const all = columns.map((column) => ({
    name: column.name,
    type: column.getSQLType(),
    required: column.notNull,
    key: column.primary || keys.has(column.name),
  }));
  return all.toSorted(byName);
}

async function columnsOf({ sql }: TestStore, table: string): Promise<Column[]> {
  const rows = await sql(
    `select attname as name, format_type(atttypid, atttypmod) as type, attnotnull as required,
      coalesce(attnum = any(i.indkey), false) as key
    from pg_attribute a left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
    where a.attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [table],
  );
  const columns = rows as Column[];
  const short = (type: string) => type.replace("timestamp(3) with time zone", "timestamptz(3)");
  return columns.map((one) => ({ ...one, type: short(one.type) })).toSorted(byName);
}

const byName = (a: Column, b: Column) => (a.name < b.name ? -1 : 1);
