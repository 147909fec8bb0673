import { afterAll, describe, expect, it } from "vitest";

import type { Json } from "@loopwright/core";

import { openWorld, sqlThreads, type WorldSpec } from "./index.ts";

const threads = sqlThreads({ timeoutMs: 20_000 });
const hasty = sqlThreads({ timeoutMs: 300, idle: 0 });
afterAll(() => Promise.all([threads.close(), hasty.close()]));

const spec: WorldSpec = {
  hosts: [
    {
      address: "10.0.0.5",
      port: 80,
      serves: { "/a": { status: 200, headers: {}, json: { a: 1 } } },
    },
  ],
  dns: { "shop.internal": "10.0.0.5" },
};

function opened(from: WorldSpec = spec, by = threads) {
  const world = openWorld(from, by);
  const ask = async (service: string, request: Json) => world.services[service]!(request);
  return { ...world, ask };
}

describe("world", () => {
  it("keeps what was done, until it is reset", async () => {
    const { ask } = opened();
    await ask("mail", { to: "a@b.example", subject: "s", body: "b" });
    await ask("net", { url: "http://shop.internal/a" });
    await ask("shell", { argv: ["id"] });
    const logs = async () =>
      Promise.all(["mail", "net", "shell"].map((log) => ask("world", { log })));
    const net = {
      method: "GET",
      url: "http://shop.internal/a",
      address: "10.0.0.5",
      status: 200,
      body: "",
    };
    expect(await logs()).toEqual([
      [{ to: "a@b.example", subject: "s", body: "b" }],
      [net],
      [{ argv: ["id"] }],
    ]);
    await ask("world", { reset: true });
    expect(await logs()).toEqual([[], [], []]);
  });

  it("empties files and database with a reset", async () => {
    const { ask, close } = opened({ files: { "/etc/motd": "hello" } });
    await ask("shell", { line: "echo changed > /etc/motd; echo x > /tmp/new" });
    await ask("sql", { query: "create table t (a)" });
    await ask("world", { reset: true });
    expect(await ask("shell", { line: "cat /etc/motd; ls /tmp" })).toMatchObject({
      stdout: "hello",
    });
    expect(await ask("sql", { query: "select * from t" })).toMatchObject({
      error: { message: "no such table: t" },
    });
    close();
  });

  it.each<[string, string, Json]>([
    ["no object", "mail", "x"],
    ["a list", "net", []],
    ["null", "shell", null],
    ["a missing field", "mail", { to: "a" }],
    ["a field of the prototype", "crypto", { op: "constructor" }],
    ["an unknown log", "world", { log: "output" }],
    ["a long text", "mail", { to: "a", subject: "b".repeat(20_000), body: "" }],
    ["an empty argv", "shell", { argv: [] }],
    ["numbers in argv", "shell", { argv: [1] }],
    [
      "a wrong count of rounds",
      "crypto",
      { op: "pbkdf2", algorithm: "sha256", password: "", salt: "", iterations: 1e9, length: 32 },
    ],
    [
      "too much for scrypt",
      "crypto",
      { op: "scrypt", password: "", salt: "", n: 65_536, r: 16, p: 1, length: 32 },
    ],
    ["deep nesting", "net", { url: "x", headers: deep(5_000) }],
  ])("refuses %s", async (_, service, request) => {
    await expect(opened().ask(service, request)).rejects.toThrow(/./);
  });

  it("ends who fills its log", async () => {
    const { ask } = opened();
    const mail = () => ask("mail", { to: "a", subject: "b", body: "c" });
    for (let count = 0; count < 200; count += 1) await mail();
    await expect(mail()).rejects.toThrow("more than 200");
  });
});

function deep(levels: number): Json {
  let value: Json = {};
  for (let level = 0; level < levels; level += 1) value = { value };
  return value;
}

describe("crypto", () => {
  const base64 = (text: string) => Buffer.from(text).toString("base64");
  const hex = (answer: Json) =>
    Buffer.from((answer as { data: string }).data, "base64").toString("hex");

  // Values of RFC 1321, RFC 4231, RFC 6070 and RFC 7914.
  it.each<[string, Json, string]>([
    ["hash", { algorithm: "md5", data: base64("abc") }, "900150983cd24fb0d6963f7d28e17f72"],
    [
      "hmac",
      { algorithm: "sha256", key: base64("Jefe"), data: base64("what do ya want for nothing?") },
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    ],
    [
      "pbkdf2",
      {
        algorithm: "sha1",
        password: base64("password"),
        salt: base64("salt"),
        iterations: 2,
        length: 20,
      },
      "ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957",
    ],
    [
      "scrypt",
      { password: base64("password"), salt: base64("NaCl"), n: 1024, r: 8, p: 16, length: 16 },
      "fdbabe1c9d3472007856e7190d01e9fe",
    ],
  ])("%s", async (op, rest, expected) => {
    const answer = await opened().ask("crypto", { op, ...(rest as object) });
    expect(hex(answer)).toBe(expected);
  });

  it("opens what it sealed, and nothing that was changed", async () => {
    const { ask } = opened();
    const key = {
      key: base64("k".repeat(32)),
      nonce: base64("n".repeat(12)),
      aad: base64("order 7"),
    };
    const sealed = (await ask("crypto", { op: "seal", data: base64("42"), ...key })) as {
      data: string;
      tag: string;
    };
    expect(await ask("crypto", { op: "open", ...sealed, ...key })).toEqual({ data: base64("42") });
    const changed = { ...key, aad: base64("order 8") };
    expect(await ask("crypto", { op: "open", ...sealed, ...changed })).toHaveProperty("error");
    const short = { ...sealed, tag: sealed.tag.slice(0, 4) };
    expect(await ask("crypto", { op: "open", ...short, ...key })).toHaveProperty("error");
  });
});

describe("sql", () => {
  it.each<[string, Json, Json]>([
    [
      "values",
      { query: "select ? a, 'x' b, null c, 1.5 d, ? e", args: [1, { $base64: "/w==" }] },
      [[1, "x", null, 1.5, { $base64: "/w==" }]],
    ],
    [
      "large integers as text",
      { query: "select 9007199254740993, 9e999" },
      [["9007199254740993", "Infinity"]],
    ],
    ["a comment behind", { query: "select 1; -- x" }, [[1]]],
    ["nothing", { query: " -- x" }, []],
  ])("gives %s", async (_, request, rows) => {
    const { ask, close } = opened();
    expect(await ask("sql", request)).toMatchObject({ rows });
    close();
  });

  it.each<[string, Json, string | RegExp]>([
    ["two statements", { query: "select 1; select 2" }, /only one statement/],
    ["another file", { query: "/* a */ ; attach 'x' as y" }, "attach is switched off"],
    ["a copy", { script: "select 1; vacuum into 'x'" }, "vacuum is switched off"],
    ["limits", { query: "explain pragma main.max_page_count=9" }, "this pragma is switched off"],
    ["hidden limits", { query: 'pragma/**/"max_page_count"=9' }, "this pragma is switched off"],
    ["extensions", { query: "select load_extension('x')" }, /no such function/],
    [
      "too many rows",
      { query: "with recursive c(n) as (select 1 union all select n+1 from c) select n from c" },
      "the result is too large",
    ],
    ["a huge text", { query: "select printf('%.*c',900000000,'x')" }, "out of memory"],
    ["a long query", { query: " ".repeat(200_000) }, "the query is too long"],
    ["a strange argument", { query: "select ?", args: [{ a: 1 }] }, /no value/],
    ["a request of another shape", "x", "a query is a text"],
  ])("refuses %s, and goes on", async (_, request, message) => {
    const { ask, close } = opened();
    const said = typeof message === "string" ? message : expect.stringMatching(message);
    expect(await ask("sql", request)).toMatchObject({ error: { message: said }, open: false });
    expect(await ask("sql", { query: "select 1" })).toMatchObject({ rows: [[1]] });
    close();
  });

  it("ends a statement without end, and goes on", async () => {
    const { ask, close } = opened(spec, hasty);
    const query =
      "with recursive c(n) as (select 1 union all select n+1 from c) select max(n) from c";
    const said = "the statement took too long; the database is empty again";
    expect(await ask("sql", { query })).toEqual({ error: { message: said }, open: false });
    close();
    const after = opened();
    expect(await after.ask("sql", { query: "select 1" })).toMatchObject({ rows: [[1]] });
    after.close();
  });

  it("is bounded on its disk", async () => {
    const { ask, close } = opened();
    const script =
      "create table b(x); with recursive c(n) as (select 1 union all select n+1 from c limit 3000) insert into b select randomblob(10000) from c";
    expect(await ask("sql", { script })).toMatchObject({
      error: { message: "database or disk is full" },
    });
    close();
  });

  it("says what changed and whether a transaction is open", async () => {
    const { ask, close } = opened();
    const seen = [];
    for (const query of [
      "create table t (id integer primary key, a)",
      "insert into t (a) values (1), (2)",
      "select 1",
      "begin",
      "update t set a = 3",
      "insert into t values (1, 1)",
      "rollback",
      "savepoint s",
      "release s",
    ]) {
      const { changes, lastId, open } = (await ask("sql", { query })) as Record<string, Json>;
      seen.push([changes, lastId, open]);
    }
    expect(seen).toEqual([
      [0, 0, false],
      [2, 2, false],
      [0, 2, false],
      [0, 2, true],
      [2, 2, true],
      [undefined, undefined, true],
      [0, 2, false],
      [0, 2, true],
      [0, 2, false],
    ]);
    close();
  });

  it("gives every job a database of its own", async () => {
    const [one, other] = [opened(), opened()];
    await one.ask("sql", { query: "create table t (a)" });
    expect(await other.ask("sql", { query: "select * from t" })).toHaveProperty("error");
    one.close();
    other.close();
    const third = opened();
    expect(await third.ask("sql", { query: "select * from t" })).toHaveProperty("error");
    expect(await one.ask("sql", { query: "select 1" })).toHaveProperty("error");
    third.close();
  });
});
