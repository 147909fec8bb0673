import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Json } from "@loopwright/core";

import { head, world } from "./fixtures/javascript-lab-head.ts";
import { valuesOf } from "./fixtures/javascript-lab.ts";
import { createSandbox, type Sandbox } from "./sandbox.ts";

/** Files, programs and the network: one expression a row, and what it gives. */

type Row = [expression: string, expected: Json];

const places: Row[] = [
  [`fs.readFileSync("/srv/a/b.txt", "utf8")`, "text"],
  [`fs.readFileSync("/srv/c.txt").toString("hex")`, "63"],
  [`fs.readFileSync("/srv/a/../c.txt", { encoding: "utf8" })`, "c"],
  [`fs.readFileSync("app.js", "utf8").length > 100`, true],
  [`tried(() => readFile("/srv/none"))`, "ENOENT"],
  [`tried(() => fs.readFileSync("/srv/a"))`, "EISDIR"],
  [`tried(() => fs.readFileSync("/srv/c.txt/../a/b.txt"))`, "ENOTDIR"],
  [`tried(() => fs.readFileSync("/srv/none/../c.txt"))`, "ENOENT"],
  [`tried(() => fs.readFileSync("/srv/c.txt\\0.png"))`, "ERR_INVALID_ARG_VALUE"],
  [`tried(() => fs.readFileSync({}))`, "ERR_INVALID_ARG_TYPE"],
  [`fs.readdirSync("/srv")`, ["a", "c.txt"]],
  [`fs.readdirSync("/srv", { recursive: true })`, ["a", "a/b.txt", "c.txt"]],
  [
    `fs.readdirSync("/srv", { withFileTypes: true }).map((one) => [one.name, one.isDirectory()])`,
    [
      ["a", true],
      ["c.txt", false],
    ],
  ],
  [
    `(fs.mkdirSync("/tmp/x/y", { recursive: true }), fs.writeFileSync("/tmp/x/y/f", "1"), fs.appendFileSync("/tmp/x/y/f", "2"), fs.readFileSync("/tmp/x/y/f", "utf8"))`,
    "12",
  ],
  [`tried(() => fs.mkdirSync("/tmp/p/q"))`, "ENOENT"],
  [`tried(() => fs.mkdirSync("/tmp/x"))`, "EEXIST"],
  [`tried(() => fs.writeFileSync("/tmp/x/y/f", "", { flag: "wx" }))`, "EEXIST"],
  [`tried(() => fs.writeFileSync("/tmp/none/f", ""))`, "ENOENT"],
  [
    `(fs.symlinkSync("/srv", "/tmp/link"), [fs.readFileSync("/tmp/link/c.txt", "utf8"), fs.realpathSync("/tmp/link/a/../c.txt"), fs.lstatSync("/tmp/link").isSymbolicLink(), fs.statSync("/tmp/link").isDirectory()])`,
    ["c", "/srv/c.txt", true, true],
  ],
  [
    `tried(() => { fs.symlinkSync("/tmp/l2", "/tmp/l1"); fs.symlinkSync("/tmp/l1", "/tmp/l2"); fs.readFileSync("/tmp/l1"); })`,
    "ELOOP",
  ],
  [
    `(fs.renameSync("/tmp/x", "/tmp/z"), [fs.existsSync("/tmp/x/y/f"), fs.existsSync("/tmp/z/y/f"), fs.statSync("/tmp/z/y/f").size])`,
    [false, true, 2],
  ],
  [`tried(() => fs.rmSync("/tmp/z"))`, "EISDIR"],
  [`tried(() => fs.rmdirSync("/tmp/z"))`, "ENOTEMPTY"],
  [
    `(fs.rmSync("/tmp/z", { recursive: true }), fs.rmSync("/tmp/z", { force: true }), fs.existsSync("/tmp/z/y"))`,
    false,
  ],
  [
    `fsp.copyFile("/srv/c.txt", "/tmp/c2").then(() => fsp.unlink("/srv/c.txt")).then(() => tried(() => fsp.stat("/srv/c.txt")))`,
    "ENOENT",
  ],
  [
    `new Promise((done) => fs.readFile("/tmp/c2", "utf8", (error, text) => done([error, text])))`,
    [null, "c"],
  ],
  [`fileURLToPath(pathToFileURL("/a b/ü?"))`, "/a b/ü?"],
  [`process.env`, { REGION: "eu" }],
];

const machine: Row[] = [
  [`cp.execSync("echo a b; echo c").toString()`, "a b\nc\n"],
  [`cp.execFileSync("echo", ["a; echo b"], { encoding: "utf8" })`, "a; echo b\n"],
  [`cp.execFileSync("echo", ["a; echo b"], { encoding: "utf8", shell: true })`, "a\nb\n"],
  [`cp.execSync("echo $X", { env: { X: "y" }, encoding: "utf8" })`, "y\n"],
  [`cp.execFileSync("cat", { input: "in", encoding: "utf8" })`, "in"],
  [`util.promisify(cp.execFile)("convert", ["-x"])`, { stdout: "converted\n", stderr: "" }],
  [
    `new Promise((done) => cp.exec("broken", (error, stdout, stderr) => done([error.code, stdout, stderr])))`,
    [3, "out", "err"],
  ],
  [`cp.spawnSync("broken", [], { encoding: "utf8" }).status`, 3],
  [`tried(() => cp.execFileSync("nothing", []))`, "ENOENT"],
  [`tried(() => cp.execSync("nothing"))`, 127],
  [`tried(() => cp.execFileSync("echo", [5]))`, "ERR_INVALID_ARG_TYPE"],
  [`tried(() => cp.execFileSync("echo", ["a\\0b"]))`, "ERR_INVALID_ARG_VALUE"],
  [`mail.send({ to: "a@example.com", subject: "s", body: "b" })`, null],
  [`tried(() => mail.send({}))`, "TypeError"],
];

const network: Row[] = [
  [
    `fetch("https://shop.example/json").then(async (r) => [r.status, r.ok, r.headers.get("x-a"), await r.json(), r.url])`,
    [201, true, "b", { a: 1 }, "https://shop.example/json"],
  ],
  [
    `fetch("https://shop.example/go").then(async (r) => [await r.text(), r.redirected, r.url])`,
    ["inside", true, "http://10.0.0.5/secret"],
  ],
  [
    `fetch("https://shop.example/go", { redirect: "manual" }).then((r) => [r.status, r.headers.get("location")])`,
    [302, "http://10.0.0.5/secret"],
  ],
  [`tried(() => fetch("https://shop.example/go", { redirect: "error" }))`, "TypeError"],
  [`fetch("http://167772165/x").then((r) => r.text())`, "inside"],
  [`tried(() => fetch("http://nowhere.example/")).then((said) => said)`, "TypeError"],
  [
    `fetch("http://nowhere.example/").catch((error) => [error.message, error.cause.code])`,
    ["fetch failed", "ENOTFOUND"],
  ],
  [`tried(() => fetch("http://u:p@shop.example/"))`, "TypeError"],
  [`tried(() => fetch("/relative"))`, "TypeError"],
  [`tried(() => fetch("file:///etc/passwd"))`, "TypeError"],
  [`tried(() => fetch("http://shop.example/", { headers: { "X-A": "a\\r\\nb" } }))`, "TypeError"],
  [`fetch("http://shop.example/", { address: "10.0.0.5" }).then((r) => r.text())`, "inside"],
  [
    `request("https://shop.example/go").then(({ status, address }) => [status, address])`,
    [302, "93.184.215.14"],
  ],
  [
    `resolve("bind.example").then(async (first) => [first, await resolve("bind.example"), (await dns.lookup("bind.example")).address])`,
    ["93.184.215.14", "10.0.0.5", "10.0.0.5"],
  ],
  [`tried(() => resolve("nowhere.example"))`, "ENOTFOUND"],
  [
    `tried(() => dns.lookup("shop.example", { all: true }))`,
    [{ address: "93.184.215.14", family: 4 }],
  ],
];

const tables = { places, machine, network };

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
