import { afterAll, beforeAll, expect, it } from "vitest";

import { call, get, inJavaLab, post } from "./fixtures/java-lab.ts";
import { createSandbox, type Sandbox } from "./index.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ warm: 1 });
});
afterAll(() => sandbox.close());

const world = {
  files: { "/srv/secret": "top" },
  env: { STAGE: "gamma" },
  dns: { "shop.example": "203.0.113.5" },
  commands: { convert: { stdout: "done ", stderr: "", exit: 0 } },
  hosts: [
    {
      address: "203.0.113.5",
      port: 80,
      serves: {
        "/go": { status: 302, headers: { location: "http://169.254.169.254/secret" } },
        "/json": { status: 200, headers: {}, json: { a: [1] } },
      },
    },
    {
      address: "169.254.169.254",
      port: 80,
      serves: { "/secret": { status: 200, headers: {}, body: "key" } },
    },
  ],
};

async function steps(...all: unknown[]) {
  const [seen] = await inJavaLab(sandbox, {
    entry: "tests.World",
    cases: [all],
    world: world as never,
  });
  return seen!;
}
const valueOf = async (name: string) => (await steps(call(`tests.World#${name}`)))[0];
const value = (seen: unknown) => expect.objectContaining({ kind: "call", value: seen });

it("who is signed in", async () => {
  const seen = await steps(
    get("/who", { as: "ann" }),
    get("/who"),
    get("/who", { headers: { authorization: "Bearer nobody" } }),
    get("/maybe", { headers: { authorization: "Basic YTpi" } }),
  );
  const found = seen.map((one) => one.kind === "http" && [one.status, one.body]);
  expect(found).toEqual([
    [200, '["7",7,["support"],false,"de"]'],
    [401, '{"error":"sign in first"}'],
    [401, '{"error":"sign in first"}'],
    [200, "true"],
  ]);
});

it("sessions", async () => {
  const jar = { jar: "ann" };
  const stolen = { headers: { cookie: "session={{id}}" } };
  const save = { save: { id: { header: "set-cookie" } } };
  const seen = await steps(
    post("/session/count", jar),
    post("/session/start", { ...jar, ...save }),
    post("/session/count", jar),
    post("/session/count", jar),
    post("/session/count", { jar: "bob" }),
    post("/session/count", { headers: { cookie: "session=guessed" } }),
    post("/session/end", jar),
    post("/session/count", jar),
    post("/session/plain", jar),
    post("/session/count", { ...jar, cross: true }),
    post("/session/count", stolen),
  );
  const found = seen.map((one) => one.kind === "http" && [one.status, one.body]);
  const none = [401, '{"error":"no session"}'];
  const ok = [200, '"ok"'];
  const counts = [ok, [200, '{"count":1}'], [200, '{"count":2}']];
  expect(found).toEqual([none, ...counts, none, none, ok, none, ok, [200, '{"count":6}'], none]);
  expect(JSON.stringify(seen[1])).toMatch(
    /session=[0-9a-f]{32}; Path=\/; Secure; HttpOnly; SameSite=Lax"/,
  );
  expect(JSON.stringify(seen[8])).toMatch(/session=[0-9a-f]{32}; Path=\/"/);
});

it("tokens", async () => {
  expect(await valueOf("tokens")).toEqual(
    value([
      ["right", "7"],
      ["other key", "JwtException: the signature is wrong"],
      ["changed", "JwtException: the signature is wrong"],
      ["none", "JwtException: algorithm none is not accepted"],
      ["none accepted", "7"],
      ["none, signed", "JwtException: the signature is wrong"],
      ["None", "JwtException: algorithm HS256 is not accepted"],
      ["HS512", "7"],
      ["HS512 refused", "JwtException: algorithm HS512 is not accepted"],
      ["no algorithms", "IllegalArgumentException: name the algorithms that are accepted"],
      ["audience", "login"],
      ["other audience", "JwtException: the audience is another one"],
      ["other issuer", "JwtException: the issuer is another one"],
      ["decode", "7 none"],
      ["two parts", "JwtException: not a token"],
      ["no JSON", "JwtException: not a token"],
      ["null", "JwtException: not a token"],
      ["at 299 s", "7"],
      ["at 300 s", "JwtException: the token has expired"],
    ]),
  );
});

it("passwords", async () => {
  expect(await valueOf("passwords")).toEqual(
    value([true, false, false, true, false, false, false, false]),
  );
});

it("commands", async () => {
  const [seen, log] = await steps(call("tests.World#shell"), { log: "shell" });
  expect(seen).toEqual(value(["done ", true, "done hello\n", 127]));
  expect(log).toMatchObject({
    value: [
      { argv: ["convert", "a; echo b"] },
      { argv: ["convert", "x"] },
      { argv: ["echo", "hello"] },
      {},
    ],
  });
});

it("the network", async () => {
  expect(await valueOf("net")).toEqual(
    value([
      ["followed", "[200, key, http://169.254.169.254/secret, 169.254.169.254]"],
      ["not followed", "[302, http://169.254.169.254/secret]"],
      ["pinned", "key"],
      ["decimal", "key"],
      ["json", "{a=[1]}"],
      ["resolve", "203.0.113.5"],
      ["no name", "NetworkError: could not resolve absent.example"],
      ["refused", "NetworkError: 203.0.113.5 port 81: refused"],
      ["scheme", "NetworkError: file: is not spoken here"],
      ["header", "IllegalArgumentException: header X holds a control character"],
      true,
      true,
      true,
      true,
      true,
    ]),
  );
});

it("mail and time", async () => {
  const [, log, time] = await steps(
    call("tests.World#mail"),
    { log: "mail" },
    call("tests.World#clock"),
  );
  expect(log).toEqual(
    value([{ to: "ann@shop.example", subject: "Reset", body: "Follow the link" }]),
  );
  expect(JSON.stringify(time)).toContain("2001-09-09");
});

it("java.util.Random is predicted, SecureRandom is not", async () => {
  const seven = <T>(one: T) => Array.from({ length: 7 }, () => one);
  expect(await valueOf("chance")).toEqual(value([...seven(true), ...seven(false), true]));
});

it("the parts of the JDK that API.md names", async () => {
  expect(await valueOf("jdk")).toEqual(value([true, 19, "top", "../a", "gamma"]));
  expect(await valueOf("sockets")).toEqual(
    value([
      ["socket", "ConnectException"],
      ["name", "UnknownHostException"],
      ["process", "IOException"],
    ]),
  );
});
