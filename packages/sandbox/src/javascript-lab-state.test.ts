import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Json } from "@loopwright/core";

import { seenBy } from "./fixtures/javascript-lab.ts";
import { createSandbox, type Sandbox } from "./sandbox.ts";

/** What lasts from one request to the next: the database, sessions, sign-in, the clock. */

const program = `
import { App } from "lab/web";
import { db } from "lab/sql";
import { sessions } from "lab/sessions";
import { auth } from "lab/auth";
import { now } from "lab/clock";

export const app = new App();
app.post("/reset", async (req, res) => { await db.script("DROP TABLE IF EXISTS w; CREATE TABLE w (n); INSERT INTO w VALUES (100)"); res.end(); });
const spend = async (on, res) => {
  const { n } = await on.get("SELECT n FROM w");
  if (n < 80) return res.status(409).end("too little");
  await on.run("UPDATE w SET n = ?", [n - 80]);
  res.end("spent");
};
app.post("/spend", (req, res) => spend(db, res));
app.post("/spend-safely", (req, res) => db.transaction((tx) => spend(tx, res)));
app.post("/leave", (req, res) => { db.transaction(async (tx) => { await tx.run("UPDATE w SET n = 5"); res.end(); await new Promise(() => {}); }); });
app.post("/begin", async (req, res) => { await db.script("BEGIN; UPDATE w SET n = 6"); res.end(); });
app.get("/left", async (req, res) => res.json(await db.get("SELECT n FROM w")));

app.post("/login", (req, res) => { sessions.start(res, { user: req.body.user, count: 0 }, req.body.options && JSON.parse(req.body.options)); res.end(); });
app.get("/me", (req, res) => { const data = sessions.get(req); if (data) data.count++; res.json(data); });
app.post("/logout", (req, res) => { sessions.end(req, res); res.end(); });

app.get("/who", (req, res) => { const who = auth.require(req); res.json([who.id, who.roles, who.claims, who.hasRole("support"), who.hasRole("admin")]); });
app.get("/maybe", (req, res) => res.json(auth.current(req)));
app.get("/dice", (req, res) => res.json([Math.random(), Math.random()]));
app.get("/now", (req, res) => res.json(now()));

export const proxied = new App().set("trust proxy", 1);
proxied.get("/ip", (req, res) => res.json([req.ip, req.hostname]));
app.use("/one", (req, res) => { req.app = proxied; res.json([req.ip, req.hostname]); });
app.use("/all", (req, res) => { req.app = new App().enable("trust proxy"); res.json([req.ip, req.hostname]); });
app.get("/ip", (req, res) => res.json([req.ip, req.hostname]));
`;

const get = (path: string, more: object = {}) => ({ http: { path, ...more } });
const post = (path: string, more: object = {}) => ({ http: { method: "POST", path, ...more } });
const both = (path: string) => ({
  race: { at: 2, first: post(path).http, second: post(path).http },
});
const forwarded = {
  headers: {
    "X-Forwarded-For": "10.0.0.1, 198.51.100.7",
    "X-Forwarded-Host": "evil.example",
    Host: "shop.example",
  },
};
const session = (more: object, path = "/me") => get(path, { jar: "b", ...more });

/** A row's second part; null where only what follows it counts. */
const rows: [name: string, step: Json, expected: unknown][] = [
  ["an empty table", post("/reset"), null],
  ["two requests spend the same money", both("/spend"), ["spent", "spent"]],
  ["and again", post("/reset"), null],
  ["in a transaction the second waits", both("/spend-safely"), ["spent", "too little"]],
  ["a transaction is left open", post("/leave"), null],
  ["and rolled back", get("/left"), { n: 20 }],
  ["so is one that a script began", post("/begin"), null],
  ["which left nothing", get("/left"), { n: 20 }],

  ["nobody", session({}), null],
  ["signs in", post("/login", { jar: "b", form: { user: "ann" } }), null],
  ["is known", session({}), { user: "ann", count: 1 }],
  ["changes stay", session({}), { user: "ann", count: 2 }],
  ["another browser is not", get("/me", { jar: "c" }), null],
  ["nor a made-up id", get("/me", { headers: { Cookie: "session=constructor" } }), null],
  ["a page of another site is (Lax, GET)", session({ cross: true }), { user: "ann", count: 3 }],
  ["signs out", post("/logout", { jar: "b" }), null],
  ["is forgotten", session({}), null],
  [
    "signs in for a second",
    post("/login", { jar: "b", form: { user: "ann", options: '{"maxAge":1000}' } }),
    null,
  ],
  ["still there", session({}), { user: "ann", count: 1 }],
  ["time passes", { call: { target: "lab/clock:advance", args: [1001] } }, null],
  ["over", session({}), null],

  ["a bearer token", get("/who", { as: "ann" }), [7, ["support"], { region: "eu" }, true, false]],
  ["none", get("/who"), { error: "sign in first" }],
  ["a wrong one", get("/maybe", { headers: { Authorization: "Bearer x" } }), null],

  ["the clock stands", { call: { target: "lab/clock:freeze", args: [5000] } }, null],
  ["at that time", get("/now"), 5000],
  ["chance is known", { call: { target: "lab/chance:predict", args: [1] } }, null],
  ["to whoever knows the seed", get("/dice"), "dice"],
  ["known again", { call: { target: "lab/chance:predict", args: [1] } }, null],
  ["the same numbers", get("/dice"), "dice"],

  ["nobody is believed", get("/ip", forwarded), ["203.0.113.10", "shop.example"]],
  ["one proxy is", get("/one", forwarded), ["198.51.100.7", "evil.example"]],
  ["everybody is", get("/all", forwarded), ["10.0.0.1", "evil.example"]],
];

let sandbox: Sandbox;
let seen: Awaited<ReturnType<typeof seenBy>>;
beforeAll(async () => {
  sandbox = await createSandbox({ limits: { timeMs: 20_000 }, warm: 1 });
  const steps = rows.map(([, step]) => step);
  seen = await seenBy(sandbox, { program, entry: "app.js:app", steps });
});
afterAll(() => sandbox.close());

describe("state of the lab", () => {
  it.each(rows.map(([name, step, expected], at) => ({ name, step, expected, at })))(
    "$name",
    ({ at, expected }) => {
      const { value, body, error } = seen[at]!;
      expect(error).toBe(undefined);
      if (expected === "dice")
        expect(body).toBe(seen[rows.findIndex(([, , one]) => one === "dice")]!.body);
      else if (value !== undefined && expected !== null) {
        const { first, second } = value as { first: { body: string }; second: { body: string } };
        expect([first.body, second.body]).toEqual(expected);
      } else if (expected !== null) expect(JSON.parse(body!)).toEqual(expected);
      else expect([undefined, "", "null"]).toContain(body);
    },
  );
});

describe("from one case to the next", () => {
  const program = `
    import { mail } from "lab/mail"; import { db } from "lab/sql"; import fs from "node:fs";
    export const leave = async () => {
      await mail.send({ to: "ann@shop.example" });
      await db.script("CREATE TABLE t (a)");
      fs.writeFileSync("/tmp/left", "x");
      globalThis.left = true;
    };
    export const tables = () => db.all("SELECT name FROM sqlite_master");
    export const rest = () => [fs.existsSync("/tmp/left"), "left" in globalThis];`;
  const call = (name: string) => ({ call: { target: `app.js:${name}`, args: [] } });
  const steps = [call("tables"), call("rest"), { log: "mail" }, call("leave"), { log: "mail" }];

  it("nothing is left, in whatever order and however often", async () => {
    const cases = Array.from({ length: 4 }, () => ({ steps }));
    const input = { entry: null, principals: {}, setup: [], cases };
    for (let run = 0; run < 3; run++) {
      const { result } = await sandbox.run({
        language: "javascript",
        files: { "app.js": program },
        input,
      });
      const { cases: all } = result as { cases: { steps: { value: unknown }[] }[] };
      expect(all.length).toBe(4);
      for (const { steps: found } of all) {
        expect(found.map(({ value }) => value).slice(0, 3)).toEqual([[], [false, false], []]);
        expect(found[4]!.value).toHaveLength(1);
      }
    }
  });
});
