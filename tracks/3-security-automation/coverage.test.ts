import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, it } from "vitest";

import { loadCurriculum } from "@loopwright/content";
import type { Drill } from "@loopwright/core";

import type { ScriptBrief } from "./kinds/script/brief.ts";
import type { ScriptKey } from "./kinds/script/key.ts";
import { written } from "./kinds/script/kind.ts";

/** What is promised of the drills as a whole. */
const drills: Drill[] = [];
beforeAll(async () => {
  const curriculum = await loadCurriculum(join(fileURLToPath(import.meta.url), "..", ".."));
  for (const { meta } of curriculum.drills.values())
    if (meta.kind === "script") drills.push((await curriculum.drill(meta.id)).drill);
}, 60_000);

const briefOf = ({ brief }: Drill) => brief as unknown as ScriptBrief;
const keyOf = ({ key }: Drill) => key as unknown as ScriptKey;

it.each([
  "s3-exposure",
  "admin-roles",
  "stale-keys",
  "security-groups",
  "stolen-session",
  "isolate-instance",
  "kms-keys",
  "secrets-in-source",
  "lockfiles",
  "scanner-reports",
  "new-findings",
  "trail-policy",
  "siblings",
  "noisy-rule",
  "dockerfiles",
])("has a drill on %s", (exercise) => {
  expect(drills.filter((drill) => briefOf(drill).exercise === exercise)).toHaveLength(1);
});

it("has three levels, and four drills of the size of a phone screen", () => {
  expect(new Set(drills.map(({ meta }) => meta.level))).toEqual(new Set([1, 2, 3]));
  expect(drills.filter(({ meta }) => meta.size === "phone").length).toBeGreaterThanOrEqual(4);
});

it("asks no more of a phone screen than can be written in it: 35 lines, beside what is there", () => {
  for (const drill of drills.filter(({ meta }) => meta.size === "phone")) {
    const given = new Set(briefOf(drill).start.split("\n"));
    const lengths = drill.exemplars.map(({ answer }) => {
      const { source } = written.parse(answer.stages["write"]);
      return source.split("\n").filter((line) => line.trim() !== "" && !given.has(line)).length;
    });
    expect([drill.id, Math.min(...lengths) <= 35]).toEqual([drill.id, true]);
  }
});

it("has a talk about every script, and worlds that its sample does not show", () => {
  for (const drill of drills) {
    const { talk, sample } = briefOf(drill);
    const hidden = new Set(keyOf(drill).worlds.flatMap(({ traits }) => traits));
    const unseen = [...hidden].filter((trait) => !sample.traits.includes(trait));
    expect([drill.id, talk?.length, unseen.length > 0]).toEqual([drill.id, 3, true]);
  }
});
