import { afterAll, expect, it } from "vitest";

import type { Job, Json, Observations } from "@loopwright/core";

import { thisSystem } from "../confinement.ts";
import { shopJs } from "../fixtures/shop-javascript.ts";
import { openWorld, sqlThreads } from "../world/index.ts";
import { javascriptRunner } from "./javascript-runner.ts";

const runner = javascriptRunner({ limits: { timeMs: 20_000 }, warm: 1 }, thisSystem);
const threads = sqlThreads();
afterAll(() => runner.close());

const run = async (cases: Json[][], more: Partial<Job> = {}, setup: Json[] = []) => {
  const world = openWorld({}, threads);
  const observed = await runner.run({
    language: "javascript",
    files: { "server.js": shopJs },
    input: {
      entry: "server.js:app",
      principals: { ann: { id: 1, roles: [], claims: {} } },
      setup,
      cases: cases.map((steps) => ({ steps })),
    },
    services: world.services,
    lab: Object.keys(world.services),
    ...more,
  });
  world.close();
  return observed;
};

type Step = Record<string, Json> & { body: string; value: Json; error: { type: string } };
const stepsOf = ({ result }: Observations) =>
  (result as { cases: { steps: Step[] }[] }).cases.map(({ steps }) => steps);
const last = async (steps: Json[], setup: Json[] = []) =>
  stepsOf(await run([steps], {}, setup))[0]!.at(-1)!;

it("gives every case a fresh program", async () => {
  const step = { http: { path: "/visits" } };
  const seen = stepsOf(await run([[step, step], [step]]));
  expect(seen.map((steps) => steps.map(({ body }) => body))).toEqual([
    ['{"visits":1}', '{"visits":2}'],
    ['{"visits":1}'],
  ]);
});

it("gives every case an empty database", async () => {
  const seen = stepsOf(
    await run([[{ log: "output" }], [{ sql: { query: "select left from stock" } }]], {}, stock),
  );
  expect(seen[1]).toMatchObject([{ kind: "sql", rows: [{ left: 1 }] }]);
});

const opened: Json[] = [
  { sql: { query: "create table seen (n int)" } },
  { http: { path: "/visits" } },
];

it.each<[string, Json[]]>([
  ["put back", []],
  ["done again, since a mail went to the host", [{ call: { target: "server.js:greet" } }]],
])("begins every case after the setup, which is %s", async (_, more) => {
  const add = { sql: { query: "insert into seen values (1)" } };
  const count = { sql: { query: "select count(*) as n from seen" } };
  const empty = { call: { target: "server.js:empty" } };
  const greet = { call: { target: "server.js:greet" } };
  const steps: Json[] = [add, { http: { path: "/visits" } }, count, greet, { log: "mail" }, empty];
  const seen = stepsOf(await run([steps, steps, steps], {}, [...opened, ...more]));
  expect(seen[2]).toEqual(seen[1]!.map((one) => ({ ...one, ms: expect.any(Number) })));
  for (const [, visits, rows, , mails] of seen) {
    expect(visits!.body).toBe('{"visits":2}');
    expect(rows).toMatchObject({ rows: [{ n: 1 }] });
    expect(mails!.value).toHaveLength(more.length + 1);
  }
});

it("shows a polluted prototype to no other case", async () => {
  const call = (name: string) => ({ call: { target: `server.js:${name}` } });
  const seen = stepsOf(await run([[call("pollute"), call("polluted")], [call("polluted")]]));
  expect(seen.map((steps) => steps.map(({ value }) => value))).toEqual([[true, true], ["clean"]]);
});

it.each<[string, Json, object]>([
  ["a call", { call: { target: "server.js:add", args: [1, 2] } }, { kind: "call", value: 3 }],
  [
    "values that JSON has no shape for",
    { call: { target: "server:odd" } },
    {
      value: {
        bytes: { $base64: "AQI=" },
        nan: { $repr: "NaN" },
        big: { $repr: "10n" },
        map: { a: 1 },
      },
    },
  ],
  [
    "an error's own class",
    { call: { target: "server.js:fail" } },
    { error: { type: "CartError", message: "empty" } },
  ],
  [
    "a promise that is never kept",
    { call: { target: "server.js:hang" } },
    { kind: "call", error: { type: "NoAnswer" } },
  ],
  ["no such function", { call: { target: "server.js:none" } }, { error: { type: "TypeError" } }],
  ["no such file", { call: { target: "none.js:none" } }, { error: { type: "Error" } }],
  [
    "a request that is never answered",
    { http: { path: "/never" } },
    { kind: "none", error: { type: "NoAnswer" } },
  ],
  ["an answer after a minute", { http: { path: "/late" } }, { status: 200, body: "late" }],
  [
    "an error that leaves the program",
    { http: { path: "/broken" } },
    { status: 500, error: { type: "TypeError" } },
  ],
  [
    "a form",
    { http: { method: "POST", path: "/echo", form: { a: "ü &" } } },
    { status: 201, body: '{"body":{"a":"ü &"},"type":"application/x-www-form-urlencoded"}' },
  ],
  [
    "JSON",
    { http: { method: "POST", path: "/echo", json: { a: [1] } } },
    { body: '{"body":{"a":[1]},"type":"application/json"}' },
  ],
  [
    "an upload",
    { http: { method: "POST", path: "/upload", upload: { f: { name: "a.txt", text: "hey" } } } },
    { body: '[["f","a.txt","hey"]]' },
  ],
  ["a visit to a page", { visit: { path: "/visits" } }, { kind: "http", body: '{"visits":1}' }],
  ["a visit to a file", { visit: { path: "/", file: "page.html" } }, { kind: "call", value: null }],
])("takes %s", async (_, step, expected) => {
  expect(await last([step])).toMatchObject(expected);
});

const login = {
  http: {
    path: "/login",
    jar: "a",
    save: { id: "/id", sid: { header: "set-cookie" }, ok: { pattern: '"ok":(\\w+)' } },
  },
};

it.each<[string, Json, Json]>([
  ["sends them back", { path: "/cookies", jar: "a" }, { cookies: { sid: "s1" } }],
  ["keeps browsers apart", { path: "/cookies", jar: "b" }, { cookies: {} }],
  [
    "lets Lax follow a link",
    { path: "/cookies", jar: "a", cross: true },
    { cookies: { sid: "s1" } },
  ],
  [
    "holds Lax back from a script tag on another site",
    { path: "/cookies", jar: "a", cross: true, headers: { "Sec-Fetch-Mode": "no-cors" } },
    { cookies: {} },
  ],
  [
    "holds Lax back from another site's form",
    { method: "POST", path: "/cookies", jar: "a", cross: true },
    { cookies: {}, site: "cross-site", origin: "https://evil.example" },
  ],
  [
    "says where a form comes from",
    { method: "POST", path: "/cookies", jar: "a" },
    { cookies: { sid: "s1" }, site: "same-origin", origin: "https://shop.example" },
  ],
])("has cookies: %s", async (_, http, expected) => {
  expect(JSON.parse((await last([login, { http }])).body)).toEqual(expected);
});

it("saves values by pointer, pattern and header", async () => {
  const step = {
    http: {
      method: "POST",
      path: "/echo",
      json: { id: "{{id}}", ok: "{{ok}}", sid: "{{sid}}", none: "{{none}}" },
    },
  };
  const { body } = JSON.parse((await last([login, step])).body);
  expect(body).toMatchObject({ id: 7, ok: "true", none: "{{none}}" });
  expect(body.sid).toMatch(/^sid=s1/);
});

it("measures by its own clock, whatever the program makes of the time", async () => {
  const seen = await last([{ call: { target: "server.js:sleepAnHour" } }]);
  expect(seen["value"]).toBe(true);
  expect(seen["ms"]).toBeLessThan(3_600_000);
});

it("reports what was printed, in its place and in the log", async () => {
  const steps: Json[] = [{ call: { target: "server.js:add", args: [1, 2] } }, { log: "output" }];
  const observed = await run([steps]);
  expect(observed.stdout).toBe("adding { a: 1, b: 2 }\n");
  expect(stepsOf(observed)[0]![1]).toMatchObject({
    kind: "call",
    value: ["adding { a: 1, b: 2 }"],
  });
});

const stock = [
  { sql: { query: "create table stock (left int)" } },
  { sql: { query: "insert into stock values (1)" } },
];
const raced = (path: string, at: number): Json[] => {
  const take = { method: "POST", path };
  return [
    { race: { at, first: take, second: take } },
    { sql: { query: "select left from stock" } },
  ];
};

it.each([
  ["/take", 1, [409, 200], 0],
  ["/take", 2, [200, 200], -1],
  ["/take", 9, [200, 409], 0],
  ["/take-safely", 1, [409, 200], 0],
  ["/take-stale", 1, [409, 200], 0],
  // Both saw the last one: it was read before the transaction.
  ["/take-stale", 2, [200, 200], 0],
  ["/take-stale", 3, [200, 409], 0],
  ["/take-safely", 2, [200, 409], 0],
] as const)("races %s before statement %i", async (path, at, statuses, left) => {
  const [race, after] = stepsOf(await run([raced(path, at)], {}, stock))[0]!;
  const { first, second } = race!.value as Record<string, { status: number }>;
  expect([first!.status, second!.status]).toEqual(statuses);
  expect(after).toMatchObject({ kind: "sql", rows: [{ left }] });
});

it("reports a setup that fails, or a program that does not load, on every step", async () => {
  const bad = await last([{ http: { path: "/visits" } }], [{ sql: { query: "select" } }]);
  expect(bad).toMatchObject({
    kind: "none",
    error: { message: expect.stringContaining("setup step 1") },
  });
  const files = { "server.js": "export const app = ;" };
  const [steps] = stepsOf(await run([[{ http: { path: "/visits" } }]], { files }));
  expect(steps).toMatchObject([{ kind: "none", error: { type: "SyntaxError" } }]);
});
