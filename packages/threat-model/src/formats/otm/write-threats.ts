import type { Mitigation, Model, Threat } from "../../model/model.ts";
import { same } from "../common/equal.ts";
import { clip } from "../common/fit.ts";
import { recordOf, saidBy, without } from "../common/loose.ts";
import { hasStatement, sentenceOf } from "../common/statement-text.ts";
import { madeCategories, madeCwes, madeInstance, madeThreatRisk } from "./made.ts";
import { outcomeOf, type Instance } from "./read-threats.ts";
import {
  categoriesOf,
  cweNumbers,
  format,
  mitigationStateOf,
  reductionOf,
  riskOf,
  stepsOf,
} from "./words.ts";

type FileId = (id: string) => string;

export function writtenThreat(threat: Threat, fileId: FileId): object {
  const said = saidBy(format, threat);
  const sentence = hasStatement(threat) ? sentenceOf(threat) : "";
  const categories = wordsOf(said["categories"]);
  const cwes = wordsOf(said["cwes"]);
  const risk = recordOf(said["risk"]);
  const number = (key: string) => (typeof risk[key] === "number" ? risk[key] : null);
  // The file's own words and numbers stay while they still mean what the model says.
  return {
    ...recordOf(said["more"]),
    id: fileId(threat.id),
    name: threat.title === "" ? clip(sentence, 200) : threat.title,
    description: threat.notes === "" ? sentence : threat.notes,
    categories:
      categories && same(categoriesOf(categories), threat.stride)
        ? categories
        : madeCategories(threat.stride),
    cwes: cwes && same(cweNumbers(cwes), threat.cwe) ? cwes : madeCwes(threat.cwe),
    risk: {
      ...madeThreatRisk(threat),
      ...(same(riskOf(number("likelihood"), number("impact")), threat.risk)
        ? risk
        : without(risk, ["likelihood", "impact"])),
    },
    tags: threat.tags,
  };
}

export function writtenMitigation(one: Mitigation, fileId: FileId): object {
  const said = saidBy(format, one);
  const given = said["riskReduction"];
  const keeps =
    typeof given === "number" && same(one.lowers, { likelihood: stepsOf(given), impact: 0 });
  return {
    ...recordOf(said["more"]),
    id: fileId(one.id),
    name: one.text,
    description: one.notes,
    riskReduction: keeps ? given : reductionOf(one.lowers),
  };
}

/** Threats as they stand at parts, by the id of the part. */
export function writtenInstances(model: Model, fileId: FileId): ReadonlyMap<string, object[]> {
  const mitigations = new Map(model.mitigations.map((one) => [one.id, one]));
  const targetOf = new Map(
    [...model.elements, ...model.flows].map(({ id }) => [fileId(id), id] as const),
  );
  const found = new Map<string, object[]>();
  const add = (id: string, one: object) => found.set(id, [...(found.get(id) ?? []), one]);
  for (const threat of model.threats) {
    const own = threat.mitigations.flatMap((id) => {
      const one = mitigations.get(id);
      return one ? [{ fileId: fileId(id), state: one.state }] : [];
    });
    const kept = keptInstances(threat, own, targetOf);
    for (const { on: _, target, ...one } of kept) add(target, one);
    if (kept.length > 0) continue;
    const made = madeInstance({ fileId: fileId(threat.id), state: threat.state }, own);
    for (const target of threat.targets) add(target, made);
  }
  return found;
}

/** What the file said at each part, while all of it together still comes to what the model says. */
function keptInstances(
  threat: Threat,
  own: readonly { fileId: string; state: Mitigation["state"] }[],
  targetOf: ReadonlyMap<string, string>,
): Instance[] {
  const said = saidBy(format, threat)["instances"];
  if (!Array.isArray(said)) return [];
  const instances = said.map((one) => {
    const { on, state, mitigations, threat: named, ...rest } = recordOf(one);
    return {
      ...rest,
      threat: textOf(named),
      state: textOf(state),
      mitigations: (Array.isArray(mitigations) ? mitigations : []).map((each) => ({
        ...recordOf(each),
        mitigation: textOf(recordOf(each)["mitigation"]),
        state: textOf(recordOf(each)["state"]),
      })),
      on: textOf(on),
      target: targetOf.get(textOf(on)) ?? "",
    };
  });
  const states = new Map(own.map((one) => [one.fileId, one.state]));
  const sameStates = instances
    .flatMap(({ mitigations }) => mitigations)
    .every((one) => (mitigationStateOf(one.state) ?? "proposed") === states.get(one.mitigation));
  const wanted = {
    targets: threat.targets,
    state: threat.state,
    mitigations: own.map((one) => one.fileId),
  };
  return sameStates && same(outcomeOf(instances), wanted) ? instances : [];
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

function wordsOf(value: unknown): string[] | undefined {
  return Array.isArray(value) && value.every((one) => typeof one === "string") ? value : undefined;
}
