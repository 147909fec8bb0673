import type { Decision, Model } from "../../model/model.ts";
import type { Analysis, Finding } from "../finding.ts";
import type { Rule } from "../rule.ts";
import { candidatesOf, elementKeys, flowKeys, type Keys } from "./candidates.ts";
import { compileElement, compileFlow, type Holds } from "./compile.ts";
import { factsOf, type ElementFacts, type FlowFacts } from "./facts.ts";
import { scoreOfElement, scoreOfFlow } from "./score.ts";
import { whyElement, whyFlow, type Reasons } from "./why.ts";
import { assetsOfElement, assetsOfFlow, dataNames, filled, type Names } from "./words.ts";

/** So many findings of one element or flow are shown at first, the rest on request. */
export const shownPerElement = 5;

/** Every finding of these rules on a model. It bears loose ends and any text, and never throws on a parsed model. */
export function analyseWith(model: Model, rules: readonly Rule[]): Analysis {
  const candidates = candidatesOf(factsOf(model));
  const known: Known = {
    decisions: new Map(model.decisions.map((one) => [one.finding, one])),
    threats: new Map(
      model.threats.flatMap(({ id, finding }) => (finding === null ? [] : [[finding, id]])),
    ),
  };
  const findings: Finding[] = [];
  for (const rule of rules) {
    const one = compiled(rule);
    if (one.on === "element")
      candidates.element(one.keys, (element) => {
        if (one.holds(element)) findings.push(onElement(one.rule, element, known));
      });
    else
      candidates.flow(one.keys, (flow) => {
        if (one.holds(flow)) findings.push(onFlow(one.rule, flow, known));
      });
  }
  findings.sort(byScore);
  return { findings, shown: shownOf(findings) };
}

type Known = { decisions: Map<string, Decision>; threats: Map<string, string> };

type Compiled =
  | { on: "element"; rule: Rule & { on: "element" }; keys: Keys; holds: Holds<ElementFacts> }
  | { on: "flow"; rule: Rule & { on: "flow" }; keys: Keys; holds: Holds<FlowFacts> };

/** Rules are values that never change, so what was made of one is kept as long as it lives. */
const cache = new WeakMap<Rule, Compiled>();
function compiled(rule: Rule): Compiled {
  const known = cache.get(rule) ?? compile(rule);
  cache.set(rule, known);
  return known;
}

function compile(rule: Rule): Compiled {
  if (rule.on === "element") {
    const holds = unlessAny(compileElement(rule.when), rule.unless.map(compileElement));
    return { on: "element", rule, keys: elementKeys(rule.when), holds };
  }
  const holds = unlessAny(compileFlow(rule.when), rule.unless.map(compileFlow));
  return { on: "flow", rule, keys: flowKeys(rule.when), holds };
}

const unlessAny =
  <T>(when: Holds<T>, unless: readonly Holds<T>[]): Holds<T> =>
  (facts) =>
    when(facts) && !unless.some((holds) => holds(facts));

function onElement(rule: Rule & { on: "element" }, element: ElementFacts, known: Known): Finding {
  const assets = assetsOfElement(rule, element);
  const data = assets.map(({ name }) => name);
  return finding(rule, known, {
    subject: element.id,
    names: { element: element.name, data: dataNames(data) },
    data,
    score: scoreOfElement(rule, element, assets),
    reasons: whyElement(rule, element),
  });
}

function onFlow(rule: Rule & { on: "flow" }, flow: FlowFacts, known: Known): Finding {
  const assets = assetsOfFlow(rule, flow);
  const data = assets.map(({ name }) => name);
  const { name, source, target } = flow;
  return finding(rule, known, {
    subject: flow.id,
    names: { source: source.name, target: target.name, flow: name, data: dataNames(data) },
    data,
    score: scoreOfFlow(rule, flow, assets),
    reasons: whyFlow(rule, flow),
  });
}

type Seen = {
  subject: string;
  names: Names;
  data: string[];
  score: Finding["score"];
  reasons: Reasons;
};

function finding(rule: Rule, known: Known, seen: Seen): Finding {
  const id = `${rule.id}:${seen.subject}`;
  return {
    id,
    rule,
    on: rule.on,
    subject: seen.subject,
    stride: rule.stride,
    title: filled(rule.title, seen.names),
    why: seen.reasons.why,
    about: [...new Set([seen.subject, ...seen.reasons.about])],
    data: seen.data,
    score: seen.score,
    decision: known.decisions.get(id) ?? null,
    threat: known.threats.get(id) ?? null,
  };
}

/** By code unit, so that the order is the same in every language. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const byScore = (a: Finding, b: Finding) =>
  b.score.total - a.score.total || compare(a.rule.id, b.rule.id) || compare(a.subject, b.subject);

function shownOf(findings: readonly Finding[]): string[] {
  const counts = new Map<string, number>();
  const shown: string[] = [];
  for (const { id, subject, decision } of findings) {
    if (decision !== null) continue;
    const count = counts.get(subject) ?? 0;
    counts.set(subject, count + 1);
    if (count < shownPerElement) shown.push(id);
  }
  return shown;
}
