import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Json } from "@loopwright/core";

import { seenBy } from "./fixtures/javascript-lab.ts";
import { createSandbox, type Sandbox } from "./sandbox.ts";

/** The web framework, as requests see it. */

const program = `
import { App, HttpError, Router } from "lab/web";
import { html, raw, escape } from "lab/html";

export const app = new App();
const echo = (req, res) => res.json({ params: req.params, query: req.query, body: req.body });
app.use((req, res, next) => { res.set("X-Seen", req.path.length > 60 ? "long" : encodeURI(req.path)); next(); });
app.get("/orders/:id", echo);
app.get("/n/:id(\\\\d+)", echo);
app.get("/files/*rest", echo);
app.get("/opt/:a?", echo);
app.get(["/one", /^\\/re-(?<what>x+)$/], echo);
app.post("/echo", echo);
app.route("/chain").get((req, res) => res.send("got")).put((req, res) => res.send("put"));
const admin = new Router();
admin.use((req, res, next) => (req.get("x-role") === "admin" ? next() : res.sendStatus(403)));
admin.get("/users/:id", (req, res) => res.json([req.baseUrl, req.url, req.originalUrl, req.params]));
app.use("/admin", admin);
app.get("/late", async () => { await null; throw new HttpError(418, "late"); });
app.get("/boom", async () => { throw new TypeError("boom"); });
app.get("/next", (req, res, next) => next(Object.assign(new Error("secret"), { status: 403 })));
app.get("/caught/:how", (req, res) => { throw new RangeError(req.params.how); });
app.use("/caught", (err, req, res, next) => res.status(409).json({ caught: err.message }));
app.get("/skip", (req, res, next) => next("route"), (req, res) => res.send("no"));
app.get("/skip", (req, res) => res.send("yes"));
app.get("/silent", () => {});
app.get("/twice", (req, res) => { res.json(1); res.json(2); });
app.get("/header", (req, res) => { res.set("X-Name", req.query.v); res.send("set"); });
app.get("/go", (req, res) => res.redirect(req.query.to));
app.get("/go303", (req, res) => res.redirect(303, "/x"));
app.get("/send/:kind", (req, res) => res.send({ text: "<b>", bytes: new Uint8Array([104, 105]), object: { a: 1 },
  nothing: null, html: html\`<p title="\${"'\\"<>&"}">\${["<", raw("<i>")]}</p>\` }[req.params.kind]));
app.get("/cookie", (req, res) => { res.cookie("a", "b c;", { httpOnly: true, sameSite: "lax", maxAge: 5000, secure: true })
  .cookie("o", { x: 1 }).clearCookie("gone").json(req.cookies); });
app.get("/badcookie", (req, res) => res.cookie("a\\r\\nb", "c").end());
app.get("/badpath", (req, res) => res.cookie("a", "c", { path: "/; Domain=evil" }).end());
app.get("/file", (req, res) => res.sendFile(req.query.f, { root: "/srv/files" }));
app.get("/about", (req, res) => res.json([req.hostname, req.ip, req.protocol, req.get("REFERER"), req.get("x-many"), req.get("__proto__") ?? null]));
app.post("/upload", (req, res) => res.json([req.body, req.files.map((f) => [f.fieldname, f.originalname, f.mimetype, f.size, f.buffer.toString("hex")])]));
app.post("/raw", (req, res) => res.json([req.rawBody.toString(), req.body, req.is("text/*", "text/plain"), req.is("json")]));
app.post("/kept", (req, res) => { req.rawBody = [...req.rawBody, 1]; res.json([req.rawBody, Object.keys(req).includes("rawBody")]); });
app.post("/own", (req, res) => res.json([Object.keys(req.body), Object.hasOwn(req.body, "__proto__"), {}.x ?? null]));
app.get("/proto", (req, res) => res.json([Object.keys(req.query), {}.x ?? null]));
`;

const get = (path: string, more: object = {}) => ({ http: { path, ...more } });
const post = (path: string, more: object = {}) => ({ http: { method: "POST", path, ...more } });

type Row = [string, Json, { status?: number; body?: unknown; header?: [string, unknown] }];

const show = (params: Json, query: Json = {}, body: Json = {}) => ({
  body: { params, query, body },
});

const routing: Row[] = [
  ["a parameter is decoded once", get("/orders/a%252Fb"), show({ id: "a%2Fb" })],
  ["an encoded slash stays in its segment", get("/orders/a%2Fb"), show({ id: "a/b" })],
  ["what cannot be decoded", get("/orders/%zz"), { status: 400 }],
  ["letters in any case, and a slash behind", get("/ORDERS/7/"), show({ id: "7" })],
  ["literals are not decoded", get("/%6frders/7"), { status: 404 }],
  ["two slashes are not one", get("//orders/7"), { status: 404 }],
  ["a pattern", get("/n/12"), show({ id: "12" })],
  ["a pattern that does not fit", get("/n/1x"), { status: 404 }],
  ["the rest with its slashes", get("/files/a/../b%2e"), show({ rest: "a/../b." })],
  ["an optional segment", get("/opt"), show({})],
  ["a list of paths", get("/re-xx"), show({ what: "xx", 0: "xx" })],
  [
    "HEAD is a GET without a body",
    { http: { method: "HEAD", path: "/one" } },
    { status: 200, body: "" },
  ],
  ["another method is not found", post("/orders/7"), { status: 404 }],
  [
    "OPTIONS tells the methods",
    { http: { method: "OPTIONS", path: "/chain" } },
    { header: ["Allow", "GET,PUT"] },
  ],
  ["a router's middleware guards it", get("/admin/users/1"), { status: 403, body: "Forbidden" }],
  [
    "a router sees the rest of the path",
    get("/ADMIN/users/1?x=1", { headers: { "X-Role": "admin" } }),
    { body: ["/ADMIN", "/users/1?x=1", "/ADMIN/users/1?x=1", { id: "1" }] },
  ],
  ["a prefix ends at a slash", get("/administrator"), { status: 404 }],
  ["next('route')", get("/skip"), { body: "yes" }],
];

const errors: Row[] = [
  ["an HttpError of an async handler", get("/late"), { status: 418, body: { error: "late" } }],
  [
    "any other error says nothing",
    get("/boom"),
    { status: 500, body: { error: "internal error" } },
  ],
  [
    "an error with a status says no more than that",
    get("/next"),
    { status: 403, body: { error: "forbidden" } },
  ],
  ["error middleware answers", get("/caught/x"), { status: 409, body: { caught: "x" } }],
  ["a handler that never answers", get("/silent"), { status: 0 }],
  ["the first answer counts", get("/twice"), { status: 200, body: 1 }],
];

const answers: Row[] = [
  [
    "text is HTML",
    get("/send/text"),
    { header: ["Content-Type", "text/html; charset=utf-8"], body: "<b>" },
  ],
  [
    "bytes are a file",
    get("/send/bytes"),
    { header: ["Content-Type", "application/octet-stream"], body: "hi" },
  ],
  [
    "an object is JSON",
    get("/send/object"),
    { header: ["Content-Type", "application/json; charset=utf-8"], body: { a: 1 } },
  ],
  ["null is nothing", get("/send/nothing"), { body: "" }],
  [
    "html`` escapes what it is given",
    get("/send/html"),
    {
      header: ["Content-Type", "text/html; charset=utf-8"],
      body: '<p title="&#39;&quot;&lt;&gt;&amp;">&lt;<i></p>',
    },
  ],
  [
    "a line break in a header is refused",
    get("/header?v=a%0d%0aX-Evil:1"),
    { status: 500, header: ["X-Evil", undefined] },
  ],
  ["a header holds plain text", get("/header?v=a%20b"), { header: ["X-Name", "a b"] }],
  [
    "a redirect to any URL",
    get("/go?to=//evil.example/%2561"),
    { status: 302, header: ["Location", "//evil.example/%61"] },
  ],
  [
    "a line break in a redirect is encoded",
    get("/go?to=/a%0d%0ab%20%25zz"),
    { status: 302, header: ["Location", "/a%0D%0Ab%20%25zz"] },
  ],
  ["a redirect with a status", get("/go303"), { status: 303, header: ["Location", "/x"] }],
  [
    "a cookie with everything",
    get("/cookie"),
    { header: ["Set-Cookie", "a=b%20c%3B; Max-Age=5; Path=/; HttpOnly; Secure; SameSite=Lax"] },
  ],
  [
    "cookies of a request",
    get("/cookie", { headers: { Cookie: 'a=1; b="x%20y"; a=2; c' } }),
    { body: { a: "1", b: "x y" } },
  ],
  ["a cookie's name", get("/badcookie"), { status: 500, header: ["Set-Cookie", undefined] }],
  ["a cookie's path", get("/badpath"), { status: 500, header: ["Set-Cookie", undefined] }],
  [
    "a file below its root",
    get("/file?f=a.txt"),
    { body: "inside", header: ["Content-Type", "text/plain; charset=utf-8"] },
  ],
  ["a file above it", get("/file?f=../secret.txt"), { status: 403 }],
  ["no file", get("/file?f=b.txt"), { status: 404 }],
  [
    "what a request tells of itself",
    get("/about", { headers: { Host: "evil.example:8443", Referer: "r", "X-Many": "1" } }),
    { body: ["evil.example", "203.0.113.10", "https", "r", "1", null] },
  ],
];

const bodies: Row[] = [
  ["JSON", post("/echo", { json: { a: [1] } }), show({}, {}, { a: [1] })],
  ["JSON that is a number", post("/echo", { json: 1 }), { status: 400 }],
  [
    "JSON cut off",
    post("/echo", { body: "{", headers: { "Content-Type": "application/json" } }),
    { status: 400 },
  ],
  [
    "__proto__ in JSON is an own key",
    post("/own", {
      body: '{"__proto__":{"x":1}}',
      headers: { "Content-Type": "application/json" },
    }),
    { body: [["__proto__"], true, null] },
  ],
  [
    "a form",
    post("/echo", { form: { "a[b]": "x y", c: "1" } }),
    show({}, {}, { a: { b: "x y" }, c: "1" }),
  ],
  [
    "JSON sent as text is text",
    post("/raw", { body: '{"a":1}', headers: { "Content-Type": "text/plain" } }),
    { body: ['{"a":1}', {}, "text/plain", false] },
  ],
  [
    "the bytes as they were sent, beyond ASCII",
    post("/raw", { body: "é\u0000", headers: { "Content-Type": "text/plain" } }),
    { body: ["é\u0000", {}, "text/plain", false] },
  ],
  ["bytes that the program keeps", post("/kept", { body: "a" }), { body: [[97, 1], true] }],
  [
    "an upload",
    post("/upload", {
      upload: { note: "hi", photo: { name: "../a b.png", type: "image/png", base64: "AP8NCi0t" } },
    }),
    { body: [{ note: "hi" }, [["photo", "../a b.png", "image/png", 6, "00ff0d0a2d2d"]]] },
  ],
];

const q = (text: string, query: Json): Row => [`?${text}`, get(`/one?${text}`), show({}, query)];
const queries: Row[] = [
  q("a=1&b=2&c", { a: "1", b: "2", c: "" }),
  q("a=1&a=2", { a: ["1", "2"] }),
  q("a[]=1", { a: ["1"] }),
  q("a[0]=x&a[1]=y", { a: ["x", "y"] }),
  q("a[1]=y&a[0]=x", { a: ["x", "y"] }),
  q("a[7]=x", { a: ["x"] }),
  q("a[21]=x", { a: { 21: "x" } }),
  q("a[b]=1&a[c]=2", { a: { b: "1", c: "2" } }),
  q("a[b][c]=1&a[b][d]=2", { a: { b: { c: "1", d: "2" } } }),
  q("a=1&a[b]=2", { a: ["1", { b: "2" }] }),
  q("a[b]=2&a=1", { a: { b: "2", 1: true } }),
  q("a[]=1&a[b]=2", { a: { 0: "1", b: "2" } }),
  q("a[][b]=1&a[][b]=2", {
    a: [{ b: "1" }, { b: "2" }].slice(0, 1).map(() => ({ b: ["1", "2"] })),
  }),
  q("a%5Bb%5D=%26", { a: { b: "&" } }),
  q("a[b][c][d][e][f][g]=1", { a: { b: { c: { d: { e: { f: { "[g]": "1" } } } } } } }),
  q("a[toString]=1&constructor[prototype][x]=1", {
    a: { toString: "1" },
    constructor: { prototype: { x: "1" } },
  }),
  q("=1&&a=+%2B%zz", { a: " %2B%zz" }),
  [
    "?__proto__[x]=1 is dropped",
    get("/proto?__proto__[x]=1&a[__proto__][x]=1&b=1"),
    { body: [["b"], null] },
  ],
];

const rows: Row[] = [...routing, ...errors, ...answers, ...bodies, ...queries];

describe("the lab's web framework", () => {
  let sandbox: Sandbox;
  const seen = new Map<string, Awaited<ReturnType<typeof seenBy>>[number]>();

  beforeAll(async () => {
    sandbox = await createSandbox({ limits: { timeMs: 20_000 }, warm: 1 });
    const world = { files: { "/srv/files/a.txt": "inside", "/srv/secret.txt": "outside" } };
    const steps = rows.map(([, step]) => step);
    const all = await seenBy(sandbox, { program, entry: "app.js:app", steps, world });
    rows.forEach(([name], at) => seen.set(name, all[at]!));
  });
  afterAll(() => sandbox.close());

  it.each(rows)("%s", (name, _, expected) => {
    const { status = 0, body = "", headers = [] } = seen.get(name)!;
    expect(status).toBe(expected.status ?? 200);
    if (expected.body !== undefined) {
      const isText = typeof expected.body === "string";
      expect(isText ? body : JSON.parse(body)).toEqual(expected.body);
    }
    if (expected.header) {
      const [wanted, value] = expected.header;
      expect(headers.find(([one]) => one === wanted)?.[1]).toBe(value);
    }
  });
});
