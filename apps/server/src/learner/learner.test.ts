import { addDays, firstProfile } from "@loopwright/core/learner";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { serving, type Serving } from "../../test/serving.ts";
import { learnerState } from "./state.ts";

const today = "2026-03-02";
let server: Serving;
beforeAll(async () => void (server = await serving()));
afterAll(() => server.close());

const put = (over: object) =>
  server.ask("/api/profile", { method: "PUT", body: { ...firstProfile(today), ...over } });

describe("the profile", () => {
  it("is what holds until somebody says otherwise", async () => {
    const { json } = await server.ask("/api/profile");
    expect(json).toMatchObject({ told: false, today, profile: firstProfile(today) });
    expect(json.roles[0].id).toBe(json.profile.role);
  });

  it.each<[string, object, string]>([
    ["an interview in the past", { interviewOn: "2026-03-01" }, "interviewOn"],
    ["a day that is none", { interviewOn: "2026-02-30" }, "interviewOn"],
    ["zero minutes", { minutesPerDay: 0 }, "minutesPerDay"],
    ["minutes in words", { minutesPerDay: "45" }, "minutesPerDay"],
    ["rest on every day", { restDays: [0, 1, 2, 3, 4, 5, 6] }, "restDays"],
    ["no language", { languages: [] }, "languages"],
    ["a role that is none", { role: "astronaut" }, "role"],
    ["a round that is none", { round: "lunch" }, "round"],
    ["a process without stages", { process: [] }, "process"],
    ["fields that nobody knows", { admin: true }, ""],
  ])("refuses %s, says where, and changes nothing", async (_what, over, where) => {
    const { status, json } = await put(over);
    expect(status).toBe(400);
    expect(json.error.code).toBe("invalid-input");
    expect(json.error.where ?? "").toBe(where);
    expect((await server.ask("/api/profile")).json.told).toBe(false);
  });

  it("is kept as it was given", async () => {
    const { status, json } = await put({ interviewOn: addDays(today, 10), minutesPerDay: 60 });
    expect(status).toBe(200);
    expect(json).toMatchObject({ told: true, profile: { minutesPerDay: 60 } });
    expect((await server.ask("/api/profile")).json).toEqual(json);
  });

  it("counts as none where a later version wrote what this one cannot read", async () => {
    await server.store.settings.put("local", "profile", { from: "the future" });
    expect((await server.ask("/api/profile")).json.told).toBe(false);
  });
});

describe.each([
  ["where the store says what changed", false],
  ["where others may have changed anything", true],
])("evidence, %s", (_where, unknown) => {
  const evidence = async () => {
    const { context } = server;
    if (!unknown) return (await learnerState(context)).evidence;
    const changes = { mark: () => 0, since: () => null };
    shared ??= { ...context.store, changes };
    return (await learnerState({ ...context, store: shared })).evidence;
  };
  let shared: Serving["store"] | undefined;
  const begin = async () =>
    (await server.ask("/api/attempts", { body: { drillId: "good", conditions: "interview" } }))
      .json;
  const submit = (id: string, word: string) =>
    server.ask(`/api/attempts/${id}/submit`, { body: { stage: "say", answer: { word } } });

  it("follows an attempt from its first minute to its grade and its end", async () => {
    expect(await evidence()).toEqual([]);
    const { id } = await begin();
    expect(await evidence()).toMatchObject([{ id, state: "open", passed: false, low: null }]);
    await submit(id, "hello");
    expect(await evidence()).toMatchObject([
      { id, state: "graded", passed: true, counts: true, day: today, drill: { work: "drill" } },
    ]);
    expect(await evidence()).toBe(await evidence());
    await server.ask(`/api/attempts/${id}`, { method: "DELETE" });
    expect(await evidence()).toEqual([]);
  });

  it("loses what another attempt showed the answer of", async () => {
    const shown = await begin();
    await submit(shown.id, "something else");
    server.setNow("2026-03-02T11:00:00Z");
    expect(await evidence()).toMatchObject([{ id: shown.id, passed: false }]);
    const second = await begin();
    await submit(second.id, "hello");
    expect(await evidence()).toMatchObject([
      { id: second.id, passed: true, counts: false },
      { id: shown.id, passed: false },
    ]);
    await server.ask(`/api/attempts/${shown.id}`, { method: "DELETE" });
    expect(await evidence()).toMatchObject([{ id: second.id, counts: true }]);
    await server.ask(`/api/attempts/${second.id}`, { method: "DELETE" });
    server.setNow("2026-03-02T10:00:00Z");
  });
});

describe("a card of a drill", () => {
  const reviewed = (cardId: string, at: string) =>
    server.store.cards.addReview(
      { id: `${cardId} ${at}`, learnerId: "local", cardId, rating: 3, at },
      { state: null, due: "2026-05-01T00:00:00.000Z" },
    );
  const pass = async (at: string): Promise<string> => {
    server.setNow(at);
    const body = { drillId: "good", conditions: "interview" };
    const { id } = (await server.ask("/api/attempts", { body })).json;
    await server.ask(`/api/attempts/${id}/submit`, {
      body: { stage: "say", answer: { word: "hello" } },
    });
    return id;
  };

  it.each([
    ["of another drill", "made:other:1", "2026-03-19T10:00:00.000Z", true],
    ["of the curriculum", "echo-front", "2026-03-19T10:00:00.000Z", true],
    ["that was reviewed long before", "made:good:1", "2026-03-02T10:00:00.000Z", true],
    ["that was reviewed the day before", "made:good:1", "2026-03-19T10:00:00.000Z", false],
    ["that asks for its answer again", "question:good", "2026-03-19T10:00:00.000Z", false],
    ["that was reviewed afterwards", "made:good:1", "2026-03-21T10:00:00.000Z", true],
  ])("%s", async (_what, cardId, at, counts) => {
    await reviewed(cardId, at);
    const id = await pass("2026-03-20T10:00:00Z");
    const { evidence } = await learnerState(server.context);
    expect(evidence.find((one) => one.id === id)?.counts).toBe(counts);
    const { json } = await server.ask(`/api/attempts/${id}`);
    expect(json.summary.proves.counts).toBe(counts);
    const { attempts } = (await server.ask("/api/attempts")).json;
    expect(attempts[0].proves.counts).toBe(counts);
    await server.ask(`/api/attempts/${id}`, { method: "DELETE" });
    await server.store.cards.undoReview("local", `${cardId} ${at}`);
    server.setNow("2026-03-02T10:00:00Z");
  });

  it("takes its proof from an attempt that is known already", async () => {
    const id = await pass("2026-03-20T10:00:00Z");
    const counts = async () =>
      (await learnerState(server.context)).evidence.find((one) => one.id === id)?.counts;
    expect(await counts()).toBe(true);
    await reviewed("made:good:2", "2026-03-20T09:00:00.000Z");
    expect(await counts()).toBe(false);
    await server.store.cards.undoReview("local", "made:good:2 2026-03-20T09:00:00.000Z");
    expect(await counts()).toBe(true);
    await server.ask(`/api/attempts/${id}`, { method: "DELETE" });
    server.setNow("2026-03-02T10:00:00Z");
  });
});

describe("the placement", () => {
  it("can be declined, and begun later all the same", async () => {
    expect((await server.ask("/api/placement", { method: "DELETE" })).status).toBe(200);
    const { status, json } = await server.ask("/api/placement", { method: "POST" });
    expect(status).toBe(201);
    // The fixture has no closed questions: nothing is drawn, so nothing is left to do.
    expect(json).toMatchObject({ state: "done", day: today, items: [] });
  });
});
