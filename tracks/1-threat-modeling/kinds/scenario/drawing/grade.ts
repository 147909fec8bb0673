import { judge, type Evidence, type Measure, type StageResult } from "@loopwright/core";
import type { Model } from "@loopwright/threat-model";

import type { DrawAnswer } from "../material/answer.ts";
import { compareDrawing, type Comparison } from "./compare.ts";
import { criteria } from "../grading/criteria.ts";
import { readDrawing, type DrawingProblem } from "./read.ts";
import { percent, verdictOf } from "../grading/figures.ts";
import type { Input } from "../grade.ts";
import { listed, nameIn } from "./naming.ts";
import { reason, type Found } from "../grading/prose.ts";
import { drawRemarks } from "./remarks.ts";
import { lowerFirst } from "../grading/remarks.ts";
import { whyRefused } from "./topic.ts";

/** Mode model: the drawing against the reference. Pure. */
export function gradeDraw(input: Input & { answer: DrawAnswer }): StageResult {
  const { key, answer } = input;
  const { model, problems } = readDrawing(answer.model);
  const reference = readDrawing(key.reference).model;
  const plans = criteria({ ...input, stage: "draw" });
  const refused = whyRefused(model, input);
  if (refused !== null) {
    const evidence = [reason(refused), ...problemEvidence(problems)];
    const missed: Found = { verdict: "missed", note: lowerFirst(refused), evidence };
    const found = Object.fromEntries(plans.map(({ id }) => [id, missed]));
    return { criteria: judge(plans, found), remarks: drawRemarks(null, reference), measures: [] };
  }
  const compared = compareDrawing(model, { ...key, reference });
  const found = {
    elements: elementsFound(compared, { input, model, reference, problems }),
    flows: flowsFound(compared, { input, model, reference, problems }),
    boundaries: boundariesFound(compared, { input, model, reference, problems }),
  };
  return {
    criteria: judge(plans, found),
    remarks: drawRemarks(compared, reference),
    measures: measuresOf(compared),
  };
}

type Given = {
  input: Input;
  model: Model;
  reference: Model;
  problems: readonly DrawingProblem[];
};

const element = (id: string, note: string): Evidence => ({ type: "element", id, note });

function elementsFound({ mapping, elements }: Comparison, given: Given): Found {
  const { input, model, reference, problems } = given;
  const bar = input.key.thresholds.elements;
  const { missing } = elements;
  return {
    verdict: verdictOf(elements.f1, bar),
    note: missing.length === 0 ? "all found" : `not found: ${listed(missing, reference)}`,
    evidence: [
      measured(elements.f1, bar.met),
      ...missing.map((id) => element(id, `missing: ${nameIn(reference, id)}`)),
      ...[...mapping.pairs].map(([own, id]) => element(own, `stands for ${nameIn(reference, id)}`)),
      ...[...mapping.splits].map(([own, id]) => element(own, `part of ${nameIn(reference, id)}`)),
      ...mapping.extra.map((own) => element(own, `beyond the reference: ${nameIn(model, own)}`)),
      ...problemEvidence(problems),
    ],
  };
}

function flowsFound({ flows }: Comparison, { input, model, reference }: Given): Found {
  const bar = input.key.thresholds.flows;
  const missing = flows.pairs.filter(({ credit }) => credit === 0);
  const turned = flows.pairs.filter(({ credit }) => credit > 0 && credit < 1);
  const flowName = (id: string) => `missing: ${nameIn(reference, id)}`;
  return {
    verdict: verdictOf(flows.f1, bar),
    note:
      missing.length === 0
        ? "all found"
        : `not found: ${listed(
            missing.map(({ flow }) => flow.id),
            reference,
          )}`,
    evidence: [
      measured(flows.f1, bar.met),
      ...missing.map(({ flow }) => element(flow.id, flowName(flow.id))),
      ...turned.flatMap(({ own }) => own.map((id) => element(id, "drawn the other way round"))),
      ...flows.pairs
        .filter(({ credit }) => credit === 1)
        .flatMap(({ own, flow }) =>
          own.map((id) => element(id, `stands for ${nameIn(reference, flow.id)}`)),
        ),
      ...flows.extra.map((id) => element(id, `beyond the reference: ${nameIn(model, id)}`)),
    ],
  };
}

function boundariesFound({ boundaries }: Comparison, { input, reference }: Given): Found {
  const bar = input.key.thresholds.boundaries;
  const open = boundaries.crossed.filter(({ credit }) => credit < 1);
  const crossings = boundaries.crossed.length;
  return {
    verdict: verdictOf(boundaries.f1, bar),
    note: `${crossings - open.length} of ${crossings} crossings drawn as they are`,
    evidence: [
      measured(boundaries.f1, bar.met),
      ...open.map(({ pair, note }) =>
        element(pair.own[0] ?? pair.flow.id, `${nameIn(reference, pair.flow.id)}: ${note}`),
      ),
      ...boundaries.crossed
        .filter(({ credit }) => credit === 1)
        .flatMap(({ pair, note }) => pair.own.map((id) => element(id, note))),
      ...boundaries.needless.flatMap(({ own }) =>
        own.map((id) => element(id, "drawn across a boundary, and both ends are trusted alike")),
      ),
    ],
  };
}

const measured = (share: number, target: number): Evidence => ({
  type: "measure",
  value: percent(share),
  unit: "F1, of 100",
  target: percent(target),
});

const shownProblems = 5;
export const problemEvidence = (problems: readonly DrawingProblem[]): Evidence[] =>
  problems
    .slice(0, shownProblems)
    .map(({ where, message }) => reason(`Not read, ${where}: ${message}`));

const measuresOf = ({ elements, flows, boundaries }: Comparison): Measure[] =>
  (
    [
      ["f1-elements", "F1 of elements", elements.f1],
      ["f1-flows", "F1 of flows", flows.f1],
      ["f1-boundaries", "F1 of boundaries", boundaries.f1],
    ] as const
  ).map(([id, title, share]) => ({ id, title, value: percent(share), unit: "of 100" }));
