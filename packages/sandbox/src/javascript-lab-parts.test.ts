import { createHash, createHmac, pbkdf2Sync, scryptSync } from "node:crypto";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Json } from "@loopwright/core";

import { head, world } from "./fixtures/javascript-lab-head.ts";
import { valuesOf } from "./fixtures/javascript-lab.ts";
import { createSandbox, type Sandbox } from "./sandbox.ts";

/** SQL, tokens, cryptography and the small parts: one expression a row, and what it gives. */

type Row = [expression: string, expected: Json];

const sql: Row[] = [
  [
    `db.script("CREATE TABLE t (id INTEGER PRIMARY KEY, v UNIQUE); INSERT INTO t (v) VALUES ('a')")`,
    null,
  ],
  [`db.run("INSERT INTO t (v) VALUES (?)", ["b"])`, { changes: 1, lastId: 2 }],
  [`db.all("SELECT * FROM t WHERE v = ?", ["b"])`, [{ id: 2, v: "b" }]],
  [`db.get("SELECT ? AS x", ["' OR 1=1"])`, { x: "' OR 1=1" }],
  [`tried(() => db.get("SELECT 1 WHERE 0")).then((row) => row === undefined)`, true],
  [`tried(() => db.run("INSERT INTO t (v) VALUES ('b')"))`, "SQLITE_CONSTRAINT_UNIQUE"],
  [`tried(() => db.run("SELEC"))`, "SQLITE_ERROR"],
  [`tried(() => db.get("SELECT ?", [{ $gt: "" }]))`, "TypeError"],
  [`tried(() => db.get("SELECT ?", "x"))`, "TypeError"],
  [`tried(() => db.run("BEGIN"))`, "SQLITE_ERROR"],
  [
    `db.get("SELECT ? AS a, ? AS b, ? AS c, ? AS d", [true, null, undefined, 1.5])`,
    { a: 1, b: null, c: null, d: 1.5 },
  ],
  [`db.get("SELECT ? AS x", [Buffer.from([0, 255])]).then(({ x }) => x.toString("hex"))`, "00ff"],
  [
    `db.transaction(async (tx) => { await tx.run("DELETE FROM t"); return tx.all("SELECT * FROM t"); })`,
    [],
  ],
  [
    `tried(() => db.transaction(async (tx) => { await tx.run("INSERT INTO t (v) VALUES (1)"); throw new RangeError("no"); }))`,
    "RangeError",
  ],
  [`db.get("SELECT count(*) AS n FROM t")`, { n: 0 }],
  [
    `Promise.all([
      db.transaction(async (tx) => { await tx.run("INSERT INTO t (v) VALUES (1)"); await null; return tx.get("SELECT count(*) AS n FROM t"); }),
      db.get("SELECT count(*) AS n FROM t"),
      db.transaction((tx) => tx.run("INSERT INTO t (v) VALUES (2)").then(() => tx.get("SELECT count(*) AS n FROM t"))),
    ])`,
    [{ n: 1 }, { n: 2 }, { n: 2 }],
  ],
  [
    `db.transaction(async (tx) => { setTimeout(() => {}); return tx; }).then((tx) => tried(() => tx.run("DELETE FROM t")))`,
    "SQLITE_ERROR",
  ],
];

const tokens: Row[] = [
  [`verify(jwt.sign({ id: 7 }, "k", { noTimestamp: true }), "k")`, { id: 7 }],
  [`verify(token({ alg: "HS256" }, { id: 7 }, "k"), "k")`, { id: 7 }],
  [`verify(token({ alg: "HS256" }, { id: 7 }, "x"), "k")`, "JsonWebTokenError"],
  [`verify(jwt.sign({ id: 7 }, "k", { algorithm: "HS512", noTimestamp: true }), "k")`, { id: 7 }],
  [
    `verify(jwt.sign({ id: 7 }, "k", { algorithm: "HS512" }), "k", { algorithms: ["HS256"] })`,
    "JsonWebTokenError",
  ],
  [`verify(token({ alg: "none" }, { id: 7 }), "k")`, "JsonWebTokenError"],
  [`verify(token({ alg: "none" }, { id: 7 }), "k", { algorithms: ["none"] })`, "JsonWebTokenError"],
  [`verify(token({ alg: "none" }, { id: 7 }), "")`, "JsonWebTokenError"],
  [`verify(token({ alg: "none" }, { id: 7 }), "", { algorithms: ["none"] })`, { id: 7 }],
  [`verify(token({ alg: "HS256" }, { id: 7 }, "k"), "")`, "JsonWebTokenError"],
  [
    `verify(token({ alg: "toString" }, { id: 7 }, "k"), "k", { algorithms: ["toString"] })`,
    "JsonWebTokenError",
  ],
  [
    `verify(token({ alg: "HS256" }, { exp: Math.floor(now() / 1000) }, "k"), "k")`,
    "TokenExpiredError",
  ],
  [
    `verify(token({ alg: "HS256" }, { exp: Math.floor(now() / 1000) + 60 }, "k"), "k").then((claims) => "exp" in claims)`,
    true,
  ],
  [
    `verify(token({ alg: "HS256" }, { nbf: Math.floor(now() / 1000) + 60 }, "k"), "k")`,
    "NotBeforeError",
  ],
  [`verify(token({ alg: "HS256" }, { exp: "9999999999" }, "k"), "k")`, "JsonWebTokenError"],
  [
    `verify(token({ alg: "HS256" }, { aud: ["a", "b"] }, "k"), "k", { audience: "b" })`,
    { aud: ["a", "b"] },
  ],
  [
    `verify(token({ alg: "HS256" }, { aud: "c" }, "k"), "k", { audience: ["a", "b"] })`,
    "JsonWebTokenError",
  ],
  [`verify(token({ alg: "HS256" }, {}, "k"), "k", { audience: "a" })`, "JsonWebTokenError"],
  [
    `verify(token({ alg: "HS256" }, { iss: "x" }, "k"), "k", { issuer: "login" })`,
    "JsonWebTokenError",
  ],
  [`verify("a.b", "k")`, "JsonWebTokenError"],
  [
    `jwt.decode(token({ alg: "none", kid: "1" }, { id: 7 }, "x"), { complete: true }).header`,
    { alg: "none", kid: "1" },
  ],
  [`jwt.decode("x")`, null],
  [
    `(() => { const { iat, exp } = jwt.decode(jwt.sign({}, "k", { expiresIn: "15m" })); return exp - iat; })()`,
    900,
  ],
];

const cryptography: Row[] = [
  [
    `crypto.createHash("sha256").update("é").update(Buffer.from([1])).digest("hex")`,
    createHash("sha256")
      .update("é")
      .update(Buffer.from([1]))
      .digest("hex"),
  ],
  [
    `crypto.createHash("MD5").update("a").digest().toString("base64url")`,
    createHash("md5").update("a").digest().toString("base64url"),
  ],
  [
    `crypto.createHmac("sha512", "k").update("x").digest("base64")`,
    createHmac("sha512", "k").update("x").digest("base64"),
  ],
  [
    `crypto.pbkdf2Sync("p", "s", 10, 32, "sha256").toString("hex")`,
    pbkdf2Sync("p", "s", 10, 32, "sha256").toString("hex"),
  ],
  [
    `util.promisify(crypto.scrypt)("p", "s", 16, { N: 64 }).then((b) => b.toString("hex"))`,
    scryptSync("p", "s", 16, { N: 64 }).toString("hex"),
  ],
  [`tried(() => crypto.createHash("sha-999"))`, "ERR_CRYPTO_INVALID_DIGEST"],
  [`tried(() => crypto.createHash("sha1").update(5))`, "ERR_INVALID_ARG_TYPE"],
  [
    `tried(() => crypto.timingSafeEqual(Buffer.from("a"), Buffer.from("ab")))`,
    "ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH",
  ],
  [`tried(() => crypto.timingSafeEqual("a", "a"))`, "ERR_INVALID_ARG_TYPE"],
  [
    `[crypto.timingSafeEqual(Buffer.from("a"), Buffer.from("a")), crypto.timingSafeEqual(Buffer.from("a"), Buffer.from("b"))]`,
    [true, false],
  ],
  [`open(key, iv, seal(key, iv, "é text"))`, "é text"],
  [`tried(() => open(key, iv, seal(key, iv, "x"), "other")).then((said) => said)`, "Error"],
  [`tried(() => crypto.createCipheriv("aes-256-gcm", "short", iv))`, "ERR_CRYPTO_INVALID_KEYLEN"],
  [`tried(() => crypto.createCipheriv("aes-256-cbc", key, iv))`, "ERR_CRYPTO_UNKNOWN_CIPHER"],
  [
    `/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(crypto.randomUUID())`,
    true,
  ],
  [
    `(() => { const seen = new Set(); for (let i = 0; i < 99; i++) seen.add(crypto.randomInt(3, 5)); return [...seen].sort(); })()`,
    [3, 4],
  ],
  [`tried(() => crypto.randomInt(0))`, "ERR_OUT_OF_RANGE"],
  [
    `[crypto.randomBytes(70000).length, globalThis.crypto.getRandomValues(new Uint32Array(2)).length]`,
    [70000, 2],
  ],
  [
    `(() => { predict(5); const one = [Math.random(), Math.random()]; predict(5); return [Math.random() === one[0], Math.random() === one[1], one[0] === one[1]]; })()`,
    [true, true, false],
  ],
  [
    `(() => { predict(5); const one = crypto.randomUUID(); predict(5); return one === crypto.randomUUID(); })()`,
    false,
  ],
  [
    `passwords.hash("p").then(async (kept) => [/^pbkdf2_sha256\\$\\d+\\$/.test(kept), await passwords.verify("p", kept), await passwords.verify("q", kept), await passwords.hash("p") === kept])`,
    [true, true, false, false],
  ],
  [`tried(() => passwords.verify("p", "plain"))`, false],
];

const rest: Row[] = [
  [
    `(() => { freeze(86400000); const at = [now(), Date.now(), new Date().toISOString(), new Date(0).getTime()]; advance(1000); return [...at, Date.now(), new Date() instanceof Date, typeof Date()]; })()`,
    [86_400_000, 86_400_000, "1970-01-02T00:00:00.000Z", 0, 86_401_000, true, "string"],
  ],
  [
    `new Promise((done) => { const from = now(); setTimeout(() => done(now() - from), 60_000); })`,
    60_000,
  ],
  [
    `compile("<% for (const one of list) { %><li><%= one %></li><% } %><%- raw %><%# no %>")({ list: ["<", "'"], raw: "<b>" })`,
    "<li>&lt;</li><li>&#39;</li><b>",
  ],
  [`compile("<%= global.process.env.REGION %>")({})`, "eu"],
  [`tried(() => compile("<%= missing %>")({}))`, "ReferenceError"],
  [`String(html\`<a>\${["<", html\`<b>\`]}\${null}</a>\`)`, "<a>&lt;<b></a>"],
  [`util.format("%s %d %j %%", "a", "5", { a: 1 }, "more")`, 'a 5 {"a":1} % more'],
  [`util.isDeepStrictEqual({ a: [1, new Date(0)] }, { a: [1, new Date(0)] })`, true],
  [`tried(() => AbortSignal.abort().throwIfAborted())`, "AbortError"],
  [
    `Promise.all([import("lab/internal")].map((one) => one.catch(() => "not there")))`,
    ["not there"],
  ],
];

const tables = { sql, tokens, cryptography, rest };

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ limits: { timeMs: 20_000 }, warm: 1 });
});
afterAll(() => sandbox.close());

describe.each(Object.entries(tables))("%s", (_, rows) => {
  let seen: Json[];
  beforeAll(async () => {
    seen = await valuesOf(sandbox, { head, world, expressions: rows.map(([one]) => one) });
  });
  it.each(rows.map(([expression, expected], at) => ({ expression, expected, at })))(
    "$expression",
    ({ at, expected }) => expect(seen[at]).toEqual(expected),
  );
});
