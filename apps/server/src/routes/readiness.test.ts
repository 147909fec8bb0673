import { lines } from "@loopwright/core";
import { afterAll, beforeAll, expect, it } from "vitest";

import { serving, type Serving } from "../../test/serving.ts";

let server: Serving;
beforeAll(async () => void (server = await serving()));
afterAll(() => server.close());

const readiness = async () => (await server.ask("/api/readiness")).json;
const track = async () =>
  (await readiness()).dimensions.find(({ group }: { group: string }) => group === "track");
const attempt = async (conditions: string) => {
  const body = { drillId: "good", conditions };
  const { id } = (await server.ask("/api/attempts", { body })).json;
  await server.ask(`/api/attempts/${id}/submit`, {
    body: { stage: "say", answer: { word: "hello" } },
  });
  return id;
};

it("names every dimension before there is evidence, and says what to do first", async () => {
  const { dimensions, history } = await readiness();
  expect(dimensions.slice(0, 5).map(({ id }: { id: string }) => id)).toEqual(
    lines.map(({ id }) => `line-${id}`),
  );
  expect(await track()).toMatchObject({
    level: 0,
    evidence: [],
    decaysOn: null,
    next: { drills: [{ title: expect.any(String), minutes: expect.any(Number) }] },
  });
  expect(history.days).toHaveLength(26);
  expect(Object.keys(history.levels)).toHaveLength(dimensions.length);
});

it("does not move by practice, and rises with a pass under interview conditions", async () => {
  await attempt("practice");
  expect(await track()).toMatchObject({ level: 0 });
  const attemptId = await attempt("interview");
  expect(await track()).toMatchObject({
    level: 1,
    evidence: [{ attemptId, age: "today", level: expect.any(Number) }],
    decaysOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  });
  const { history } = await readiness();
  expect(history.levels["track-1-fixture"].slice(-2)).toEqual([0, 1]);
});

it("falls when the clock goes on", async () => {
  server.setNow("2027-01-01T10:00:00Z");
  expect(await track()).toMatchObject({ level: 0, evidence: [] });
});

it("gives Today the same five lines", async () => {
  const today = (await server.ask("/api/today")).json;
  const { dimensions } = await readiness();
  for (const line of today.lines) {
    const same = dimensions.find(({ id }: { id: string }) => id === `line-${line.id}`);
    expect([line.proven, line.declared]).toEqual([same.level === 3, same.measurable]);
  }
});

it("tells nothing of a key or of concepts", async () => {
  expect(JSON.stringify(await readiness())).not.toMatch(/"concepts"|"key"|"answer"/);
});
