import type { DataTest, ElementTest, FlowTest, Rule } from "../rule.ts";
import { compileElement, compileFlow, matches } from "./compile.ts";
import type { ElementFacts, FlowFacts } from "./facts.ts";
import * as phrase from "./phrases.ts";

/** One condition that held, in words of the model, and the parts that it speaks of. */
type Clause = { text: string; about: readonly (string | undefined)[] };

export type Reasons = { why: string[]; about: string[] };

export const whyElement = (rule: Rule & { on: "element" }, element: ElementFacts): Reasons =>
  gathered([
    ...elementClauses(rule.when, element),
    ...rule.unless.flatMap((test) => silencers(test.controls, element)),
  ]);

export const whyFlow = (rule: Rule & { on: "flow" }, flow: FlowFacts): Reasons =>
  gathered([
    ...flowClauses(rule.when, flow),
    ...rule.unless.flatMap(({ controls, source, target }) => [
      ...silencers(controls, flow),
      ...silencers(source?.controls, flow.source),
      ...silencers(target?.controls, flow.target),
    ]),
  ]);

function gathered(clauses: readonly Clause[]): Reasons {
  const why = new Set<string>();
  const about = new Set<string>();
  for (const clause of clauses) {
    why.add(clause.text);
    for (const one of clause.about) if (one !== undefined) about.add(one);
  }
  return { why: [...why], about: [...about] };
}

type Part = ElementFacts | FlowFacts;
const quoted = (part: Part) => ("flow" in part ? `“${part.name}”` : part.name);

const silencers = (controls: readonly string[] | undefined, part: Part): Clause[] =>
  controls === undefined
    ? []
    : [
        {
          text: `not stated for ${quoted(part)}: ${phrase.controlsPhrase(controls)}`,
          about: [part.id],
        },
      ];

function elementClauses(test: ElementTest, one: ElementFacts): Clause[] {
  const about = [one.id];
  const clauses: Clause[] = [];
  const say = (text: string, more: (string | undefined)[] = []) =>
    clauses.push({ text, about: [...about, ...more] });
  if (test.groups || test.technology) say(phrase.technologyPhrase(one));
  else if (test.type && Object.keys(test).length === 1) say(`${one.name} is a ${one.element.type}`);
  if (test.trust) say(phrase.placePhrase(one), [one.zone?.id]);
  if (test.distance) say(phrase.distancePhrase(one));
  if (test.holds) say(`${one.name} keeps ${assetsFor(test.holds, one.own)}`);
  if (test.data) say(`${one.name} works with ${assetsFor(test.data, one.assets)}`);
  for (const side of ["incoming", "outgoing"] as const) {
    const [wanted, absent] = sides(test, side);
    if (wanted) clauses.push(...neighbour(wanted, one[side]));
    if (absent) say(phrase.absentPhrase(one.name, absent, side));
  }
  const held = test.any?.find((each) => compileElement(each)(one));
  if (held) clauses.push(...elementClauses(held, one));
  return [...clauses, ...controlClauses(test, one)];
}

const sides = (test: ElementTest, side: "incoming" | "outgoing") =>
  side === "incoming" ? [test.incoming, test.noIncoming] : [test.outgoing, test.noOutgoing];

/** The first flow that is so stands for all of them. */
function neighbour(test: FlowTest, flows: readonly FlowFacts[]): Clause[] {
  const found = flows.find(compiled(test));
  if (!found) return [];
  const { name, source, target } = found;
  return [
    {
      text: `“${name}” leads from ${source.name} to ${target.name}`,
      about: [found.id, source.id, target.id],
    },
    ...flowClauses(test, found),
  ];
}

const tests = new WeakMap<FlowTest, ReturnType<typeof compileFlow>>();
function compiled(test: FlowTest) {
  const known = tests.get(test) ?? compileFlow(test);
  tests.set(test, known);
  return known;
}

function flowClauses(test: FlowTest, flow: FlowFacts): Clause[] {
  const { source, target } = flow;
  const clauses: Clause[] = [];
  const about = [flow.id, source.id, target.id];
  const say = (text: string, more: (string | undefined)[] = []) =>
    clauses.push({ text, about: [...about, ...more] });
  if (test.rise || test.crosses !== undefined)
    say(phrase.risePhrase(flow), [source.zone?.id, target.zone?.id]);
  if (test.source) clauses.push(...elementClauses(test.source, source));
  if (test.target) clauses.push(...elementClauses(test.target, target));
  if (test.protocol) say(`“${flow.name}” speaks ${phrase.protocolPhrase(flow)}`);
  if (test.authentication) say(phrase.authenticationPhrase(flow));
  if (test.encryption) say(phrase.encryptionPhrase(flow));
  if (test.data) say(`it carries ${assetsFor(test.data, flow.assets)}`);
  if (test.bidirectional === true) say("the answer carries data too");
  const held = test.any?.find((each) => compiled(each)(flow));
  if (held) clauses.push(...flowClauses(held, flow));
  return [...clauses, ...controlClauses(test, flow)];
}

function controlClauses({ controls, lacks }: Pick<FlowTest, "controls" | "lacks">, part: Part) {
  const clauses: Clause[] = silencers(lacks, part);
  if (controls) {
    const stated = controls.filter((one) => part.controls.has(one));
    const text = `stated for ${quoted(part)}: ${phrase.controlsPhrase(stated)}`;
    clauses.unshift({ text, about: [part.id] });
  }
  return clauses;
}

const assetsFor = (test: DataTest, assets: ElementFacts["assets"]) =>
  phrase.assetsPhrase(assets.filter(matches(test)));
