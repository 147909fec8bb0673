import { afterAll, describe, expect, it } from "vitest";

import type { Job, Json, Observations } from "@loopwright/core";

import { shopJava } from "../fixtures/java-shop.ts";
import { createSandbox } from "../sandbox.ts";

const sandbox = await createSandbox({ limits: { timeMs: 20_000 }, warm: 1 });
afterAll(() => sandbox.close());

type Step = Record<string, Json>;
type Seen = Record<string, Json>;

const job = (
  cases: Step[][],
  more: Partial<{ setup: Step[]; entry: Json; java: string }> = {},
): Job => ({
  language: "java",
  files: { "shop/Shop.java": more.java ?? shopJava, "notes/a.txt": "a note" },
  input: {
    entry: more.entry === undefined ? "shop.Shop" : more.entry,
    principals: { ann: { id: 1, roles: ["clerk"], claims: {} } },
    world: {
      files: { "/srv/given": "given", "/etc/shop/key": { base64: "AQI=" } },
      env: { STAGE: "test" },
    },
    setup: more.setup ?? [],
    cases: cases.map((steps) => ({ steps })),
  },
});

const stepsOf = ({ result }: Observations): Seen[][] =>
  (result as { cases: { steps: Seen[] }[] }).cases.map(({ steps }) => steps);

async function take(steps: Step[], more = {}): Promise<Seen[]> {
  return stepsOf(await sandbox.run(job([steps], more)))[0]!;
}
const call = (name: string, ...args: Json[]): Step => ({
  call: { target: `shop.Shop#${name}`, args },
});
const http = (path: string, more: Record<string, Json> = {}): Step => ({ http: { path, ...more } });
const post = (path: string, more: Record<string, Json>): Step =>
  http(path, { method: "POST", ...more });

describe("steps", () => {
  it.each<[string, Step[], unknown]>([
    [
      "a request of a principal",
      [http("/who", { as: "ann" })],
      { status: 200, body: '{"id":"1"}' },
    ],
    ["a request of nobody", [http("/who")], { status: 401 }],
    [
      "what left the program",
      [http("/fail")],
      { status: 500, error: { type: "Odd", message: "" } },
    ],
    ["endless recursion", [http("/deep")], { status: 500, error: { type: "StackOverflowError" } }],
    ["a long body, cut", [http("/long")], { body: "x".repeat(65_536) }],
    [
      "values that a step saved, with their type",
      [
        post("/count", {
          json: 7,
          save: { n: "/deep/a~1b/0", head: { header: "x-seen" }, word: { pattern: '"(s..n)"' } },
        }),
        post("/count", { json: ["{{n}}", "-{{n}}{{head}}{{word}}{{unknown}}"] }),
      ],
      { body: expect.stringContaining('[7,[1,"-1s1seen{{unknown}}"]]') },
    ],
    [
      "a form",
      [post("/body", { form: { "a b": "ü&" } })],
      { body: "application/x-www-form-urlencoded|a+b=%C3%BC%26" },
    ],
    ["bytes", [post("/body", { base64: "aGk=" })], { body: "application/octet-stream|hi" }],
    [
      "an upload",
      [
        post("/body", {
          upload: { f: { name: 'a".txt', type: "text/plain", text: "hi" }, t: "x" },
        }),
      ],
      {
        body: expect.stringMatching(
          /name="f"; filename="a%22.txt"\r\nContent-Type: text\/plain\r\n\r\nhi\r\n/,
        ),
      },
    ],
    [
      "a visit asks the server",
      [{ visit: { path: "/who", as: "ann" } }],
      { kind: "http", status: 200 },
    ],
    [
      "a visit of a file does not",
      [{ visit: { path: "/", file: "a.html" } }],
      { kind: "call", value: null },
    ],
    ["a call on a new instance", [call("add", 1, 2, [3, 4])], { kind: "call", value: 10 }],
    [
      "a record, an array and a map",
      [call("named", { sku: "s", cents: 1 }, ["a", "b"], { a: 1 })],
      { value: "sab1.0" },
    ],
    ["the method that takes the value", [call("overloaded", "a")], { value: "text" }],
    [
      "what a call threw",
      [call("checked")],
      { error: { type: "IOException", message: "no disk" } },
    ],
    ["a method that is not there", [call("missing")], { error: { type: "NoSuchMethodException" } }],
    [
      "a class that is not there",
      [{ call: { target: "Gone#go", args: [] } }],
      { error: { type: "ClassNotFoundException" } },
    ],
    [
      "values in the shape of JSON",
      [call("shapes")],
      {
        value: {
          bytes: { $base64: "/w==" },
          nan: { $repr: "NaN" },
          array: [1, 2],
          part: { sku: "a", cents: 1 },
          none: null,
          set: [1, 2],
          path: { $repr: "/a/b" },
          nothing: null,
        },
      },
    ],
    [
      "files, resources and the environment",
      [call("around")],
      { value: ["test", "given", "a note", "a note", 1] },
    ],
    ["a file", [{ file: "/srv/given" }], { kind: "call", value: "given" }],
    ["no file", [{ file: "/srv/none" }], { kind: "call", value: null }],
    [
      "what was printed and logged",
      [call("print"), { log: "output" }],
      { value: ["one", "two", expect.stringMatching(/^three/), expect.stringContaining("four")] },
    ],
    ["how long a step took", [call("count")], { ms: expect.any(Number) }],
  ])(
    "%s",
    async (_, steps, expected) =>
      expect((await take(steps)).at(-1)).toMatchObject(expected as object),
    60_000,
  );
});

const set = (cookie: string): Step => http("/cookies", { jar: "ann", query: { set: cookie } });

it.each<[string, Step[], Json]>([
  ["keeps a cookie", [set("a=1"), http("/echo", { jar: "ann" })], ["a=1", null, "same-origin"]],
  ["of another browser", [set("a=1"), http("/echo", { jar: "bob" })], [null, null, "same-origin"]],
  ["without a browser", [set("a=1"), http("/echo")], [null, null, null]],
  [
    "removed",
    [set("a=1"), set("a=; Max-Age=0"), http("/echo", { jar: "ann" })],
    [null, null, "same-origin"],
  ],
  [
    "long past",
    [set("a=1"), set("a=2; Expires=Thu, 01 Jan 1970 00:00:00 GMT"), http("/echo", { jar: "ann" })],
    [null, null, "same-origin"],
  ],
  [
    "of another path",
    [set("a=1; Path=/admin"), http("/echo", { jar: "ann" })],
    [null, null, "same-origin"],
  ],
  [
    "strict, from another site",
    [set("a=1; SameSite=Strict"), http("/echo", { jar: "ann", cross: true })],
    [null, null, "cross-site"],
  ],
  [
    "lax, in a form of another site",
    [set("a=1; SameSite=Lax"), post("/echo", { jar: "ann", cross: true })],
    [null, "https://evil.example", "cross-site"],
  ],
  [
    "lax, over a link of another site",
    [set("a=1; SameSite=Lax"), http("/echo", { jar: "ann", cross: true })],
    ["a=1", null, "cross-site"],
  ],
  [
    "lax, for a picture on a page of another site",
    [
      set("a=1; SameSite=Lax"),
      http("/echo", { jar: "ann", cross: true, headers: { "Sec-Fetch-Mode": "no-cors" } }),
    ],
    [null, null, "cross-site"],
  ],
  [
    "without SameSite, from another site",
    [set("a=1"), post("/echo", { jar: "ann", cross: true })],
    ["a=1", "https://evil.example", "cross-site"],
  ],
  [
    "of its own form",
    [set("a=1; SameSite=Strict"), post("/echo", { jar: "ann" })],
    ["a=1", "https://shop.example", "same-origin"],
  ],
])(
  "a cookie, %s",
  async (_, steps, expected) => {
    expect(JSON.parse(String((await take(steps)).at(-1)!.body))).toEqual(expected);
  },
  60_000,
);

it("begins every case afresh", async () => {
  const steps = [call("count"), call("leave"), { file: "/var/lib/deep/er/x" }, { log: "output" }];
  const [first, second] = stepsOf(await sandbox.run(job([steps, steps])));
  const values = (seen: Seen[]) => seen.map(({ value, error }) => value ?? error ?? null);
  expect(values(first!)).toEqual([1, ["behind", true, "given"], null, []]);
  expect(values(second!)).toEqual(values(first!));
}, 60_000);

it.each([
  [
    "does not compile",
    { java: "class Shop { int x = y; }" },
    "CompileError",
    /^shop\/Shop\.java:1: cannot find symbol/,
  ],
  ["has no such entry", { entry: "shop.Gone" }, "ClassNotFoundException", /shop\.Gone/],
  [
    "fails in its constructor",
    {
      java: 'package shop; public class Shop { Shop() { throw new IllegalStateException("cold"); } }',
    },
    "IllegalStateException",
    /cold/,
  ],
  [
    "fails in the setup",
    { setup: [http("/fail")] },
    "IllegalStateException",
    /^setup step 1 failed/,
  ],
])(
  "tells of every step that the program %s",
  async (_, more, type, message) => {
    const seen = await take([call("count"), http("/who")], more);
    const none = { kind: "none", error: { type, message: expect.stringMatching(message) } };
    expect(seen).toEqual([none, none]);
  },
  60_000,
);

it("finds an entry by its simple name", async () => {
  expect(await take([http("/who")], { entry: "Shop" })).toMatchObject([{ status: 401 }]);
}, 60_000);
