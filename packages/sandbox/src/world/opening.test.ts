import { afterAll, expect, it } from "vitest";

import type { Json } from "@loopwright/core";

import { openWorld, sqlThreads } from "./index.ts";

const threads = sqlThreads();
afterAll(() => threads.close());

/** Makes requests to the services of one world, in turn; gives the replies. */
async function said(...requests: [string, Json][]): Promise<Json[]> {
  const world = openWorld({}, threads);
  const replies: Json[] = [];
  for (const [service, request] of requests) replies.push(await world.services[service]!(request));
  world.close();
  return replies;
}

const reset: [string, Json] = ["world", { reset: true }];
const opened: [string, Json] = ["world", { opened: true }];
const make: [string, Json] = ["sql", { script: "create table t (a int)" }];
const add: [string, Json] = ["sql", { query: "insert into t values (?)", args: [7] }];
const count: [string, Json] = ["sql", { query: "select count(*) as n from t" }];
const opening = [reset, make, add, opened] as const;
const counted = (n: number) => ({ columns: ["n"], rows: [[n]] });

it("gives what was asked before the first step ahead of the next case", async () => {
  const replies = await said(...opening, add, count, reset, count);
  expect(replies[5]).toMatchObject(counted(2));
  expect(replies[6]).toEqual({
    ahead: [
      { request: make[1], reply: replies[1] },
      { request: add[1], reply: replies[2] },
    ],
  });
  expect(replies[7]).toMatchObject(counted(1));
});

it.each<[string, number, object]>([
  ["all of it", 2, counted(1)],
  ["a part", 1, counted(0)],
  ["nothing", 0, { error: { message: "no such table: t" } }],
])("goes back to %s", async (_, rewind, expected) => {
  const replies = await said(...opening, reset, ["world", { rewind }], count);
  expect(replies.at(-1)).toMatchObject(expected);
});

it("gives ahead what was the same so far", async () => {
  const rewind = (count: number): [string, Json] => ["world", { rewind: count }];
  const replies = await said(...opening, reset, rewind(1), add, add, opened, reset, count);
  expect(replies.at(-2)).toEqual({ ahead: [{ request: make[1], reply: replies[1] }] });
  expect(replies.at(-1)).toMatchObject(counted(0));
  expect((await said(...opening, reset, rewind(0), make, opened, reset)).at(-1)).toEqual({});
});

it.each<[string, [string, Json][]]>([
  ["nobody says that it is over", [reset, make, add]],
  [
    "a mail was sent",
    [reset, make, ["mail", { to: "a@b.example", subject: "", body: "" }], opened],
  ],
  ["random bytes were asked for", [reset, make, ["crypto", { op: "random", length: 4 }], opened]],
  [
    "the database was asked for chance",
    [reset, make, ["sql", { query: "insert into t values (random())" }], opened],
  ],
  ["it was asked for the time", [reset, make, ["sql", { query: "select datetime()" }], opened]],
  ["nothing was asked", [reset, opened]],
  ["it is long", [reset, make, ...Array.from({ length: 100 }, () => add), opened]],
  ["it is said too late", [reset, make, ["world", { log: "mail" }], opened]],
])("gives nothing ahead where %s", async (_, requests) => {
  expect((await said(...requests, reset, count)).slice(-2)).toMatchObject([{}, { error: {} }]);
  expect((await said(...requests, reset)).at(-1)).toEqual({});
});

it("keeps the first opening, whatever is said in a case", async () => {
  const replies = await said(...opening, add, opened, reset, count, opened, reset, count);
  expect(replies.at(-1)).toMatchObject(counted(1));
  expect(replies.at(-2)).toMatchObject({ ahead: [{ request: make[1] }, { request: add[1] }] });
});

it("gives nothing ahead any more where the database had to be ended", async () => {
  const brief = sqlThreads({ timeoutMs: 200 });
  const world = openWorld({}, brief);
  const ask = async ([service, request]: [string, Json]) => world.services[service]!(request);
  for (const one of opening) await ask(one);
  const endless =
    "with recursive n(i) as (select 1 union all select i + 1 from n) select max(i) from n";
  await ask(["sql", { query: endless }]);
  expect(await ask(reset)).toEqual({});
  expect(await ask(count)).toMatchObject({ error: { message: "no such table: t" } });
  world.close();
  await brief.close();
});
