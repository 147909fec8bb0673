import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";

import { loadCurriculum } from "@loopwright/content";
import { AppError } from "@loopwright/core";
import { openStore, type Store } from "@loopwright/store";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { createApp } from "../app.ts";
import type { Context } from "../context.ts";
import { evidenceOf } from "../learner/evidence.ts";
import { drillsOf } from "../learner/state.ts";
import { listen } from "../listen.ts";

const tracks = join(import.meta.dirname, "../../../../packages/content/test/tracks");
let folder = "";
let store: Store;
let context: Context;
let server: Awaited<ReturnType<typeof listen>>;
let ids = 0;

const refusing = async () => {
  throw new AppError("not-confined", { message: "Nothing runs here.", next: "-" });
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "loopwright-data-"));
  await mkdir(join(folder, "web"));
  await writeFile(join(folder, "web", "index.html"), "");
  store = await openStore({ dataFolder: join(folder, "data") });
  context = {
    curriculum: await loadCurriculum(tracks),
    store,
    sandbox: { run: refusing, open: refusing, capabilities: () => [] },
    browserRuns: null,
    learnerId: "local",
    now: Date.now,
    newId: () => `id-${++ids}`,
    about: { dataFolder: join(folder, "data"), database: "embedded", version: "0" },
  };
  let port = 0;
  const app = createApp(context, { port: () => port, webFolder: join(folder, "web") });
  server = await listen((one) => app.fetch(one), 0);
  port = server.port;
});

afterAll(async () => {
  await server.close();
  await store.close();
  await rm(folder, { recursive: true });
});

type Sent = { method?: string; body?: Buffer<ArrayBuffer>; json?: unknown; type?: string };

async function ask(path: string, { method, body, json, type }: Sent = {}) {
  const sent = json === undefined ? body : JSON.stringify(json);
  const response = await fetch(`http://127.0.0.1:${server.port}/api${path}`, {
    method: method ?? (sent === undefined ? "GET" : "POST"),
    headers: { "content-type": type ?? (json ? "application/json" : "application/gzip") },
    ...(sent !== undefined && { body: sent }),
  });
  return { status: response.status, json: await response.json() };
}

const archive = async (): Promise<Buffer<ArrayBuffer>> => {
  const response = await fetch(`http://127.0.0.1:${server.port}/api/archive`);
  return Buffer.from(await response.arrayBuffer());
};
const linesOf = (packed: Buffer): string[] => gunzipSync(packed).toString().trimEnd().split("\n");
/** Without the first line, which says when, and the last, which has the checksum of that. */
const rowsOf = async () => linesOf(await archive()).slice(1, -1);
const pack = (lines: readonly string[]) => gzipSync(`${lines.join("\n")}\n`);
const inFolder = async () => (await readdir(join(folder, "data"))).toSorted();

/** An attempt that was graded, and one that is open. */
async function practise() {
  for (const finish of [true, false]) {
    const json = { drillId: "good", conditions: "practice" };
    const { id } = (await ask("/attempts", { json })).json;
    const answer = { stage: "say", answer: { word: "hello" } };
    if (finish) await ask(`/attempts/${id}/submit`, { json: answer });
  }
}

const deleteAll = (backup: boolean) =>
  ask("/data", { method: "DELETE", json: { confirm: "delete everything", backup } });

beforeEach(async () => {
  await deleteAll(false);
  await practise();
});

describe("what is there", () => {
  it("is counted, and so is its room", async () => {
    const data = join(folder, "data");
    await mkdir(join(data, "recordings"), { recursive: true });
    await writeFile(join(data, "recordings", "one.webm"), "x".repeat(1000));
    // A link is followed nowhere, and one that leads back is no loop.
    await symlink(data, join(data, "recordings", "loop"));
    const { json } = await ask("/data");
    expect(json).toMatchObject({
      dataFolder: data,
      counts: { attempts: 2, documents: 0, reviews: 0 },
      backups: [],
      holdsAnything: true,
    });
    const space = Object.fromEntries(json.space.map((one: { id: string }) => [one.id, one]));
    expect(space["database"].bytes).toBeGreaterThan(1_000_000);
    expect(space["recordings"].bytes).toBeLessThan(2000);
    expect(space["recordings"].files).toBe(2);
    expect(space["backups"]).toEqual({ id: "backups", bytes: 0, files: 0 });
    expect(json.bytes).toBeGreaterThan(space["database"].bytes);
  });

  it("is backed up into the folder", async () => {
    const made = await ask("/data/backups", { method: "POST" });
    expect(made.status).toBe(201);
    expect((await ask("/data")).json.backups).toEqual([made.json]);
    expect(await readdir(join(folder, "data", "backups"))).toEqual([made.json.name]);
  });
});

describe("an archive", () => {
  it("is looked into and taken in nowhere", async () => {
    const rows = await rowsOf();
    const packed = await archive();
    const { json } = await ask("/archive/inspect", { body: packed });
    expect(json).toMatchObject({
      bytes: packed.length,
      counts: { attempts: 2 },
      holdsAnything: true,
    });
    expect(await rowsOf()).toEqual(rows);
    expect(await inFolder()).not.toContain("incoming");
  });

  it("takes the place of what is here only where that is said, after a backup", async () => {
    const [packed, rows] = [await archive(), await rowsOf()];
    await practise();
    const later = await rowsOf();
    expect(await ask("/archive", { body: packed })).toMatchObject({
      status: 409,
      json: { error: { code: "conflict" } },
    });
    expect(await rowsOf()).toEqual(later);
    const { json } = await ask("/archive?replace=true", { body: packed });
    expect(json).toMatchObject({ counts: { attempts: 2 }, backup: expect.stringMatching(/\.gz$/) });
    expect(await rowsOf()).toEqual(rows);
    // The way back.

    const backup = await readFile(join(folder, "data", "backups", json.backup));
    await ask("/archive?replace=true", { body: backup });
    expect(await rowsOf()).toEqual(later);
  });

  it("is added where nothing is, without a backup", async () => {
    const [packed, rows] = [await archive(), await rowsOf()];
    await deleteAll(false);
    const { json } = await ask("/archive", { body: packed });
    expect(json.backup).toBeNull();
    expect(await rowsOf()).toEqual(rows);
  });

  it("with the same ids and revisions and other verdicts shows its own", async () => {
    const packed = await archive();
    const shown = async () => {
      const { json } = await ask("/attempts");
      return json.attempts.map((one: { passed: boolean }) => one.passed);
    };
    const standing = async () => {
      return (await evidenceOf(context, drillsOf(context))).map(({ passed }) => passed);
    };
    expect([await shown(), await standing()]).toEqual([
      [false, true],
      [false, true],
    ]);

    const lines = linesOf(packed)
      .slice(0, -1)
      .map((line) => line.replaceAll('"verdict":"met"', '"verdict":"missed"'));
    const sha256 = createHash("sha256")
      .update(`${lines.join("\n")}\n`)
      .digest("hex");
    const other = pack([...lines, JSON.stringify({ end: { rows: {}, sha256 } })]);
    expect((await ask("/archive?replace=true", { body: other })).status).toBe(200);
    expect([await shown(), await standing()]).toEqual([
      [false, false],
      [false, false],
    ]);
  });

  type Broken = (packed: Buffer<ArrayBuffer>) => Buffer<ArrayBuffer>;
  const bomb: Broken = () => gzipSync(Buffer.alloc(80_000_000, "x"), { level: 9 });
  const newer: Broken = (packed) => {
    const [first = "", ...rest] = linesOf(packed);
    return pack([JSON.stringify({ ...JSON.parse(first), format: 99 }), ...rest]);
  };
  const altered: Broken = (packed) =>
    pack(linesOf(packed).map((line) => line.replaceAll("hello", "other")));

  it.each<[string, Broken, RegExp]>([
    ["that is empty", () => Buffer.alloc(0), /breaks off|no archive/],
    ["that is no gzip", () => Buffer.from("hello"), /no archive of Loopwright/],
    ["that breaks off", (packed) => packed.subarray(0, -40), /breaks off/],
    ["that was altered", altered, /altered/],
    ["of a newer version", newer, /format 99/],
    ["that blows up", bomb, /too long/],
  ])("%s is refused, and nothing is changed", async (_name, change, message) => {
    const rows = await rowsOf();
    const before = await inFolder();
    const body = change(await archive());
    for (const path of ["/archive/inspect", "/archive?replace=true"]) {
      const { status, json } = await ask(path, { body });
      expect(status).toBe(400);
      expect(json.error.message).toMatch(message);
      expect(json.error.next).toMatch(/Nothing was changed/);
    }
    expect(await rowsOf()).toEqual(rows);
    expect(await inFolder()).toEqual(before);
    expect(before).not.toContain("backups");
  });

  it.each([
    ["a form", { type: "text/plain" }],
    ["nothing named", { type: "" }],
  ])("sent as %s is refused", async (_name, { type }) => {
    const { status } = await ask("/archive/inspect", { body: await archive(), type });
    expect(status).toBe(400);
  });

  it("that is too large is refused before it is read", async () => {
    const status = await new Promise((resolve, reject) => {
      const sent = request({
        port: server.port,
        path: "/api/archive?replace=true",
        method: "POST",
        headers: { "content-type": "application/gzip", "content-length": 1_000_000_001 },
      });
      sent.on("response", (response) => {
        resolve(response.statusCode);
        sent.destroy();
      });
      sent.on("error", reject);
      sent.flushHeaders();
    });
    expect(status).toBe(413);
  });

  it("is refused while another is on its way; a client that goes away leaves nothing", async () => {
    const [rows, packed] = [await rowsOf(), await archive()];
    const headers = { "content-type": "application/gzip", "content-length": packed.length };
    const sent = request({
      port: server.port,
      path: "/api/archive?replace=true",
      method: "POST",
      headers,
    });
    sent.on("error", () => undefined);
    sent.write(packed.subarray(0, 100));
    const working = async () => (await ask("/data/work")).json.work;
    await expect.poll(working).toMatchObject({ what: "import", done: 100, of: packed.length });
    const second = await ask("/archive?replace=true", { body: packed });
    expect(second).toMatchObject({ status: 409, json: { error: { code: "conflict" } } });
    expect((await deleteAll(false)).status).toBe(409);
    sent.destroy();
    await expect.poll(working).toBeNull();
    expect(await rowsOf()).toEqual(rows);
    expect(await inFolder()).not.toContain("incoming");
    expect((await ask("/archive?replace=true", { body: packed })).status).toBe(200);
  });
});

describe("deleting everything", () => {
  it.each([
    ["nothing", undefined],
    ["another word", { confirm: "yes", backup: false }],
    ["no word on a backup", { confirm: "delete everything" }],
  ])("with %s said is refused", async (_name, json) => {
    const rows = await rowsOf();
    expect((await ask("/data", { method: "DELETE", json: json ?? {} })).status).toBe(400);
    expect(await rowsOf()).toEqual(rows);
  });

  it("leaves what a first start leaves, and no copy", async () => {
    await store.settings.put("local", "secret.languageModel", { key: "k", origin: "o" });
    await store.settings.put("local", "page", { scheme: "dark" });
    await ask("/data/backups", { method: "POST" });
    const recordings = join(folder, "data", "recordings");
    await mkdir(recordings, { recursive: true });
    await writeFile(join(recordings, "one.webm"), "x");
    expect((await deleteAll(false)).json).toEqual({ backup: null });
    expect(await rowsOf()).toEqual([expect.stringContaining('"id":"local"')]);
    expect(await store.settings.get("local", "secret.languageModel")).toBeUndefined();
    expect((await ask("/settings")).json.settings.scheme).toBe("system");
    expect((await ask("/today")).json.history ?? []).toEqual([]);
    expect((await ask("/data")).json).toMatchObject({ backups: [], holdsAnything: false });
    expect(existsSync(recordings)).toBe(false);
  });

  it("keeps backups where one is asked for", async () => {
    const first = (await ask("/data/backups", { method: "POST" })).json;
    const { json } = await deleteAll(true);
    const names = (await ask("/data")).json.backups.map(({ name }: { name: string }) => name);
    expect(names).toEqual([json.backup, first.name]);
  });
});

describe("the sample learner", () => {
  afterEach(async () => void (await ask("/sample", { method: "DELETE" })));

  it("is looked at, left, and mixes with nothing", async () => {
    const rows = await rowsOf();
    const own = (await ask("/attempts")).json.attempts.map(({ id }: { id: string }) => id);
    expect((await ask("/sample")).json).toEqual({ since: null });
    const loaded = await ask("/sample", { method: "POST" });
    expect(loaded.json.since).toMatch(/T.*Z$/);
    const shown = (await ask("/attempts")).json.attempts;
    expect(shown.length).toBeGreaterThan(1);
    for (const { id } of shown) expect(own).not.toContain(id);
    for (const path of ["/today", "/tracks", "/settings", `/attempts/${shown[0].id}`]) {
      expect([path, (await ask(path)).status]).toEqual([path, 200]);
    }
    // Whoever tries a drill in it does so as the sample.
    await practise();
    expect(await rowsOf()).toEqual(rows);
    expect((await ask("/data")).json.counts.attempts).toBe(2);
    expect((await ask("/sample", { method: "DELETE" })).json).toEqual({ since: null });
    expect(await rowsOf()).toEqual(rows);
    const back = (await ask("/attempts")).json.attempts.map(({ id }: { id: string }) => id);
    expect(back).toEqual(own);
  });

  it("is the same when it is loaded twice, and stays over a restart", async () => {
    const first = (await ask("/sample", { method: "POST" })).json;
    const attempts = (await ask("/attempts")).json.attempts;
    expect((await ask("/sample", { method: "POST" })).json).toEqual(first);
    expect((await ask("/attempts")).json.attempts).toEqual(attempts);
    expect(await store.learners.sample()).toMatchObject({ id: "sample" });
    await ask("/sample", { method: "DELETE" });
    await ask("/sample", { method: "POST" });
    const strip = ({ proves: _proves, ...one }: Record<string, unknown>) => one;
    expect((await ask("/attempts")).json.attempts.map(strip)).toEqual(attempts.map(strip));
  });

  it("goes when an archive is taken in, or everything is deleted", async () => {
    const [packed, rows] = [await archive(), await rowsOf()];
    await ask("/sample", { method: "POST" });
    await ask("/archive?replace=true", { body: packed });
    expect([(await ask("/sample")).json.since, await rowsOf()]).toEqual([null, rows]);
    await ask("/sample", { method: "POST" });
    await deleteAll(false);
    expect((await ask("/sample")).json.since).toBeNull();
    expect((await ask("/attempts")).json.attempts).toEqual([]);
  });

  it("is not there after its loading was cancelled", async () => {
    const rows = await rowsOf();
    const reading = context.curriculum.drill;
    let go = () => {};
    const held = new Promise<void>((resolve) => (go = resolve));
    context.curriculum.drill = async (id) => (await held, reading(id));
    const loading = ask("/sample", { method: "POST" });
    await expect.poll(async () => (await ask("/data/work")).json.work?.what).toBe("sample");
    expect((await ask("/sample", { method: "POST" })).status).toBe(409);
    await ask("/sample", { method: "DELETE" });
    context.curriculum.drill = reading;
    go();
    expect((await loading).json).toEqual({ since: null });
    expect(context.learnerId).toBe("local");
    expect(await rowsOf()).toEqual(rows);
  });
});
