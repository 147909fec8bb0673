import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

import { loadCurriculum } from "@loopwright/content";
import {
  AppError,
  gradeStage,
  replayingPorts,
  type Attempt,
  type KindModule,
  type Ports,
} from "@loopwright/core";
import { openStore, type Store } from "@loopwright/store";

import { startFakeModel, type FakeModel } from "../../../packages/model-client/test/fake-model.ts";
import { createApp } from "./app.ts";
import type { Context } from "./context.ts";
import { lateProsePort, modelConfig } from "./language-model.ts";
import type { LanguageModelInput } from "./views/shapes.ts";

const tracks = fileURLToPath(new URL("../../../packages/content/test/tracks", import.meta.url));
const key = "sk-very-secret-0123456789";
const page = { scheme: "dark", showTimer: true, conditions: "practice" } as const;

let folder = "";
let store: Store;
let context: Context;
let app: ReturnType<typeof createApp>;
let fake: FakeModel;
/** Everything that came back over HTTP, and everything that was logged. */
let out = "";
let ids = 0;

const nowhere = async () => {
  throw new AppError("not-confined", { message: "Nothing runs here.", next: "-" });
};

/** The echo kind, but a language model says whether the word is right. */
const asking = (module: KindModule): KindModule => ({
  ...module,
  grade: async ({ answer, ports }: { answer: { word: string }; ports: Ports } & object) => {
    const input = { answer: answer.word };
    const schema = { type: "object", required: ["met"], properties: { met: { type: "boolean" } } };
    const reply = await ports.prose?.ask({ name: "word", instructions: "Judge.", input, schema });
    const [verdict, note] =
      reply === undefined
        ? (["unsure", "No model is set up."] as const)
        : reply.step === "offline"
          ? (["unsure", reply.reason] as const)
          : ([
              (reply.value as { met: boolean }).met ? "met" : "missed",
              `${reply.step} of ${reply.model}`,
            ] as const);
    const word = { id: "word", title: "The word", weight: 1, essential: true };
    return {
      criteria: [{ ...word, verdict, note, evidence: [] }],
      remarks: [],
      measures: [],
    };
  },
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "loopwright-model-"));
  store = await openStore({ dataFolder: join(folder, "data") });
  const curriculum = await loadCurriculum(tracks);
  const echo = curriculum.kinds.get("echo")!;
  curriculum.kinds.set("echo", { ...echo, module: asking(echo.module) });
  context = {
    curriculum,
    store,
    sandbox: { run: nowhere, open: nowhere, capabilities: () => [] },
    browserRuns: null,
    learnerId: "local",
    now: () => Date.parse("2026-03-01T10:00:00Z"),
    newId: () => `id-${++ids}`,
    about: { dataFolder: folder, database: "embedded", version: "0" },
  };
  app = createApp(context, { port: () => 4600, webFolder: folder });
  fake = await startFakeModel({ key, answer: () => ({ met: true }) });
});

afterAll(async () => {
  await fake.close();
  await store.close();
  await rm(folder, { recursive: true });
});

beforeEach(() => {
  out = "";
  fake.mood = "good";
  fake.seen.splice(0);
  for (const way of ["log", "error", "warn"] as const) {
    vi.spyOn(console, way).mockImplementation((...said) => void (out += said.map(shown).join()));
  }
});
afterEach(() => {
  vi.restoreAllMocks();
  if (out.includes(key.slice(0, 10))) throw new Error(`The key came out: ${out}`);
});

const shown = (one: unknown): string =>
  one instanceof Error ? `${one.stack} ${shown(one.cause)} ${JSON.stringify(one)}` : String(one);

async function ask(path: string, { method, body }: { method?: string; body?: unknown } = {}) {
  const response = await app.fetch(
    new Request(`http://127.0.0.1:4600/api${path}`, {
      method: method ?? (body === undefined ? "GET" : "POST"),
      headers: { host: "127.0.0.1:4600", "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
  const text = await response.text();
  out += text;
  return { status: response.status, json: JSON.parse(text) };
}

const on = (): LanguageModelInput => ({
  enabled: true,
  baseUrl: fake.baseUrl,
  model: "tiny",
  transcriptionUrl: "",
  key,
});
const save = async (over: Partial<LanguageModelInput> = {}) =>
  ask("/settings", { method: "PUT", body: { ...page, languageModel: { ...on(), ...over } } });

async function graded(conditions = "practice", word = "x") {
  const { json } = await ask("/attempts", { body: { drillId: "good", conditions } });
  const submitted = await ask(`/attempts/${json.id}/submit`, {
    body: { stage: "say", answer: { word } },
  });
  const { attempt } = (await store.attempts.get(json.id))!;
  const { verdict, note } = submitted.json.criteria[0];
  return { verdict, note, replies: attempt.stages["say"]?.replies, attempt };
}

describe("the settings of the language model", () => {
  it("are off at first", async () => {
    const { json } = await ask("/settings");
    expect(json.languageModel).toEqual({
      enabled: false,
      baseUrl: "",
      model: "",
      transcriptionUrl: "",
      hasKey: false,
      ready: false,
      where: null,
    });
  });

  it("never give the key back, keep it when it is left out, and drop it for null", async () => {
    const hasKey = async (over: Partial<LanguageModelInput>) =>
      (await save(over)).json.languageModel.hasKey;
    expect(await hasKey({})).toBe(true);
    expect(await hasKey({ key: undefined })).toBe(true);
    expect(JSON.stringify(await store.settings.all("local"))).not.toContain(key);
    expect(await hasKey({ key: null })).toBe(false);
    expect(await hasKey({ key: undefined })).toBe(false);
  });

  it("never give the key to another address than the one that it was entered for", async () => {
    await save();
    const other = await startFakeModel();
    const moved = await save({ baseUrl: other.baseUrl, key: undefined });
    expect(moved.json.languageModel.hasKey).toBe(false);
    await ask("/model/test", { method: "POST" });
    expect(other.seen[0]?.authorization).toBeUndefined();
    // Going back does not bring it back either: it is gone.
    expect((await save({ key: undefined })).json.languageModel.hasKey).toBe(false);
    await other.close();
  });

  it("use no key that was kept for another address, however that came about", async () => {
    await save();
    const moved = { enabled: true, baseUrl: "https://models.example/v1", model: "tiny" };
    await store.settings.put("local", "languageModel", moved);
    expect((await ask("/settings")).json.languageModel).toMatchObject({
      ready: true,
      hasKey: false,
    });
    expect(await modelConfig(context)).toMatchObject({ key: null });
  });

  it("stay as they are when the page saves the others", async () => {
    await save();
    await ask("/settings", { method: "PUT", body: { ...page, scheme: "light" } });
    const { json } = await ask("/settings");
    expect(json.languageModel).toMatchObject({ ready: true, hasKey: true });
    expect(json.settings.scheme).toBe("light");
  });

  it.each([
    ["http://127.0.0.1:1234/v1", { host: "127.0.0.1:1234", loopback: true, encrypted: false }],
    ["https://models.example/v1", { host: "models.example", loopback: false, encrypted: true }],
  ])("say where %s leads", async (baseUrl, where) => {
    const { json } = await save({ baseUrl, enabled: false });
    expect(json.languageModel).toMatchObject({ where, ready: false });
  });

  it.each<[string, Partial<Record<keyof LanguageModelInput, unknown>>, string]>([
    ["a URL with a password", { baseUrl: "http://a:b@c/v1" }, "languageModel.baseUrl"],
    ["a file", { transcriptionUrl: "file:///etc/passwd" }, "languageModel.transcriptionUrl"],
    ["a key of two lines", { key: `${key}\nx` }, "languageModel.key"],
    ["a key that is a number", { key: 7 }, "languageModel.key"],
    ["an unknown field", { keys: key } as never, "languageModel"],
  ])("refuse %s, and keep what was there", async (_name, over, where) => {
    await save();
    const { status, json } = await save(over as Partial<LanguageModelInput>);
    expect([status, json.error.code, json.error.where]).toEqual([400, "invalid-input", where]);
    expect((await ask("/settings")).json.languageModel).toMatchObject({
      ready: true,
      hasKey: true,
    });
  });

  it("log no key where the database fails", async () => {
    const failing = { ...context, store: { ...store, settings: { ...store.settings } } };
    failing.store.settings.put = async () => {
      throw new Error(`Failed query: insert into settings, params: ${key}`);
    };
    const kept = app;
    app = createApp(failing, { port: () => 4600, webFolder: folder });
    const { status, json } = await save();
    app = kept;
    expect([status, json.error.message]).toEqual([500, "The key could not be kept."]);
  });
});

describe("the connection", () => {
  it("is tested, and its models are listed", async () => {
    await save();
    fake.answer = (_input) => ({ word: "green", colour: true });
    const tested = await ask("/model/test", { method: "POST" });
    fake.answer = () => ({ met: true });
    expect(tested.json).toMatchObject({ ok: true, step: "json_schema", model: "tiny" });
    expect((await ask("/model/models")).json).toEqual({ ok: true, models: ["small", "tiny"] });
  });

  it("says what is wrong as data", async () => {
    await save({ key: "sk-wrong-wrong-wrong" });
    const { status, json } = await ask("/model/test", { method: "POST" });
    expect([status, json.problem.code]).toEqual([200, "key-refused"]);
    expect(JSON.stringify(json)).not.toContain("sk-wrong");
  });

  it.each([
    ["is off", { enabled: false }],
    ["has no address", { baseUrl: "" }],
  ])("asks nothing while the model %s", async (_name, over) => {
    await save(over);
    const both = [await ask("/model/test", { method: "POST" }), await ask("/model/models")];
    expect(both.map(({ json }) => json.error.code)).toEqual(["not-allowed", "not-allowed"]);
    expect(fake.seen).toEqual([]);
  });
});

describe("grading with a language model", () => {
  it.each(["practice", "interview"])("asks it under %s conditions", async (conditions) => {
    await save();
    const { verdict, note, replies } = await graded(conditions);
    expect([verdict, note]).toEqual(["met", "json_schema of tiny"]);
    expect(replies).toEqual([
      { value: { step: "json_schema", value: { met: true }, model: "tiny" } },
    ]);
  });

  it.each([
    ["off", { enabled: false }],
    ["without a model", { model: "" }],
  ])("has no port while it is %s", async (_name, over) => {
    await save(over);
    const { note, replies } = await graded();
    expect([note, replies, fake.seen]).toEqual(["No model is set up.", [], []]);
  });

  it.each([
    ["broken", "failed (500)"],
    ["hung up", "closed the connection before it had answered"],
    ["wrong", "gave no fitting reply"],
  ] as const)("grades offline when it is %s, and says why", async (mood, why) => {
    await save();
    fake.mood = mood;
    const { verdict, note } = await graded();
    expect(verdict).toBe("unsure");
    expect(note).toContain(why);
  });

  it("sends the answer, and nothing else of the learner's", async () => {
    await save();
    await graded("practice", "my words");
    const messages = fake.seen[0]?.body.messages;
    expect(messages?.[1]?.content).toBe('{"answer":"my words"}');
    expect(JSON.stringify(fake.seen[0]?.body)).not.toMatch(/local|id-\d/);
  });

  it("grades the same again from what was recorded, when the model would say otherwise", async () => {
    await save();
    const { attempt, replies } = await graded();
    fake.answer = () => ({ met: false });
    const again = await regrade(attempt, replayingPorts(context, replies!));
    fake.answer = () => ({ met: true });
    expect(again).toEqual(attempt.stages["say"]?.grade);
    expect(fake.seen).toHaveLength(1);
  });
});

describe("live work with a language model", () => {
  const question = { name: "q", instructions: "", input: "", schema: { type: "object" } };

  it("always has the port, which follows the setting", async () => {
    const port = lateProsePort(context);
    await save({ enabled: false });
    const off = { step: "offline", reason: "The language model is off." };
    expect(await port.ask(question)).toEqual(off);
    await save();
    expect(await port.ask(question)).toMatchObject({ step: "json_schema", model: "tiny" });
    expect(fake.seen).toHaveLength(1);
  });
});

async function regrade(attempt: Attempt, { sandbox, prose }: Ports) {
  const drill = (await store.drillVersions.get(attempt.drillHash))!;
  const { module } = context.curriculum.kinds.get(drill.meta.kind)!;
  const { seed, actions, clock } = attempt;
  const answer = attempt.stages["say"]?.draft ?? null;
  const ports = { sandbox, ...(prose && { prose }) };
  const timing = clock.timing;
  return gradeStage({
    drill,
    module,
    stage: "say",
    answer,
    seed,
    actions,
    timing,
    earlier: {},
    ports,
  });
}
