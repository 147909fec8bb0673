import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";

import type { CurriculumDrill, Evidence } from "@loopwright/core/learner";
import { readiness } from "@loopwright/core/readiness";

import { loadCurriculum, type Curriculum } from "./curriculum.ts";

/** What the maps of readiness promise of the curriculum as it is: docs/readiness.md. */
const today = "2026-11-23";
const root = join(dirname(fileURLToPath(import.meta.url)), "../../../tracks");

/** Concepts that prove nothing of any dimension on their own, each with its reason. */
const unmapped: Record<string, string> = {
  baseline: "a way to work with a scanner's findings",
  sarif: "a format",
  "source-control": "where a scanner looks",
};

let curriculum: Curriculum;
let drills: CurriculumDrill[] = [];
beforeAll(async () => {
  curriculum = await loadCurriculum(root);
  drills = [...curriculum.drills.values()].map(({ meta, trackId }) => ({
    ...meta,
    trackId,
    work: curriculum.kinds.get(meta.kind)?.module.kind.work ?? "drill",
    phase: curriculum.tracks.find(({ id }) => id === trackId)?.phase ?? 1,
  }));
});

const pass = (drill: CurriculumDrill): Evidence => ({
  id: drill.id,
  drill,
  state: "graded",
  conditions: "interview",
  drawn: true,
  passed: true,
  low: 100,
  high: 100,
  counts: drill.status === "reviewed",
  because: "",
  timedMs: drill.minutes.aim * 60_000,
  activeMs: 0,
  startedAt: `${today}T10:00:00.000Z`,
  endedAt: `${today}T10:10:00.000Z`,
  day: today,
});
const from = (evidence: Evidence[]) =>
  readiness({ today, tracks: curriculum.tracks, drills, evidence }).dimensions;

/** Whether a drill that declares nothing but this concept would measure something. */
const isMapped = (concept: string): boolean => {
  const bare = { ...drills[0]!, concepts: [concept], trackId: "none", kind: "none" };
  const { dimensions } = readiness({ today, tracks: [], drills: [bare], evidence: [] });
  return dimensions.some(({ measurable }) => measurable);
};

/** What waits for tracks that are not here yet. */
const waiting = new Set([
  "line-script-from-scratch",
  "line-story-for-any-principle",
  "line-risk-in-plain-words",
  "criterion-leadership",
  "criterion-communication",
]);

describe("the maps of readiness", () => {
  it("know every concept that a drill declares, or say why not", () => {
    const declared = [...new Set(drills.flatMap(({ concepts }) => concepts))];
    const unknown = declared.filter((one) => !isMapped(one) && !(one in unmapped));
    expect(unknown, "put it into core/src/readiness/maps, or into `unmapped`").toEqual([]);
  });

  it("leave no concept both mapped and unmapped", () => {
    expect(Object.keys(unmapped).filter(isMapped)).toEqual([]);
  });

  it("are measured in every part but what waits for a track", () => {
    const unmeasured = from([]).filter(({ measurable }) => !measurable);
    expect(unmeasured.map(({ id }) => id).filter((id) => !waiting.has(id))).toEqual([]);
  });

  it("can be met: whoever passes every reviewed drill is ready in all that is measured", () => {
    const low = from(drills.map(pass)).filter(({ level, measurable }) => measurable && level < 3);
    expect(low.map(({ id, status }) => `${id}: ${status}`)).toEqual([]);
  });

  it("can be met by the way that each names, step by step, and by few drills", () => {
    const byId = new Map(drills.map((drill) => [drill.id, drill]));
    for (const { id } of from([]).filter(({ measurable }) => measurable)) {
      const done: Evidence[] = [];
      const at = () => from(done).find((one) => one.id === id)!;
      for (let step = 1; step <= 3; step++) {
        done.push(...(at().next?.drillIds ?? []).map((one) => pass(byId.get(one)!)));
        expect([id, at().level]).toEqual([id, step]);
      }
      expect([id, done.length <= 6]).toEqual([id, true]);
    }
  });
});
