import { afterAll, describe, expect, it } from "vitest";

import type { Json } from "@loopwright/core";

import { openWorld, sqlThreads, type WorldSpec } from "./index.ts";

const threads = sqlThreads({ idle: 0 });
afterAll(() => threads.close());

const ok = (body: string, headers: Record<string, string> = {}) => ({ status: 200, headers, body });
const to = (Location: string, status = 302) => ({ status, headers: { Location } });

const spec: WorldSpec = {
  hosts: [
    { address: "169.254.169.254", port: 80, serves: { "/latest/*": ok("secret") } },
    { address: "127.0.0.1", port: 8080, serves: { "/admin": ok("admin") } },
    { address: "::1", port: 8080, serves: { "/admin": ok("admin over 6") } },
    {
      address: "203.0.113.7",
      port: 443,
      serves: {
        "/": ok("home"),
        "/a": { status: 200, headers: { "X-One": "1" }, json: { a: [1] } },
        "/files/*": ok("a file"),
        "/files/one": ok("one"),
        "/files/q?x=1": ok("with query"),
        "/in": to("http://169.254.169.254/latest/key"),
        "/again": to("/again"),
        "/see": to("/a", 303),
        "/same": to("/a", 307),
        "/scheme": to("file:///etc/passwd"),
        "/nowhere": to("http://"),
      },
    },
  ],
  dns: {
    "Cdn.Example": "203.0.113.7",
    "rebind.example": ["203.0.113.7", "169.254.169.254"],
    "odd.example": "0x7f.1",
  },
};

const opened = () => {
  const { services } = openWorld(spec, threads);
  const net = async (request: Json) => (await services["net"]!(request)) as Record<string, Json>;
  const log = async () => (await services["world"]!({ log: "net" })) as Record<string, Json>[];
  return { net, log };
};

describe("forms of an address that reach the metadata machine", () => {
  it.each([
    ["169.254.169.254"],
    ["169.254.169.254."],
    ["2852039166"],
    ["0xa9fea9fe"],
    ["0xA9FEA9FE"],
    ["025177524776"],
    ["0251.0376.0251.0376"],
    ["0xa9.0xfe.0xa9.0xfe"],
    ["169.254.43518"],
    ["169.16689662"],
    ["169.0xfe.43518"],
    ["00000251.254.169.254"],
    ["[::ffff:169.254.169.254]"],
    ["[::ffff:a9fe:a9fe]"],
    ["[::FFFF:A9FE:A9FE]"],
    ["[0:0:0:0:0:ffff:a9fe:a9fe]"],
    ["%31%36%39.254.169.254"],
    ["①⑥⑨.254.169.254"],
    ["169。254。169。254"],
    ["user:pass@169.254.169.254"],
    ["cdn.example@169.254.169.254"],
    ["169.254.169.254:80"],
  ])("%s", async (host) => {
    const seen = await opened().net({ url: `http://${host}/latest/key` });
    expect(seen).toMatchObject({ status: 200, body: "secret", address: "169.254.169.254" });
  });
});

it.each([
  ["http://169.254.169.254/latest/key#@cdn.example", "secret"],
  ["http://169.254.169.254\\@cdn.example/latest/key", "not found"],
  ["  http://169.254.169.254/latest/key  ", "secret"],
  ["HTTP://169.254.169.254/latest/../latest/key", "secret"],
  ["http://169.254.169.254/%6catest/key", "not found"],
  ["http://127.0.0.1:8080/admin", "admin"],
  ["http://localhost:8080/admin", "admin"],
  ["http://app.LOCALHOST.:8080/admin", "admin"],
  ["http://0:8080/admin", "admin"],
  ["http://0.0.0.0:8080/admin", "admin"],
  ["http://127.1:8080/admin", "admin"],
  ["http://127.9.9.9:8080/admin", "admin"],
  ["http://odd.example:8080/admin", "admin"],
  ["http://[::1]:8080/admin", "admin over 6"],
  ["http://[::]:8080/admin", "admin over 6"],
  ["http://[::1%25lo]:8080/admin", "admin over 6"],
  ["https://CDN.example./", "home"],
  ["https://cdn.example/files/two", "a file"],
  ["https://cdn.example/files/one", "one"],
  ["https://cdn.example/files/one?x=2", "one"],
  ["https://cdn.example/files/q?x=1", "with query"],
])("%s gives %s", async (url, body) => {
  expect(await opened().net({ url })).toMatchObject({ body });
});

it.each<[string, Json, string]>([
  ["a name that nobody has", { url: "http://none.example/" }, "name"],
  ["a number that is too large", { url: "http://4294967296/" }, "url"],
  ["another port", { url: "http://169.254.169.254:81/" }, "refused"],
  ["https where http is spoken", { url: "https://169.254.169.254/" }, "refused"],
  ["a file", { url: "file:///etc/passwd" }, "scheme"],
  ["gopher", { url: "gopher://127.0.0.1:8080/_x" }, "scheme"],
  ["no address", { url: "nothing" }, "url"],
  ["a long address", { url: `http://x/${"a".repeat(19_000)}` }, "url"],
  ["a redirect to a file", { url: "https://cdn.example/scheme" }, "scheme"],
  ["a redirect to nowhere", { url: "https://cdn.example/nowhere" }, "url"],
  ["a redirect without end", { url: "https://cdn.example/again" }, "redirects"],
  ["a name as the address", { url: "https://cdn.example/", address: "cdn.example" }, "name"],
  ["a name of the prototype", { resolve: "constructor" }, "name"],
])("%s is an error", async (_, request, type) => {
  expect(await opened().net(request)).toMatchObject({ error: { type } });
});

it("follows a redirect, unless it is told not to, and logs every hop", async () => {
  const { net, log } = opened();
  expect(await net({ url: "https://cdn.example/in" })).toMatchObject({
    body: "secret",
    url: "http://169.254.169.254/latest/key",
  });
  expect(await net({ url: "https://cdn.example/in", redirect: "manual" })).toMatchObject({
    status: 302,
    headers: { location: "http://169.254.169.254/latest/key" },
  });
  expect(await net({ url: "https://cdn.example/in", max: 0 })).toHaveProperty("error");
  const hops = (await log()).map(({ address, status }) => [address, status]);
  const [cdn, inner] = [
    ["203.0.113.7", 302],
    ["169.254.169.254", 200],
  ];
  expect(hops).toEqual([cdn, inner, cdn, cdn]);
});

it("repeats a POST only where the status says so", async () => {
  const { net, log } = opened();
  for (const path of ["/see", "/same"])
    await net({ method: "post", url: `https://cdn.example${path}`, body: "b" });
  const sent = (await log()).map(({ method, body }) => [method, body]);
  expect(sent.map(String)).toEqual(["POST,b", "GET,", "POST,b", "POST,b"]);
});

it("gives the next address with each look-up, and connects where it is told", async () => {
  const { net } = opened();
  const looked = [];
  for (let count = 0; count < 3; count += 1)
    looked.push((await net({ resolve: "rebind.example" }))["address"]);
  expect(looked).toEqual(["203.0.113.7", "169.254.169.254", "169.254.169.254"]);

  const fresh = opened();
  const checked = (await fresh.net({ resolve: "rebind.example" }))["address"]!;
  const pinned = { url: "https://rebind.example/a", address: checked };
  expect(await fresh.net(pinned)).toMatchObject({ body: '{"a":[1]}', address: "203.0.113.7" });
  expect(await fresh.net({ url: "http://rebind.example/latest/key" })).toMatchObject({
    body: "secret",
  });
});

it("answers headers in lower case, and a HEAD without a body", async () => {
  expect(await opened().net({ method: "HEAD", url: "https://cdn.example/a" })).toMatchObject({
    headers: { "content-type": "application/json", "x-one": "1" },
    body: "",
  });
});

it("resolves an address to its plain form", async () => {
  expect(await opened().net({ resolve: "0x7f.1" })).toEqual({ address: "127.0.0.1" });
});
