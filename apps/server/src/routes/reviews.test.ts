import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { CardsView, ImportView, QueueView, ReviewView } from "../views/reviews-shapes.ts";
import { cardCounts } from "../learner/cards.ts";
import { forget } from "../learner/forget.ts";
import { learnerState } from "../learner/state.ts";
import { serving, type Serving } from "../../test/serving.ts";

let server: Serving;
beforeAll(async () => void (server = await serving()));
afterAll(() => server.close());
beforeEach(async () => {
  await server.store.archive.erase();
  forget(server.store);
  server.setNow("2026-03-02T10:00:00Z");
});

const queue = async (): Promise<QueueView> => (await server.ask("/api/reviews")).json;
const cards = async (query = ""): Promise<CardsView> =>
  (await server.ask(`/api/cards${query}`)).json;
const ids = (view: { cards: { id: string }[] }) => view.cards.map(({ id }) => id).join(" ");
const post = (path: string, body: unknown) => server.ask(`/api${path}`, { body });

let reviewed = 0;
async function review(cardId: string, rating: number, id = `review-${++reviewed}`) {
  const { status, json } = await post("/reviews", { id, cardId, rating, tookMs: 9000 });
  expect(status).toBe(200);
  return { id, ...(json as ReviewView) };
}

/** A finished attempt on the fixture's drill; its kind makes a card where the word is wrong. */
async function attempt(word: string, drillId = "good") {
  const { json } = await post("/attempts", { drillId, conditions: "practice" });
  await post(`/attempts/${json.id}/submit`, { stage: "say", answer: { word } });
  return json.id as string;
}

describe("an interview that moves", () => {
  it("brings cards forward that were due after it, and lets them go again", async () => {
    await review("echo-front", 4);
    server.setNow("2026-03-04T10:00:00Z");
    expect((await queue()).due).toBe(0);
    const { profile } = (await server.ask("/api/profile")).json;
    const move = (interviewOn: string | null) =>
      server.ask("/api/profile", { method: "PUT", body: { ...profile, interviewOn } });
    await move("2026-03-05");
    expect(await queue()).toMatchObject({ due: 1, cards: [{ id: "echo-front" }] });
    await move(null);
    expect((await queue()).due).toBe(0);
    await move("2026-03-05");
    await review("echo-front", 3);
    expect((await queue()).due).toBe(0);
  });
});

describe("the queue", () => {
  it("begins with the cards of the curriculum, each with what its buttons lead to", async () => {
    const { cards: asked, ...rest } = await queue();
    expect(asked).toMatchObject([
      {
        id: "echo-front",
        origin: "curriculum",
        front: "What comes back?",
        back: "The echo.",
        isNew: true,
        source: { url: "https://www.rfc-editor.org/rfc/rfc862", asOf: "2026-01-05" },
        intervals: { 1: "1 min", 2: "6 min", 3: "10 min", 4: "8 days" },
      },
    ]);
    expect(rest).toMatchObject({
      due: 0,
      fresh: 1,
      done: 0,
      last: null,
      nextDueAt: null,
      total: 1,
    });
  });

  it("goes through a day: learned, seen again, due on a later day", async () => {
    const first = await review("echo-front", 3);
    expect(first.queue).toMatchObject({ due: 1, fresh: 0, done: 1, last: { id: first.id } });
    server.setNow("2026-03-02T10:11:00Z");
    const second = await review("echo-front", 3);
    expect(second.queue).toMatchObject({ cards: [], due: 0, fresh: 0, tomorrow: 0 });
    expect(second.queue.nextDueAt?.slice(0, 10)).toBe("2026-03-04");
    server.setNow("2026-03-04T08:00:00Z");
    expect(await queue()).toMatchObject({ due: 1, fresh: 0, done: 0, last: null });
  });

  it("never plans past the day before the interview", async () => {
    const profile = (await server.ask("/api/profile")).json.profile;
    const body = { ...profile, interviewOn: "2026-03-05" };
    await server.ask("/api/profile", { method: "PUT", body });
    expect((await queue()).cards[0]?.intervals).toMatchObject({ 3: "10 min", 4: "2 days" });
    const { queue: after } = await review("echo-front", 4);
    expect(after.nextDueAt?.slice(0, 10)).toBe("2026-03-04");
  });

  it("keeps to the limits of the day, and says what is beyond", async () => {
    const text = Array.from({ length: 14 }, (_, n) => `front ${n}\tback`).join("\n");
    await post("/cards/import", { text });
    expect(await queue()).toMatchObject({ fresh: 10, beyond: { fresh: 5, due: 0 } });
    const [card] = (await queue()).cards;
    const after = await review(card!.id, 4);
    expect(after.queue).toMatchObject({ fresh: 9, beyond: { fresh: 5, due: 0 } });
  });

  it("counts for Today what it would ask, at the learner's own pace", async () => {
    const counts = async () => cardCounts(server.context, await learnerState(server.context));
    expect(await counts()).toEqual({ due: 0, fresh: 1, secondsEach: 20 });
    await review("echo-front", 1);
    expect(await counts()).toEqual({ due: 1, fresh: 0, secondsEach: 9 });
  });
});

describe("a review", () => {
  it("that is sent twice counts once", async () => {
    const { id } = await review("echo-front", 4);
    const again = await review("echo-front", 1, id);
    expect(again.queue).toMatchObject({ done: 1, due: 0 });
  });

  it.each([
    ["a rating that no button gives", { rating: 5 }, 400],
    ["a rating as text", { rating: "3" }, 400],
    ["no rating", { rating: undefined }, 400],
    ["a card that is gone", { cardId: "own:gone" }, 404],
    ["a question that was never tried", { cardId: "question:good" }, 404],
    ["a time below nothing", { tookMs: -1 }, 400],
    ["a time of days", { tookMs: 9e8 }, 400],
    ["something more", { extra: 1 }, 400],
  ])("with %s is refused", async (_name, bad, status) => {
    const given = { id: "review-bad", cardId: "echo-front", rating: 3, tookMs: null, ...bad };
    expect((await post("/reviews", given)).status).toBe(status);
    expect(await queue()).toMatchObject({ done: 0, fresh: 1 });
  });

  it("is undone, and its card stands at the head again", async () => {
    const before = await queue();
    const { id } = await review("echo-front", 4);
    const undone = await post("/reviews/undo", { id });
    expect(undone.json).toMatchObject({ ...before, cards: before.cards });
    expect((await post("/reviews/undo", { id })).status).toBe(404);
    expect(await queue()).toEqual(before);
  });

  it("of a card that is forgotten for the eighth time suspends it, and says so", async () => {
    let leeches = 0;
    for (let day = 1; day <= 20 && leeches === 0; day++) {
      server.setNow(`2026-04-${String(day).padStart(2, "0")}T10:00:00Z`);
      await review("echo-front", 4);
      server.setNow(`2026-04-${String(day).padStart(2, "0")}T12:00:00Z`);
      const last = await review("echo-front", 1);
      if (last.leech) leeches = day;
      if (last.leech) expect((await review("echo-front", 1, last.id)).leech).toBe(true);
    }
    expect(leeches).toBe(8);
    expect((await cards("?show=leech")).cards).toMatchObject([{ lapses: 8, suspended: "leech" }]);
    const refused = await post("/reviews", {
      id: "review-late",
      cardId: "echo-front",
      rating: 3,
      tookMs: null,
    });
    expect(refused.status).toBe(409);
  });
});

describe("cards of what was missed", () => {
  it("come once the attempt is over, once for each thing, and say where they come from", async () => {
    const { json } = await post("/attempts", { drillId: "good", conditions: "practice" });
    expect((await queue()).total).toBe(1);
    await post(`/attempts/${json.id}/submit`, { stage: "say", answer: { word: "wrong" } });
    await attempt("wrong again");
    expect(await queue()).toMatchObject({
      total: 2,
      cards: [
        {
          id: "made:good:word",
          origin: "made",
          front: "A hall.",
          back: "The word is hello",
          concepts: ["echo"],
          from: { drillId: "good", drillTitle: "A good drill", attemptId: json.id },
        },
        { id: "echo-front" },
      ],
    });
  });

  it.each([
    [
      "a right answer",
      (id: string) => post(`/attempts/${id}/submit`, { stage: "say", answer: { word: "hello" } }),
    ],
    ["a stage that was skipped", (id: string) => post(`/attempts/${id}/skip`, { stage: "say" })],
    ["an answer that was shown", (id: string) => post(`/attempts/${id}/give-up`, {})],
  ])("do not come of %s", async (_name, end) => {
    const { json } = await post("/attempts", { drillId: "good", conditions: "practice" });
    expect((await end(json.id)).status).toBe(200);
    expect((await queue()).total).toBe(1);
  });

  it("outlive their attempt, and do not come of one whose grade is withheld", async () => {
    const id = await attempt("wrong");
    await server.ask(`/api/attempts/${id}`, { method: "DELETE" });
    expect((await queue()).cards[0]).toMatchObject({ id: "made:good:word" });
    await server.ask("/api/cards/made:good:word", { method: "DELETE" });
    const { json } = await post("/attempts", { drillId: "good", conditions: "practice" });
    const { attempt: open, revision } = (await server.store.attempts.get(json.id))!;
    await server.store.attempts.update(json.id, revision, { ...open, sealed: true });
    await post(`/attempts/${json.id}/submit`, { stage: "say", answer: { word: "wrong" } });
    expect((await queue()).total).toBe(1);
  });
});

describe("questions", () => {
  let before: Serving["context"]["curriculum"];
  beforeAll(() => {
    before = server.context.curriculum;
    const echo = before.kinds.get("echo")!;
    const kind = { ...echo.module.kind, work: "question" as const };
    const kinds = new Map([
      ...before.kinds,
      ["echo", { ...echo, module: { ...echo.module, kind } }],
    ]);
    server.context.curriculum = { ...before, kinds };
  });
  afterAll(() => void (server.context.curriculum = before));
  const question = async () => (await queue()).cards.find(({ id }) => id === "question:good");

  it("are cards once they were tried and are over, and tell nothing of the key", async () => {
    expect(await question()).toBeUndefined();
    const { json } = await post("/attempts", { drillId: "good", conditions: "practice" });
    expect(await question()).toBeUndefined();
    await post(`/attempts/${json.id}/submit`, { stage: "say", answer: { word: "wrong" } });
    const asked = await question();
    expect(asked).toMatchObject({
      front: "A hall.",
      back: "Not found in the last answer:\n\n- The word",
      from: { attemptId: json.id },
      suggested: 1,
    });
    expect(JSON.stringify(asked)).not.toContain("hello");
  });

  it("suggest a rating from the last answer, until they were reviewed", async () => {
    await attempt("hello");
    expect(await question()).toMatchObject({ suggested: 3, back: expect.stringMatching(/^Every/) });
    server.setNow("2026-03-02T10:01:00Z");
    await review("question:good", 1);
    expect(await question()).toMatchObject({ suggested: null });
  });

  it("whose answer was shown have no grade to tell of", async () => {
    const { json } = await post("/attempts", { drillId: "good", conditions: "practice" });
    await post(`/attempts/${json.id}/give-up`, {});
    expect(await question()).toMatchObject({ front: "A hall.", back: "", suggested: null });
  });
});

describe("the learner's own cards", () => {
  const own = { front: "What is <script>alert(1)</script>?", back: "Text", concepts: ["xss"] };

  it("are added, found, suspended, taken up again and deleted", async () => {
    const { status, json } = await post("/cards", own);
    expect(status).toBe(201);
    const path = `/api/cards/${encodeURIComponent(json.id)}`;
    expect(await cards("?q=SCRIPT+text")).toMatchObject({
      total: 1,
      cards: [{ ...own, origin: "own" }],
    });
    const suspended = await server.ask(`${path}/suspended`, {
      method: "PUT",
      body: { suspended: true },
    });
    expect(suspended.json).toMatchObject({ fresh: 1, total: 2 });
    expect(await cards("?show=suspended")).toMatchObject({
      cards: [{ id: json.id, suspended: "learner", due: null }],
      counts: { all: 2, due: 0, new: 1, leech: 0, suspended: 1 },
    });
    const back = await server.ask(`${path}/suspended`, {
      method: "PUT",
      body: { suspended: false },
    });
    expect(back.json).toMatchObject({ fresh: 2, cards: [{ id: json.id }, {}] });
    expect((await server.ask(path, { method: "DELETE" })).status).toBe(200);
    expect((await server.ask(path, { method: "DELETE" })).status).toBe(404);
  });

  it.each([
    ["no back", { ...own, back: "" }, 400],
    ["a front without end", { ...own, front: "x".repeat(4001) }, 400],
    ["a front that is there", { front: " What  comes BACK? ", back: "x", concepts: [] }, 409],
    ["concepts in other words", { ...own, concepts: ["Two words"] }, 400],
  ])("with %s are refused", async (_name, card, status) => {
    expect((await post("/cards", card)).status).toBe(status);
    expect((await queue()).total).toBe(1);
  });

  it.each([
    ["suspended", "/api/cards/none/suspended", "PUT", { suspended: true }],
    ["deleted", "/api/cards/none", "DELETE", undefined],
    ["deleted, where it is of the curriculum", "/api/cards/echo-front", "DELETE", undefined],
  ])("that are not there cannot be %s", async (_name, path, method, body) => {
    expect((await server.ask(path, { method, ...(body && { body }) })).status).toBe(404);
  });

  it("come from a text file, and each line that does not is told", async () => {
    const lines = ["one\tback", "What comes back?\tx", "alone", "one\tagain", "two\tback\ttag"];
    const { json } = await post("/cards/import", { text: lines.join("\n") });
    expect(json).toEqual({
      added: 2,
      known: { count: 2, lines: [2, 4] },
      problems: { count: 1, first: [{ line: 3, message: expect.stringContaining("tab between") }] },
    } satisfies ImportView);
    const again = await post("/cards/import", { text: lines.join("\n") });
    expect(again.json).toMatchObject({ added: 0, known: { count: 4 } });
  });

  it("in a file of ten megabytes are refused, and nothing is added", async () => {
    const { status, json } = await post("/cards/import", { text: "a\tb\n".repeat(2_500_000) });
    expect([status, json.error.code]).toEqual([413, "too-large"]);
    expect((await queue()).total).toBe(1);
  });
});

describe("the list", () => {
  it.each([
    ["", "echo-front"],
    ["?q=echo", "echo-front"],
    ["?q=nothing", ""],
    ["?show=new", "echo-front"],
    ["?show=due", ""],
    ["?show=nonsense", "echo-front"],
    ["?from=1", ""],
    ["?from=-1", "echo-front"],
  ])("by %s holds “%s”", async (query, expected) => {
    expect(ids(await cards(query))).toBe(expected);
  });

  it("gives a hundred at a time", async () => {
    const text = Array.from({ length: 150 }, (_, n) => `front ${n}\tback`).join("\n");
    await post("/cards/import", { text });
    const [first, second] = [await cards(), await cards("?from=100")];
    expect([first.cards.length, second.cards.length, first.total]).toEqual([100, 51, 151]);
  });
});

describe("files", () => {
  it.each([
    ["tsv", /^text\/tab/],
    ["apkg", /^application\/octet-stream/],
  ])("cards as .%s, as something to be saved", async (ending, type) => {
    const { status, headers, text } = await server.ask(`/api/cards/files/${ending}`);
    expect(status).toBe(200);
    expect(headers.get("content-type")).toMatch(type);
    expect(headers.get("content-disposition")).toBe(
      `attachment; filename="loopwright-cards.${ending}"`,
    );
    expect(text).toMatch(ending === "tsv" ? /What comes back\?\tThe echo\.\techo/ : /^PK/);
  });
});
