import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { loadCurriculum, type Curriculum } from "@loopwright/content";
import {
  AppError,
  beginAttempt,
  plannedCriteria,
  type Attempt,
  type Drill,
  type KeptCard,
} from "@loopwright/core";
import { next } from "@loopwright/core/schedule";
import { createApp, type Context } from "@loopwright/server";
import { openStore, type Store } from "@loopwright/store";

import { below, median, timed, type Figure } from "./table.ts";

const tracks = fileURLToPath(new URL("../tracks", import.meta.url));
const attemptCount = 5000;
const reviewCount = 10_000;
const cardCount = 3000;
const drillCount = 120;
const rounds = 10;
const dayMs = 86_400_000;
const now = Date.now();

/** Today of somebody who has worked for half a year: asked for right after something changed, as after a grade. */
export async function openToday(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "loopwright-today-"));
  const store = await openStore({ dataFolder: folder });
  try {
    const curriculum = await loadCurriculum(tracks);
    const last = await fill(store, curriculum);
    const context = contextOf(store, curriculum);
    const app = createApp(context, { port: () => 4600, webFolder: folder });
    const ask = async () => {
      const headers = { host: "127.0.0.1:4600" };
      const response = await app.fetch(new Request("http://127.0.0.1:4600/api/today", { headers }));
      if (response.status !== 200) throw new Error(await response.text());
      await response.text();
    };
    const first = await timed(ask);
    const times: number[] = [];
    for (let round = 1; round <= rounds; round++) {
      await store.attempts.update(last.id, round, last);
      times.push(await timed(ask));
    }
    const much = `${attemptCount} attempts, ${reviewCount} reviews, ${cardCount} cards`;
    return [
      {
        what: `Today for the first time, ${much}`,
        value: `${Math.round(first)} ms`,
        aim: "none",
        held: true,
      },
      below({
        what: `Today, ${much}, median of ${rounds}`,
        value: median(times),
        below: 100,
        unit: "ms",
      }),
    ];
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(store: Store, curriculum: Curriculum): Promise<Attempt> {
  const drills = await drillsFrom(curriculum);
  for (const drill of drills) await store.drillVersions.save(drill);
  let last: Attempt | undefined;
  for (let at = 0; at < attemptCount; at++) {
    last = finished(curriculum, drills[at % drills.length]!, at);
    await store.attempts.create(last);
  }
  await fillCards(store);
  return last!;
}

async function drillsFrom(curriculum: Curriculum): Promise<Drill[]> {
  const reviewed = [...curriculum.drills.values()].filter(({ meta }) => meta.status === "reviewed");
  const step = Math.max(1, Math.floor(reviewed.length / drillCount));
  const some = reviewed.filter((_one, at) => at % step === 0);
  return Promise.all(some.map(async ({ meta }) => (await curriculum.drill(meta.id)).drill));
}

/** A finished attempt, two thirds of its criteria met; the later ones are newer. */
function finished(curriculum: Curriculum, drill: Drill, at: number): Attempt {
  const module = curriculum.kinds.get(drill.meta.kind)!.module;
  const ended = now - ((attemptCount - at) / attemptCount) * 180 * dayMs;
  const begun = beginAttempt({
    id: `attempt-${at}`,
    learnerId: "local",
    drill,
    kind: module.kind,
    conditions: at % 3 === 0 ? "practice" : "interview",
    seed: `seed-${at}`,
    now: ended - 480_000,
  });
  const closedAt = new Date(ended).toISOString();
  const stages = begun.stageOrder.map((stage) => {
    const criteria = plannedCriteria(drill, module, stage).map((plan, of) => ({
      ...plan,
      verdict: (at + of) % 3 === 0 ? ("missed" as const) : ("met" as const),
      evidence: [],
    }));
    const grade = { status: "graded" as const, criteria, remarks: [], measures: [] };
    const record = {
      state: "graded" as const,
      draft: null,
      revision: 1,
      grade,
      replies: [],
      closedAt,
    };
    return [stage, record] as const;
  });
  const timing = { activeMs: 480_000, pauses: [], perStageMs: { [begun.stageOrder[0]!]: 420_000 } };
  return {
    ...begun,
    state: "graded",
    endedAt: closedAt,
    stages: Object.fromEntries(stages),
    clock: { ...begun.clock, timing },
  };
}

/** Cards of the learner's own, each reviewed some three times, and due over the next month. */
async function fillCards({ cards }: Store): Promise<void> {
  const createdAt = new Date(now - 180 * dayMs).toISOString();
  const card = (at: number): KeptCard => ({
    id: `card-${at}`,
    front: `What is the question of card ${at}?`,
    back: `The answer of card ${at}, which is a sentence or two long.`,
    concepts: ["own"],
    origin: "own",
    drillId: null,
    attemptId: null,
    createdAt,
  });
  await cards.add(
    "local",
    Array.from({ length: cardCount }, (_, at) => card(at)),
  );
  for (let at = 0; at < reviewCount; at++) {
    const when = now - ((reviewCount - at) / reviewCount) * 170 * dayMs;
    const { memory } = next(null, 3, { now: when, offsetMinutes: 0, interviewOn: null });
    const due = new Date(now + (at % 30) * dayMs).toISOString();
    await cards.addReview(
      {
        id: `review-${at}`,
        learnerId: "local",
        cardId: `card-${at % cardCount}`,
        rating: 3,
        at: new Date(when).toISOString(),
        tookMs: 9000,
      },
      { state: memory, due },
    );
  }
}

const refusing = async () => {
  throw new AppError("not-confined", { message: "Nothing runs here.", next: "-" });
};

const contextOf = (store: Store, curriculum: Curriculum): Context => ({
  curriculum,
  store,
  sandbox: { run: refusing, open: refusing, capabilities: () => [] },
  browserRuns: null,
  learnerId: "local",
  now: () => now,
  newId: () => "id",
  about: { dataFolder: "", database: "embedded", version: "0" },
});
