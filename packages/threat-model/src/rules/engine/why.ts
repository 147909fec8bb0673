import type { DataTest, ElementTest, FlowTest, Rule } from "../rule.ts";
import { compileElement, compileFlow, matches, type Holds } from "./compile.ts";
import type { ElementFacts, FlowFacts } from "./facts.ts";
import * as phrase from "./phrases.ts";

export type Reasons = { why: string[]; about: string[] };

/** Takes one condition that held, in words of the model, and the parts that it speaks of. */
type Say = (text: string, ...about: (string | undefined)[]) => void;

export const whyElement = (rule: Rule & { on: "element" }, element: ElementFacts): Reasons =>
  gathered((say) => {
    sayElement(say, rule.when, element);
    for (const { controls } of rule.unless) sayLacking(say, controls, element);
  });

export const whyFlow = (rule: Rule & { on: "flow" }, flow: FlowFacts): Reasons =>
  gathered((say) => {
    sayFlow(say, rule.when, flow);
    for (const { controls, source, target } of rule.unless) {
      sayLacking(say, controls, flow);
      sayLacking(say, source?.controls, flow.source);
      sayLacking(say, target?.controls, flow.target);
    }
  });

function gathered(tell: (say: Say) => void): Reasons {
  const why: string[] = [];
  const about: string[] = [];
  tell((text, ...parts) => {
    if (!why.includes(text)) why.push(text);
    for (const one of parts) if (one !== undefined && !about.includes(one)) about.push(one);
  });
  return { why, about };
}

type Part = ElementFacts | FlowFacts;
const quoted = (part: Part) => ("flow" in part ? `“${part.name}”` : part.name);

function sayLacking(say: Say, controls: readonly string[] | undefined, part: Part) {
  if (controls) say(`not stated for ${quoted(part)}: ${phrase.controlsPhrase(controls)}`, part.id);
}

function sayElement(say: Say, test: ElementTest, one: ElementFacts) {
  const { id, name } = one;
  if (test.groups || test.technology) say(phrase.technologyPhrase(one), id);
  else if (test.type && Object.keys(test).length === 1) say(`${name} is a ${one.element.type}`, id);
  if (test.trust) say(phrase.placePhrase(one), id, one.zone?.id);
  if (test.distance) say(phrase.distancePhrase(one), id);
  if (test.holds) say(`${name} keeps ${assetsFor(test.holds, one.own)}`, id);
  if (test.data) say(`${name} works with ${assetsFor(test.data, one.assets)}`, id);
  if (test.incoming) sayNeighbour(say, test.incoming, one.incoming);
  if (test.noIncoming) say(phrase.absentPhrase(name, test.noIncoming, "incoming"), id);
  if (test.outgoing) sayNeighbour(say, test.outgoing, one.outgoing);
  if (test.noOutgoing) say(phrase.absentPhrase(name, test.noOutgoing, "outgoing"), id);
  const held = test.any?.find((each) => elementHolds(each)(one));
  if (held) sayElement(say, held, one);
  sayControls(say, test, one);
}

/** The first flow that is so stands for all of them. */
function sayNeighbour(say: Say, test: FlowTest, flows: readonly FlowFacts[]) {
  const found = flows.find(flowHolds(test));
  if (!found) return;
  const { id, name, source, target } = found;
  say(`“${name}” leads from ${source.name} to ${target.name}`, id, source.id, target.id);
  sayFlow(say, test, found);
}

function sayFlow(say: Say, test: FlowTest, flow: FlowFacts) {
  const { source, target } = flow;
  const sayOf = (text: string, ...more: (string | undefined)[]) =>
    say(text, flow.id, source.id, target.id, ...more);
  if (test.rise || test.crosses !== undefined)
    sayOf(phrase.risePhrase(flow), source.zone?.id, target.zone?.id);
  if (test.source) sayElement(say, test.source, source);
  if (test.target) sayElement(say, test.target, target);
  if (test.protocol) sayOf(`“${flow.name}” speaks ${phrase.protocolPhrase(flow)}`);
  if (test.authentication) sayOf(phrase.authenticationPhrase(flow));
  if (test.encryption) sayOf(phrase.encryptionPhrase(flow));
  if (test.data) sayOf(`it carries ${assetsFor(test.data, flow.assets)}`);
  if (test.bidirectional === true) sayOf("the answer carries data too");
  const held = test.any?.find((each) => flowHolds(each)(flow));
  if (held) sayFlow(say, held, flow);
  sayControls(say, test, flow);
}

function sayControls(
  say: Say,
  { controls, lacks }: Pick<FlowTest, "controls" | "lacks">,
  part: Part,
) {
  if (controls) {
    const stated = controls.filter((one) => part.controls.has(one));
    say(`stated for ${quoted(part)}: ${phrase.controlsPhrase(stated)}`, part.id);
  }
  sayLacking(say, lacks, part);
}

const assetsFor = (test: DataTest, assets: ElementFacts["assets"]) =>
  phrase.assetsPhrase(assets.filter(matches(test)));

const elementHolds = kept(compileElement);
const flowHolds = kept(compileFlow);

function kept<Test extends object, Facts>(compile: (test: Test) => Holds<Facts>) {
  const known = new WeakMap<Test, Holds<Facts>>();
  return (test: Test): Holds<Facts> => {
    const holds = known.get(test) ?? compile(test);
    known.set(test, holds);
    return holds;
  };
}
