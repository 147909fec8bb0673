import { afterAll, beforeAll, expect, it } from "vitest";

import { get, inJavaLab, post } from "./fixtures/java-lab.ts";
import { createSandbox, type Sandbox } from "./index.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ warm: 1 });
});
afterAll(() => sandbox.close());

/** A request, and the status and body of its answer. */
type Row = [step: object, status: number, body: string | RegExp];

const upload = { a: "1", f: { name: '../"x".png', type: "image/png", base64: "AP8NCg==" } };

const tables: Record<string, Row[]> = {
  routes: [
    [get("/echo/a%20b?a=1&a=%26+%2B&b"), 200, "a b|1|[1, & +]"],
    [get("/echo/%C3%A9"), 200, "é|null|[]"],
    // Divided first, decoded once after.
    [get("/echo/a%2Fb"), 200, "a/b|null|[]"],
    [get("/echo/a%252Fb"), 200, "a%2Fb|null|[]"],
    [get("/echo/..%2f..%2fetc"), 200, "../../etc|null|[]"],
    [get("/echo/%zz"), 400, /encodes nothing/],
    [get("/echo/a?a=%"), 400, /encodes nothing/],
    [get("/echo/mine"), 200, "mine"],
    [get("/echo/%6dine"), 200, "mine"],
    [get("/echo/"), 404, /no \/echo\//],
    [get("/echo/a/"), 404, /no \/echo/],
    [get("//echo/a"), 404, /no \/\/echo/],
    [get("/ECHO/a"), 404, /no \/ECHO/],
    [get("/files/a/../b"), 200, "a/../b"],
    [get("/files/a/index"), 200, "index of a"],
    [get("/files/"), 404, /no/],
    [get("/numbers/41"), 200, "42"],
    [get("/numbers/-1"), 404, /no n -1/],
    [get("/numbers/9999999999999999999"), 404, /no n/],
    [post("/numbers/1"), 204, ""],
    [{ http: { method: "HEAD", path: "/echo/a" } }, 200, ""],
    [{ http: { method: "DELETE", path: "/echo/a" } }, 405, '{"error":"method not allowed"}'],
    [get("/more"), 200, "more /more"],
  ],

  "methods that run before": [
    [get("/admin"), 403, /staff only/],
    [get("/%61dmin"), 403, /staff only/],
    [get("/admin/users/7"), 403, /staff only/],
    [get("/admin/%75sers/7"), 403, /staff only/],
    [get("/admin/nothing"), 403, /staff only/],
    [get("/administration"), 404, /no/],
    [get("/admin/users/7", { headers: { "x-STAFF": "1" } }), 200, "user 7"],
    [get("/numbers/451"), 451, '"451"'],
    [get("/numbers/452"), 200, "453"],
  ],

  JSON: [
    ...(
      [
        [
          '{"a":1,"b":[true,null,"\\u00e9\\n\\ud83d\\ude00"],"a":2}',
          '{"a":2,"b":[true,null,"é\\n\\ud83d\\ude00"]}',
        ],
        [
          "[1.5,1e2,-0,9223372036854775807,9223372036854775808]",
          "[1.5,100,0,9223372036854775807,9223372036854775808]",
        ],
        ['"<\\/script>"', '"</script>"'],
        ["[".repeat(100) + "]".repeat(100), "[".repeat(100) + "]".repeat(100)],
      ] as const
    ).map(([body, seen]): [object, number, string] => [post("/json", { body }), 200, seen]),
    ...[
      "",
      "{",
      "{'a':1}",
      "[1,]",
      "01",
      "1.",
      "+1",
      "NaN",
      '"\t"',
      '"\\x"',
      "1 2",
      "tru",
      "1e999",
      "[".repeat(101),
    ].map((body): [object, number, RegExp] => [post("/json", { body }), 400, /not JSON|nested/]),
    [
      post("/json", { base64: Buffer.from([0x22, 0xff, 0x22]).toString("base64") }),
      400,
      /not UTF-8/,
    ],
  ],

  binding: [
    [
      // What the class has is set, inherited or not; what it lacks, or only reads, is left.
      post("/account", {
        json: { name: "Ann", role: "admin", age: 3, secret: "x", locked: true, class: 1 },
      }),
      200,
      '{"age":3,"locked":false,"name":"Ann","role":"admin"}',
    ],
    [post("/account", { json: {} }), 200, '{"age":null,"locked":false,"name":"-","role":"reader"}'],
    [
      post("/account", { json: { age: 1.5 } }),
      400,
      '{"error":"age must be a whole number that fits"}',
    ],
    [post("/account", { json: { age: 1e10 } }), 400, /age must be/],
    [post("/account", { json: { age: "1" } }), 400, '{"error":"age must be a number"}'],
    [post("/account", { json: { name: ["a"] } }), 400, '{"error":"name must be a text"}'],
    [post("/account", { json: [] }), 400, '{"error":"the body must be an object"}'],
    [post("/account", { json: null }), 400, /must be an object/],
    [
      post("/order", {
        json: { name: "x", lines: [{ sku: "a", count: 2 }], format: "SOUND", price: 12.5 },
      }),
      200,
      '{"name":"x","lines":[{"sku":"a","count":2}],"format":"SOUND","price":12.5,"gift":false}',
    ],
    [post("/order", { json: { format: "sound" } }), 400, /format must be/],
    [post("/order", { json: { lines: [{ count: "2" }] } }), 400, /count must be/],
  ],

  "forms, uploads and cookies": [
    [post("/form", { form: { a: "x&y=é", b: "" } }), 200, "[a, b] [x&y=é] none"],
    [post("/form", { upload }), 200, /^\[a\] \[1\] \.\.\/.*x.*\.png:image\/png:4$/],
    [post("/form", { body: "a=1" }), 200, "[] [] none"],
    [
      post("/form", { body: "x", headers: { "content-type": "multipart/form-data; boundary=q" } }),
      400,
      /multipart/,
    ],
    [
      post("/form", {
        body: "--q\r\n\r\nx",
        headers: { "content-type": "multipart/form-data; boundary=q" },
      }),
      400,
      /multipart/,
    ],
    [post("/text", { body: "é", headers: { cookie: 'a=1; b="2"; b=3' } }), 200, "true2"],
    [get("/page"), 200, "<b>&lt;&quot;&#x27;&amp;&gt;$1</b><i>{{a}}"],
  ],
};

it.each(Object.entries(tables))("%s", async (_title, table) => {
  const cases = [table.map(([step]) => step)];
  const [seen] = await inJavaLab(sandbox, { entry: "tests.Books", cases });
  const found = seen!.map((one) => (one.kind === "http" ? [one.status, one.body] : one));
  const expected = table.map(([, status, body]) => [
    status,
    typeof body === "string" ? body : expect.stringMatching(body),
  ]);
  expect(found).toEqual(expected);
});

it("errors and headers", async () => {
  const kinds = ["late", "very", "http", "checked", "deep", "header", "cookie", "cycle", "null"];
  const steps = [...kinds.map((kind) => get(`/raise/${kind}`)), get("/cookie"), post("/echo/a")];
  const [seen] = await inJavaLab(sandbox, { entry: "tests.Books", cases: [steps] });
  const shown = seen!.map((one) => one.kind === "http" && [one.status, one.error?.type ?? null]);
  expect(shown).toEqual([
    [503, null],
    [504, null],
    [418, null],
    [500, expect.stringContaining("IOException")],
    [500, expect.stringContaining("StackOverflowError")],
    [500, expect.stringContaining("IllegalArgumentException")],
    [500, expect.stringContaining("IllegalArgumentException")],
    [500, expect.stringContaining("JsonException")],
    [500, expect.stringContaining("IllegalStateException")],
    [204, null],
    [405, null],
  ]);
  const headersOf = (at: number) => (seen![at] as { headers: [string, string][] }).headers;
  expect(headersOf(9)).toEqual(
    expect.arrayContaining([
      ["set-cookie", "sid=1; Path=/; Max-Age=3600; Secure; HttpOnly; SameSite=Lax"],
      ["set-cookie", "old=; Path=/shop; Max-Age=0"],
      ["x-seen", "/cookie"],
    ]),
  );
  expect(headersOf(10)).toContainEqual(["allow", "GET"]);
});

it("two methods of one path", async () => {
  const [seen] = await inJavaLab(sandbox, { entry: "tests.Twice", cases: [[get("/a/1")]] });
  expect(JSON.stringify(seen)).toContain("GET /a/{two} has two methods: first and second");
});
