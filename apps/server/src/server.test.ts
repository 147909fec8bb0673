import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { loadCurriculum } from "@loopwright/content";
import { AppError } from "@loopwright/core";
import { openStore, type Store } from "@loopwright/store";

import { createApp } from "./app.ts";
import type { Context } from "./context.ts";

const tracks = join(
  dirname(fileURLToPath(import.meta.url)),
  "../../../packages/content/test/tracks",
);
const own = "http://127.0.0.1:4600";
/** The key of the drill “good”; it must not leave the server before the stage is over. */
const secret = "hello";

let folder = "";
let store: Store;
let context: Context;
let app: ReturnType<typeof createApp>;
let clock = Date.parse("2026-03-01T10:00:00Z");
let ids = 0;

const refusing = async () => {
  throw new AppError("not-confined", { message: "Nothing runs here.", next: "-" });
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "loopwright-server-"));
  const webFolder = join(folder, "web");
  await mkdir(webFolder);
  await writeFile(join(webFolder, "index.html"), '<script nonce="__CSP_NONCE__"></script>');
  store = await openStore({ dataFolder: join(folder, "data") });
  context = {
    curriculum: await loadCurriculum(tracks),
    store,
    sandbox: { run: refusing, open: refusing, capabilities: () => [] },
    browserRuns: null,
    learnerId: "local",
    now: () => clock,
    newId: () => `id-${++ids}`,
    about: { dataFolder: folder, database: "embedded", version: "0" },
  };
  app = createApp(context, { port: () => 4600, webFolder });
});

afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

type Sent = { method?: string; headers?: Record<string, string>; body?: unknown; raw?: string };

async function ask(path: string, { method, headers, body, raw }: Sent = {}) {
  const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await app.fetch(
    new Request(`${own}${path}`, {
      method: method ?? (text === undefined ? "GET" : "POST"),
      headers: { host: "127.0.0.1:4600", "content-type": "application/json", ...headers },
      ...(text !== undefined && { body: text }),
    }),
  );
  const content = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  return {
    status: response.status,
    headers: response.headers,
    text: content,
    json: isJson ? JSON.parse(content) : null,
  };
}

const begin = async (drillId = "good", conditions = "practice") =>
  (await ask("/api/attempts", { body: { drillId, conditions } })).json;

describe("who may ask", () => {
  it.each<[string, string, Record<string, string>, number]>([
    ["the own page", "/api/tracks", {}, 200],
    ["localhost", "/api/tracks", { host: "localhost:4600" }, 200],
    ["IPv6 loopback", "/api/tracks", { host: "[::1]:4600" }, 200],
    ["the own origin", "/api/tracks", { origin: own, "sec-fetch-site": "same-origin" }, 200],
    ["an address typed by hand", "/", { "sec-fetch-site": "none" }, 200],
    ["a link from another site, to a page", "/", { "sec-fetch-site": "cross-site" }, 200],
    ["a rebound name", "/api/tracks", { host: "evil.example:4600" }, 403],
    ["a rebound name, for the page", "/", { host: "evil.example:4600" }, 403],
    ["a name that begins alike", "/api/tracks", { host: "localhost.evil.example:4600" }, 403],
    ["another port", "/api/tracks", { host: "127.0.0.1:4601" }, 403],
    ["no host", "/api/tracks", { host: "" }, 403],
    ["another origin", "/api/tracks", { origin: "http://evil.example" }, 403],
    ["an opaque origin", "/api/tracks", { origin: "null" }, 403],
    ["another port's origin", "/api/tracks", { origin: "http://127.0.0.1:3000" }, 403],
    ["the own origin over https", "/api/tracks", { origin: "https://127.0.0.1:4600" }, 403],
    ["a fetch from another site", "/api/tracks", { "sec-fetch-site": "cross-site" }, 403],
    ["a fetch from another port", "/api/tracks", { "sec-fetch-site": "same-site" }, 403],
  ])("%s", async (_name, path, headers, status) => {
    const answer = await ask(path, { headers });
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.json.error.code).toBe("foreign-request");
  });

  it("gives the page a new nonce with every response, and in the policy the same", async () => {
    const [one, two] = [await ask("/tracks"), await ask("/tracks")];
    const nonceOf = (text: string) => /nonce="([^"]+)"/.exec(text)?.[1];
    expect(nonceOf(one.text)).not.toBe(nonceOf(two.text));
    expect(one.headers.get("content-security-policy")).toContain(`'nonce-${nonceOf(one.text)}'`);
    expect(one.headers.get("content-security-policy")).not.toMatch(/unsafe-|\*/);
  });

  it("sends the guarding headers with errors too", async () => {
    const { headers } = await ask("/api/nothing");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cache-control")).toBe("no-store");
  });
});

describe("every error has one shape", () => {
  const large = "x".repeat(10_000_000);
  it.each<[string, string, Sent, number, string]>([
    ["an unknown address", "/api/nothing", {}, 404, "not-found"],
    ["a method that no page takes", "/", { method: "PUT" }, 404, "not-found"],
    ["a method that no route takes", "/api/today", { method: "DELETE" }, 404, "not-found"],
    ["a version that is no number", "/api/documents/x/versions/one", {}, 404, "not-found"],
    ["a version beyond all", "/api/documents/x/versions/99999999999", {}, 404, "not-found"],
    ["an unknown file", "/assets/nothing.js", {}, 404, "not-found"],
    ["a file out of the folder", "/assets/..%2f..%2findex.html", {}, 404, "not-found"],
    ["an unknown drill", "/api/drills/nothing", {}, 404, "not-found"],
    ["a drill named like a property", "/api/drills/constructor", {}, 404, "not-found"],
    ["a broken drill", "/api/drills/no-title", {}, 404, "not-found"],
    ["an unknown attempt", "/api/attempts/nothing", {}, 404, "not-found"],
    ["work on an unknown attempt", "/api/attempts/nothing/beat", { body: {} }, 404, "not-found"],
    [
      "an attempt on nothing",
      "/api/attempts",
      { body: { drillId: "x", conditions: "practice" } },
      404,
      "not-found",
    ],
    [
      "unknown conditions",
      "/api/attempts",
      { body: { drillId: "good", conditions: "easy" } },
      400,
      "invalid-input",
    ],
    [
      "an unknown field",
      "/api/attempts",
      { body: { drillId: "good", conditions: "practice", passed: true } },
      400,
      "invalid-input",
    ],
    ["no JSON", "/api/attempts", { raw: "{" }, 400, "invalid-input"],
    [
      "a form",
      "/api/attempts",
      { raw: "{}", headers: { "content-type": "text/plain" } },
      400,
      "invalid-input",
    ],
    [
      "10 MB",
      "/api/attempts/x/submit",
      { body: { stage: "say", answer: large } },
      413,
      "too-large",
    ],
    ["10 MB of a run", "/runs/x/call", { raw: large }, 413, "too-large"],
    [
      "JSON nested to exhaust the stack",
      "/api/attempts/x/submit",
      { raw: `{"stage":"say","answer":${"[".repeat(50_000)}${"]".repeat(50_000)}}` },
      400,
      "invalid-input",
    ],
    [
      "settings of another shape",
      "/api/settings",
      { method: "PUT", body: { scheme: "pink" } },
      400,
      "invalid-input",
    ],
    [
      "a document of no type",
      "/api/documents",
      { body: { type: "x", title: "x", body: 1 } },
      404,
      "not-found",
    ],
    [
      "a document that does not fit",
      "/api/documents",
      { body: { type: "note", title: "x", body: 1 } },
      400,
      "invalid-input",
    ],
  ])("%s", async (_name, path, sent, status, code) => {
    const answer = await ask(path, sent);
    expect([answer.status, answer.json?.error.code]).toEqual([status, code]);
    expect(answer.json.error.message).toMatch(/\w.*\.$/s);
    expect(answer.json.error.next).toMatch(/\w.*\.$/s);
    expect(answer.text).not.toMatch(/ at .*\.ts:\d/);
  });
});

describe("an attempt", () => {
  it("lists the drills of one kind with what the kind shows of them, and nothing of the key", async () => {
    const { json, text } = await ask("/api/drills?kind=echo");
    expect(json.problems).toEqual([]);
    expect(json.drills).toMatchObject([{ id: "good", listing: "What is said?", attempts: [] }]);
    expect(text).not.toContain(secret);
    expect((await ask("/api/drills?kind=none")).json.drills).toEqual([]);
  });

  it("names a drill whose listing cannot be read, and lists the rest", async () => {
    const next = "Mend it.";
    const broken = new AppError("invalid-drill", { message: "brief.md: gone", next, where: "x/y" });
    const { curriculum } = context;
    const listing = () => Promise.reject(broken);
    const other = createApp(
      { ...context, curriculum: { ...curriculum, listing } },
      { port: () => 4600, webFolder: folder },
    );
    const response = await other.fetch(
      new Request(`${own}/api/drills?kind=echo`, { headers: { host: "127.0.0.1:4600" } }),
    );
    expect(await response.json()).toEqual({
      drills: [],
      problems: [{ where: "y", message: "good: brief.md: gone" }],
    });
  });

  it("recalls in lists only what was graded, open and given-up work keeps its key", async () => {
    const [open, graded, shown] = [await begin(), await begin(), await begin()];
    const answer = { stage: "say", answer: { word: "no" } };
    const draft = { stage: "say", draft: { word: "hel" }, revision: 0 };
    await ask(`/api/attempts/${open.id}/draft`, { method: "PUT", body: draft });
    await ask(`/api/attempts/${shown.id}/draft`, { method: "PUT", body: draft });
    await ask(`/api/attempts/${graded.id}/submit`, { body: answer });
    await ask(`/api/attempts/${shown.id}/give-up`, { body: {} });
    const { json } = await ask("/api/drills?kind=echo");
    const recalls = json.drills[0].attempts.map(
      ({ id, recall }: { id: string; recall?: unknown }) => [id, recall ?? null],
    );
    expect(Object.fromEntries(recalls)).toEqual({
      [open.id]: null,
      [graded.id]: { say: { right: secret, said: "no" } },
      [shown.id]: null,
    });
    for (const { id } of [open, graded, shown]) {
      await ask(`/api/attempts/${id}`, { method: "DELETE" });
    }
  });

  it("names the tasks that no open stage judges any more", async () => {
    const { id, tasksOver } = await begin("good");
    const over = await ask(`/api/attempts/${id}/submit`, {
      body: { stage: "say", answer: { word: "no" } },
    });
    expect([tasksOver, over.json.tasksOver]).toEqual([[], [1]]);
    await ask(`/api/attempts/${id}`, { method: "DELETE" });
  });

  it("goes from a draft to a grade, and shows the key only then", async () => {
    const { id } = await begin();
    const before = [
      await ask("/api/tracks"),
      await ask("/api/today"),
      await ask("/api/drills/good"),
      await ask(`/api/attempts/${id}`),
    ];
    for (const { text } of before) {
      expect(text).not.toContain(`"${secret}`);
      // They would name what is to be found.
      expect(text).not.toContain('"concepts":["');
    }
    const draft = { stage: "say", draft: { word: "hel" }, revision: 0 };
    const saved = await ask(`/api/attempts/${id}/draft`, { method: "PUT", body: draft });
    expect(saved.json).toEqual({ revision: 1 });
    const stale = await ask(`/api/attempts/${id}/draft`, { method: "PUT", body: draft });
    expect([stale.status, stale.json.error.code]).toEqual([409, "conflict"]);
    const graded = await ask(`/api/attempts/${id}/submit`, {
      body: { stage: "say", answer: { word: secret } },
    });
    expect(graded.json).toMatchObject({
      state: "graded",
      currentStage: null,
      bar: { low: 70, high: 70, essential: "met" },
      summary: { passed: true, proves: { counts: false, because: "practice conditions" } },
      stages: [{ state: "graded", reveal: { word: secret }, draft: { word: secret } }],
      drill: { meta: { concepts: ["echo"] } },
    });
    const again = await ask(`/api/attempts/${id}/submit`, {
      body: { stage: "say", answer: { word: "x" } },
    });
    expect(again.json.error.code).toBe("attempt-closed");
  });

  it("keeps the draft when an answer does not fit", async () => {
    const { id } = await begin();
    await ask(`/api/attempts/${id}/draft`, {
      method: "PUT",
      body: { stage: "say", draft: { word: "kept" }, revision: 0 },
    });
    const bad = await ask(`/api/attempts/${id}/submit`, {
      body: { stage: "say", answer: { word: 7 } },
    });
    expect([bad.status, bad.json.error.code, bad.json.error.where]).toEqual([
      400,
      "invalid-answer",
      "stages.say.word",
    ]);
    const { json } = await ask(`/api/attempts/${id}`);
    expect(json.stages[0]).toMatchObject({ state: "open", draft: { word: "kept" } });
  });

  it("takes two submissions at once as one", async () => {
    const { id } = await begin();
    const sent = { body: { stage: "say", answer: { word: secret } } };
    const both = await Promise.all([
      ask(`/api/attempts/${id}/submit`, sent),
      ask(`/api/attempts/${id}/submit`, sent),
    ]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  it("stamps time by the server's clock, and takes pauses out", async () => {
    const { id } = await begin();
    clock += 30_000;
    await ask(`/api/attempts/${id}/beat`, { body: {} });
    expect((await ask(`/api/attempts/${id}/pause`, { body: {} })).json.paused).toBe(true);
    clock += 3_600_000;
    await ask(`/api/attempts/${id}/resume`, { body: {} });
    clock += 60_000;
    const { json } = await ask(`/api/attempts/${id}/submit`, {
      body: { stage: "say", answer: { word: secret } },
    });
    expect(json.summary.timedMs).toBe(90_000);
    const time = json.criteria.find((one: { id: string }) => one.id === "time");
    expect(time).toMatchObject({ verdict: "met", evidence: [{ value: 90, target: 120 }] });
  });

  it("counts the time of a pause that was never resumed", async () => {
    const { id } = await begin("good", "interview");
    await ask(`/api/attempts/${id}/pause`, { body: {} });
    clock += 3_600_000;
    const { json } = await ask(`/api/attempts/${id}/submit`, {
      body: { stage: "say", answer: { word: secret } },
    });
    expect(json.summary.timedMs).toBe(3_480_000);
    const time = json.criteria.find((one: { id: string }) => one.id === "time");
    expect(time).toMatchObject({ verdict: "missed", evidence: [{ value: 3480, target: 120 }] });
  });

  it("hides the material while it is paused", async () => {
    const { id } = await begin();
    await ask(`/api/attempts/${id}/pause`, { body: {} });
    const paused = (await ask(`/api/attempts/${id}`)).json;
    expect(paused).toMatchObject({ paused: true, drill: { text: "", files: {}, brief: null } });
    const back = (await ask(`/api/attempts/${id}/resume`, { body: {} })).json;
    expect(back).toMatchObject({ paused: false, drill: { files: { "wall.txt": "hullo\n" } } });
  });

  it("skips, with every criterion missed", async () => {
    const { id } = await begin();
    const { json } = await ask(`/api/attempts/${id}/skip`, { body: { stage: "say" } });
    expect(json.summary).toMatchObject({ passed: false, range: { low: 0, high: 0 } });
    expect(json.stages[0].state).toBe("skipped");
  });

  it("shows the answer on giving up, and then proves nothing", async () => {
    const { id } = await begin("good", "interview");
    const { json } = await ask(`/api/attempts/${id}/give-up`, { body: {} });
    expect(json).toMatchObject({ state: "given-up", stages: [{ reveal: { word: secret } }] });
    const next = await begin("good", "interview");
    const passed = await ask(`/api/attempts/${next.id}/submit`, {
      body: { stage: "say", answer: { word: secret } },
    });
    expect(passed.json.summary).toMatchObject({
      passed: true,
      proves: { counts: false, because: "its answer was shown less than 14 days before" },
    });
  });

  it.each([
    ["skipped", "skip", { stage: "say" }],
    ["failed", "submit", { stage: "say", answer: { word: "" } }],
  ])(
    "proves nothing after an attempt that was %s, which shows the answer too",
    async (_how, path, body) => {
      clock += 20 * 86_400_000;
      const { id } = await begin("good", "interview");
      const other = await begin("good");
      await ask(`/api/attempts/${other.id}/${path}`, { body });
      const { json } = await ask(`/api/attempts/${id}/submit`, {
        body: { stage: "say", answer: { word: secret } },
      });
      expect(json.summary).toMatchObject({ passed: true, proves: { counts: false } });
    },
  );

  it("still proves readiness after it was passed in practice", async () => {
    clock += 20 * 86_400_000;
    const right = { body: { stage: "say", answer: { word: secret } } };
    const practice = await begin("good");
    await ask(`/api/attempts/${practice.id}/submit`, right);
    const { id } = await begin("good", "interview");
    const { json } = await ask(`/api/attempts/${id}/submit`, right);
    expect(json.summary.proves.counts).toBe(true);
  });

  it("runs a draft for nothing, without the key, and not under interview conditions", async () => {
    const body = { stage: "say", answer: { word: "draft" } };
    const { id } = await begin();
    expect((await ask(`/api/attempts/${id}/run`, { body })).json).toEqual({
      view: { said: "draft", given: ["answer", "brief", "files", "ports", "seed", "stage"] },
    });
    const strict = await begin("good", "interview");
    const refused = await ask(`/api/attempts/${strict.id}/run`, { body });
    expect([refused.status, refused.json.error.code]).toEqual([403, "not-allowed"]);
    const other = await begin("count");
    const none = await ask(`/api/attempts/${other.id}/run`, {
      body: { stage: "count", answer: {} },
    });
    expect(none.json.error.code).toBe("not-allowed");
  });

  it("says that a body must be JSON", async () => {
    const sent = { raw: "{}", headers: { "content-type": "text/plain" } };
    const { json } = await ask("/api/attempts", sent);
    expect(json.error.message).toBe("The body must be application/json.");
  });

  it("gives hints one at a time, and none under interview conditions", async () => {
    const { id } = await begin();
    const first = await ask(`/api/attempts/${id}/hints`, { body: { task: 1 } });
    expect(first.json.hintsShown).toEqual([{ task: 1, index: 0, text: "Closer." }]);
    const strict = await begin("good", "interview");
    const refused = await ask(`/api/attempts/${strict.id}/hints`, { body: { task: 1 } });
    expect(refused.json.error.code).toBe("not-allowed");
  });

  it("keeps a contest beside the verdict", async () => {
    const { id } = await begin();
    await ask(`/api/attempts/${id}/submit`, { body: { stage: "say", answer: { word: "hi" } } });
    const { json } = await ask(`/api/attempts/${id}/contests`, {
      body: { stage: "say", criterion: "word", claim: "made", note: "It was said." },
    });
    expect(json.contests).toMatchObject([{ criterion: "word", note: "It was said." }]);
    expect(json.criteria[0].verdict).toBe("missed");
  });

  it("is listed, counted and removed", async () => {
    const { id } = await begin();
    const listed = await ask("/api/attempts?drill=good");
    expect(listed.json.attempts.map((one: { id: string }) => one.id)).toContain(id);
    await ask(`/api/attempts/${id}`, { method: "DELETE" });
    expect((await ask(`/api/attempts/${id}`)).status).toBe(404);
  });
});

describe("live work", () => {
  it("is rebuilt from its log by another process", async () => {
    const { id } = await begin("count");
    const first = await ask(`/api/attempts/${id}/actions`, { body: { seq: 1, body: { add: 1 } } });
    expect(first.json).toMatchObject({ seq: 1, body: { add: 1 }, view: { sum: 2 } });
    const fresh = createApp(context, { port: () => 4600, webFolder: folder });
    const kept = app;
    app = fresh;
    const second = await ask(`/api/attempts/${id}/actions`, { body: { seq: 2, body: { add: 2 } } });
    app = kept;
    expect(second.json).toMatchObject({ seq: 2, view: { sum: 4 } });
    const log = await ask(`/api/attempts/${id}/actions`);
    expect(log.json).toEqual([first.json, second.json]);
    await ask(`/api/attempts/${id}/pause`, { body: {} });
    expect((await ask(`/api/attempts/${id}/actions`)).json).toEqual([]);
    await ask(`/api/attempts/${id}/resume`, { body: {} });
    const stale = await ask(`/api/attempts/${id}/actions`, { body: { seq: 2, body: { add: 9 } } });
    expect(stale.json.error.code).toBe("conflict");
    const graded = await ask(`/api/attempts/${id}/submit`, {
      body: { stage: "count", answer: {} },
    });
    expect(graded.json.summary.passed).toBe(true);
  });

  it("refuses actions that do not fit, and kinds that take none", async () => {
    const { id } = await begin("count");
    const bad = await ask(`/api/attempts/${id}/actions`, { body: { seq: 1, body: { add: "1" } } });
    expect(bad.json.error.code).toBe("invalid-input");
    const quiet = await begin();
    const none = await ask(`/api/attempts/${quiet.id}/actions`, { body: { seq: 1, body: {} } });
    expect(none.json.error.code).toBe("invalid-input");
    expect((await ask(`/api/attempts/${quiet.id}/actions`)).json).toEqual([]);
  });
});

describe("documents", () => {
  it("are kept with every version", async () => {
    const made = await ask("/api/documents", {
      body: { type: "note", title: "One", body: { text: "a" } },
    });
    expect([made.status, made.json.version]).toEqual([201, 1]);
    const path = `/api/documents/${made.json.id}`;
    const next = { version: 1, title: "Two", body: { text: "b" } };
    expect((await ask(path, { method: "PUT", body: next })).json.version).toBe(2);
    expect((await ask(path, { method: "PUT", body: next })).json.error?.code).toBe("conflict");
    expect((await ask(`${path}/history`)).json).toHaveLength(2);
    expect((await ask(`${path}/versions/1`)).json.body).toEqual({ text: "a" });
    await ask(path, { method: "DELETE" });
    expect((await ask("/api/documents?type=note")).json).toEqual([]);
    await ask(`${path}/restore`, { body: {} });
    expect((await ask("/api/documents?type=note")).json).toMatchObject([{ title: "Two" }]);
  });

  it("may be larger than an answer, and not without end", async () => {
    const sized = (chars: number) =>
      ask("/api/documents", {
        body: { type: "note", title: "Long", body: { text: "x".repeat(chars) } },
      });
    const kept = await sized(3_000_000);
    expect(kept.status).toBe(201);
    await ask(`/api/documents/${kept.json.id}`, { method: "DELETE" });
    const refused = await sized(9_000_000);
    expect(refused.status).toBe(413);
    expect(refused.json.error.next).toContain("8 MB");
  });
});

describe("the archive", () => {
  it("is everything, as a file to save", async () => {
    const response = await app.request(`${own}/api/archive`, {
      headers: { host: "127.0.0.1:4600" },
    });
    const day = new Date(clock).toISOString().slice(0, 10);
    expect(response.headers.get("content-disposition")).toBe(
      `attachment; filename="loopwright-${day}.jsonl.gz"`,
    );
    const lines = gunzipSync(Buffer.from(await response.arrayBuffer()))
      .toString()
      .split("\n");
    expect(JSON.parse(lines[0]!)).toMatchObject({ archive: "loopwright", format: 2 });
    expect(lines.at(-2)).toMatch(/^\{"end":/);
  });
});

describe("settings", () => {
  it("are kept, and one bad value does not lose the others", async () => {
    const wanted = { scheme: "dark", showTimer: false, conditions: "interview" };
    await ask("/api/settings", { method: "PUT", body: wanted });
    expect((await ask("/api/settings")).json.settings).toEqual(wanted);
    await store.settings.put("local", "page", { ...wanted, scheme: "pink" });
    expect((await ask("/api/settings")).json.settings).toEqual({ ...wanted, scheme: "system" });
  });
});
