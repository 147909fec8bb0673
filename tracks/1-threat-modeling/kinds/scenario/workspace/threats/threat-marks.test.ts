import type { Criterion, Grade, Verdict } from "@loopwright/core";
import { parseLines } from "@loopwright/threat-model";
import { expect, it } from "vitest";

import type { KeyThreat } from "../../material/threats.ts";
import { threatDraft } from "../shared/drafts.ts";
import { missedMarks, threatMarks } from "./threat-marks.ts";

const drawing = parseLines("app -> api: upload\napi -> db: keep").model;

const criterion = (id: string, verdict: Verdict, places: string[]): Criterion => ({
  id: `threat-${id}`,
  title: id,
  weight: 1,
  essential: false,
  verdict,
  evidence: places.map((place) => ({ type: "element", id: place })),
});

const graded = (...criteria: Criterion[]): Grade => ({
  status: "graded",
  criteria,
  remarks: [],
  measures: [],
});

const threat = (id: string, targets: string[]) => ({ ...threatDraft(null), id, targets });
const known = (id: string, at: string[]) => ({ id, at, title: `Title ${id}` }) as KeyThreat;

it("shows on the learner's drawing which named places hold a threat that was looked for", () => {
  const threats = [threat("t1", ["app"]), threat("t2", ["app", "db"]), threat("t3", ["api"])];
  const grade = graded(
    criterion("a", "met", ["app"]),
    criterion("b", "partly", ["app", "db"]),
    criterion("c", "missed", ["api"]),
  );
  expect(threatMarks(drawing, threats, grade)).toEqual({
    app: { tone: "met", note: "threat 1, 2" },
    db: { tone: "partly", note: "threat 2" },
    api: { tone: "extra", note: "threat 3" },
  });
});

it("shows on the reference where each threat lies, the worst verdict first", () => {
  const threats = [known("a", ["app"]), known("b", ["app", "db"]), known("c", ["api"])];
  const grade = graded(
    criterion("a", "met", []),
    criterion("b", "missed", []),
    criterion("c", "unsure", []),
  );
  expect(missedMarks(threats, grade)).toEqual({
    app: { tone: "missed", note: "Title a; Title b" },
    db: { tone: "missed", note: "Title b" },
    api: { tone: "extra", note: "Title c" },
  });
  expect(missedMarks(threats, null)).toEqual({});
});
