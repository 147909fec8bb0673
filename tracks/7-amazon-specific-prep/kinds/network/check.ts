import { noticesOf, reach } from "@loopwright/aws/network";
import type { MaterialProblem } from "@loopwright/core";

import type { NetworkBrief } from "./brief.ts";
import { questionOf } from "./flow.ts";
import type { NetworkKey } from "./key.ts";
import { editableTables } from "./tables/table.ts";
import { truthOf } from "./trace/accepted.ts";

type Material = { brief: NetworkBrief; key: NetworkKey; stages?: readonly string[] };

/** What schemas cannot see: that the network holds together, and that key and brief speak of the same things. Pure. */
export function checkMaterial(material: Material): MaterialProblem[] {
  const { brief, stages = ["trace", "repair"] } = material;
  return [
    ...noticesOf(brief.network).map((message) => ({ where: "brief.yaml network", message })),
    ...(stages.includes("trace") ? checkQuestions(material) : []),
    ...(stages.includes("repair") ? checkRepair(material) : []),
  ];
}

function checkQuestions({ brief, key }: Material): MaterialProblem[] {
  const where = "brief.yaml questions";
  if (brief.questions.length < 3) return [{ where, message: "fewer than three questions" }];
  const truths = brief.questions.map((question) => ({
    question,
    ...truthOf(brief.network, question),
  }));
  const answers = new Set(truths.map(({ found }) => found.reachable));
  return [
    ...(answers.size < 2 ? [{ where, message: "all have the same answer" }] : []),
    ...truths.flatMap(({ question, rules, found }) => [
      ...(rules.length === 0
        ? [{ where, message: `“${question.id}” hangs on no single rule` }]
        : []),
      ...(rules.length > 3 && found.reachable && !question.asks
        ? [
            {
              where,
              message: `“${question.id}” hangs on ${rules.length} rules: say which sort it asks for`,
            },
          ]
        : []),
      ...(Object.hasOwn(key.questions, question.id)
        ? []
        : [{ where: "answer/key.yaml questions", message: `“${question.id}” is not explained` }]),
    ]),
  ];
}

function checkRepair({ brief, key }: Material): MaterialProblem[] {
  const where = "answer/key.yaml";
  const ids = brief.requirements.map(({ id }) => id);
  const known = new Set(editableTables(brief.network, brief.editable).map(({ at }) => at));
  const problem = (message: string) => ({ where, message });
  const expects = (expect: string) => key.flows.some((flow) => flow.expect === expect);
  return [
    ...brief.editable
      .filter((id) => !known.has(id))
      .map((id) => ({ where: "brief.yaml editable", message: `${id} has no rules` })),
    ...(ids.length < 2 ? [{ where: "brief.yaml requirements", message: "fewer than two" }] : []),
    ...ids
      .filter((id) => !key.flows.some(({ of }) => of === id))
      .map((id) => problem(`“${id}” has no flow`)),
    ...ids
      .filter((id) => !Object.hasOwn(key.requirements, id))
      .map((id) => problem(`“${id}” is not explained`)),
    ...key.flows
      .filter(({ of }) => !ids.includes(of))
      .map(({ id, of }) => problem(`flow “${id}” is of no requirement: ${of}`)),
    ...(expects("open") && expects("closed")
      ? []
      : [problem("flows of both sorts are wanted, open and closed")]),
    ...key.flows.flatMap((flow) =>
      unknownEnds(brief, flow).map((name) => problem(`flow “${flow.id}” names ${name}`)),
    ),
  ];
}

/** An end that the engine cannot place would be closed whatever is answered. */
function unknownEnds({ network }: NetworkBrief, flow: NetworkKey["flows"][number]): string[] {
  const { decidedBy } = reach(network, questionOf(flow));
  return decidedBy &&
    [flow.from, flow.to].includes(decidedBy.at) &&
    decidedBy.kind === "interface" &&
    decidedBy.at !== "internet"
    ? [decidedBy.words]
    : [];
}
