import {
  mitigation as mitigationShape,
  threat as threatShape,
  type Mitigation,
  type Threat,
} from "../../model/model.ts";
import { same } from "../common/equal.ts";
import { extraOf, nonEmpty, without } from "../common/loose.ts";
import type { Names } from "../common/names.ts";
import type { Notice } from "../common/notice.ts";
import { madeCategories, madeCwes, madeInstance, madeThreatRisk } from "./made.ts";
import { fileIdOf } from "./read-parts.ts";
import type { OtmFile, OtmInstance, OtmMitigation, OtmThreat } from "./shape.ts";
import {
  categoriesOf,
  cweNumbers,
  format,
  mitigationStateOf,
  reductionOf,
  riskOf,
  stepsOf,
  threatStateOf,
} from "./words.ts";

/** A threat at one part of the diagram, which the file calls `on`. */
export type Instance = OtmInstance & { on: string; target: string };

type Read = Pick<{ threats: Threat[]; mitigations: Mitigation[] }, "threats" | "mitigations">;

export function readThreats(
  file: OtmFile,
  { names, notices }: { names: Names; notices: Notice[] },
): Read {
  const instances = instancesIn(file, names);
  const states = new Map<string, Mitigation["state"]>();
  for (const { mitigation, state } of instances.flatMap((one) => one.mitigations)) {
    // The first says it; a mitigation has one state here.
    if (!states.has(mitigation)) states.set(mitigation, mitigationStateOf(state) ?? "proposed");
  }
  const mitigations = file.mitigations.map((one) =>
    readMitigation(one, states.get(one.id) ?? "proposed", names),
  );
  const byThreat = new Map<string, Instance[]>();
  for (const one of instances) {
    const group = byThreat.get(one.threat);
    if (group) group.push(one);
    else byThreat.set(one.threat, [one]);
  }
  const known = new Set(file.threats.map(({ id }) => id));
  for (const one of [...byThreat.keys()].filter((id) => !known.has(id))) {
    notices.push({
      where: one,
      message: `The threat "${one}" is named by parts of the file, and not in it.`,
    });
  }
  const threats = file.threats.map((one) => {
    const own = byThreat.get(one.id) ?? [];
    // Of two threats of one id, the parts mean the first.
    byThreat.delete(one.id);
    return readThreat(one, own, { names, states });
  });
  return { threats, mitigations };
}

function instancesIn(file: OtmFile, names: Names): Instance[] {
  const of = (kind: string, parts: { id: string; threats: OtmInstance[] }[]) =>
    parts.flatMap(({ id, threats }) =>
      threats.map((one) => ({ ...one, on: id, target: names.find(kind, id) ?? id })),
    );
  return [...of("component", file.components), ...of("dataflow", file.dataflows)];
}

function readMitigation(one: OtmMitigation, state: Mitigation["state"], names: Names): Mitigation {
  const id = names.claim("mitigation", one.id);
  const lowers = { likelihood: stepsOf(one.riskReduction), impact: 0 };
  return {
    ...mitigationShape.parse({ id, text: "", state, lowers }),
    text: one.name,
    notes: one.description,
    extra: extraOf(format, {
      id: fileIdOf("mitigation", one.id, { id, names }),
      riskReduction:
        one.riskReduction === null || one.riskReduction === reductionOf(lowers)
          ? undefined
          : one.riskReduction,
      more: nonEmpty(without(one, ["id", "name", "description", "riskReduction"])),
    }),
  };
}

type Known = { names: Names; states: ReadonlyMap<string, Mitigation["state"]> };

function readThreat(
  one: OtmThreat,
  instances: readonly Instance[],
  { names, states }: Known,
): Threat {
  const id = names.claim("threat", one.id);
  const outcome = outcomeOf(instances);
  const stride = categoriesOf(one.categories);
  const cwe = cweNumbers(one.cwes);
  const risk = riskOf(one.risk?.likelihood ?? null, one.risk?.impact ?? null);
  const made = madeInstance(
    { fileId: one.id, state: outcome.state },
    outcome.mitigations.map((fileId) => ({ fileId, state: states.get(fileId) ?? "proposed" })),
  );
  // What each part says on its own is kept only where it is more than the threat itself tells.
  const isMade = instances.every((each) => same(without(each, ["on", "target"]), made));
  return {
    ...threatShape.parse({ id, stride, cwe: cwe.slice(0, 20), risk, state: outcome.state }),
    title: one.name,
    notes: one.description,
    targets: outcome.targets,
    mitigations: outcome.mitigations.map((each) => names.find("mitigation", each) ?? each),
    tags: one.tags,
    extra: extraOf(format, {
      id: fileIdOf("threat", one.id, { id, names }),
      categories: same(one.categories, madeCategories(stride)) ? undefined : one.categories,
      cwes: same(one.cwes, madeCwes(cwe)) ? undefined : one.cwes,
      risk: one.risk && !same(one.risk, madeThreatRisk({ risk })) ? one.risk : undefined,
      instances: isMade ? undefined : instances.map((each) => without(each, ["target"])),
      more: nonEmpty(without(one, knownOfThreat)),
    }),
  };
}

const knownOfThreat = ["id", "name", "description", "categories", "cwes", "risk", "tags"];

/** What many instances come to: a threat is open as long as it is so somewhere. */
export function outcomeOf(instances: readonly Instance[]) {
  const states = instances.map(({ state }) => threatStateOf(state) ?? "open");
  return {
    targets: [...new Set(instances.map(({ target }) => target))],
    state: states.includes("open") ? ("open" as const) : (states[0] ?? "open"),
    mitigations: [
      ...new Set(instances.flatMap(({ mitigations }) => mitigations.map((one) => one.mitigation))),
    ],
  };
}
