import { explainReach, reach, type Network } from "@loopwright/aws/network";
import type { CriterionPlan, Evidence, Remark, StageResult, Verdict } from "@loopwright/core";
import { judge } from "@loopwright/core";

import type { RepairAnswer } from "../answer.ts";
import type { NetworkBrief } from "../brief.ts";
import { flowWords, questionOf } from "../flow.ts";
import type { Flow, NetworkKey } from "../key.ts";
import { apply, problemWords } from "../tables/apply.ts";
import { keeps } from "./keeps.ts";
import { openedBesides, type Opened } from "./opened.ts";

const task = 2;

/** One for each requirement; and that nothing opened which none asks for. */
export const repairCriteria = ({ requirements }: NetworkBrief): CriterionPlan[] => [
  ...requirements.map(({ id, title, weight, essential }) => ({
    id,
    title,
    weight,
    essential,
    task,
  })),
  { id: "nothing-else", title: "Nothing else opened", weight: 3, essential: false, task },
];

type Input = { brief: NetworkBrief; key: NetworkKey; answer: RepairAnswer };
type Finding = { verdict: Verdict; evidence: Evidence[]; note?: string };

export function gradeRepair({ brief, key, answer }: Input): StageResult {
  const { network, problems, changed } = apply(brief.network, brief.editable, answer.tables);
  if (problems.length > 0) return missedAll(brief, problems.slice(0, 5).map(problemWords));
  if (!changed) return missedAll(brief, ["No rule was changed."]);
  const found: Record<string, Finding> = {};
  const remarks: Remark[] = [];
  for (const { id } of brief.requirements) {
    const flows = key.flows.filter((flow) => flow.of === id);
    const failed = flows.filter((flow) => !keeps(network, flow));
    found[id] = requirementFinding(network, flows, failed);
    const about = key.requirements[id];
    if (failed.length > 0 && about) {
      const text = `${about.advice} ${about.harm} An interviewer would ask: ${about.ask}`;
      remarks.push({ weight: "essential", text, criterion: id });
    }
  }
  const opened = openedBesides(brief.network, network, key);
  found["nothing-else"] = openedFinding(network, opened);
  if (opened.length > 0) {
    const text =
      "Name the group or the narrowest range that needs it: each wider rule is open to the next host that is started there.";
    remarks.push({ weight: "actionable", text, criterion: "nothing-else" });
  }
  if (remarks.length === 0) remarks.push({ weight: "celebratory", text: key.lesson });
  const held = key.flows.filter((flow) => keeps(network, flow)).length;
  const unit = `of ${key.flows.length}`;
  return {
    criteria: judge(repairCriteria(brief), found),
    remarks,
    measures: [
      { id: "flows", title: "Flows as stated", value: held, unit },
      { id: "opened", title: "Opened besides", value: opened.length, unit: "connections" },
    ],
  };
}

function missedAll(brief: NetworkBrief, words: readonly string[]): StageResult {
  const plans = repairCriteria(brief);
  const evidence = words.map((text): Evidence => ({ type: "reason", text }));
  const found = Object.fromEntries(
    plans.map(({ id }) => [id, { verdict: "missed", evidence } as const]),
  );
  const text = `Nothing was decided: ${words[0] ?? ""}`;
  return { criteria: judge(plans, found), remarks: [{ weight: "essential", text }], measures: [] };
}

/** Flows that went wrong are the proof; where none did, the first of each sort. */
function requirementFinding(
  network: Network,
  flows: readonly Flow[],
  failed: readonly Flow[],
): Finding {
  const shown =
    failed.length > 0
      ? failed
      : flows.filter(
          (flow, index) => flows.findIndex((one) => one.expect === flow.expect) === index,
        );
  return {
    verdict: failed.length === 0 ? "met" : "missed",
    evidence: shown.slice(0, 4).map((flow) => traceOf(network, flow)),
    note: `${flows.length - failed.length} of ${flows.length} flows as stated.`,
  };
}

function traceOf(network: Network, flow: Flow): Evidence {
  const asked = questionOf(flow);
  const { summary, lines } = explainReach(asked, reach(network, asked));
  return {
    type: "decision",
    trace: [
      summary,
      `Should be ${flow.expect}${flow.through === undefined ? "" : ` by ${flow.through}`}: ${flow.why}`,
      ...lines,
    ],
  };
}

function openedFinding(network: Network, opened: readonly Opened[]): Finding {
  const evidence = opened.slice(0, 4).map((flow): Evidence => {
    const { summary, lines } = explainReach(flow, reach(network, flow));
    return { type: "decision", trace: [summary, ...lines] };
  });
  const [first] = opened;
  if (!first)
    return {
      verdict: "met",
      evidence: [{ type: "measure", value: 0, unit: "connections", target: 0 }],
    };
  const note = `${opened.length} connections opened that nobody asked for, such as ${flowWords(first)}.`;
  return { verdict: "missed", evidence, note };
}
