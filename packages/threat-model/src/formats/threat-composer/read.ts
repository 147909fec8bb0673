import type { Assumption, Mitigation, Model, Threat } from "../../model/model.ts";
import { emptyModel } from "../../model/model.ts";
import { extraOf, nonEmpty } from "../common/loose.ts";
import { namesOf, type Names } from "../common/names.ts";
import type { Draft, Notice } from "../common/notice.ts";
import { settled } from "../common/open.ts";
import { inShape } from "../common/shape-error.ts";
import { uuidOf } from "../common/uuid.ts";
import type { Json } from "../source/tame.ts";
import { asLevel, asOneOf, asText, takingFrom, type Taking } from "./metadata.ts";
import { readThreat } from "./read-threat.ts";
import {
  threatComposerFile,
  type TcAssumption,
  type TcMitigation,
  type ThreatComposerFile,
} from "./shape.ts";
import { format, keyOf, ownId, statusOfMitigation } from "./words.ts";

/** Reads what Threat Composer exports: threats, mitigations, assumptions and the links between them. */
export function readThreatComposer(value: Json): Draft {
  const file = inShape(threatComposerFile, value, "Threat Composer");
  const notices: Notice[] = [];
  const names = namesOf(notices);
  const mitigations = file.mitigations.map((one) => readMitigation(one, names, notices));
  const threats = file.threats.map((one) => readThreat(one, names, notices));
  const assumptions = file.assumptions.map((one) => readAssumption(one, names));
  const model: Model = {
    ...emptyModel(""),
    title: file.applicationInfo.name,
    description: file.applicationInfo.description,
    mitigations,
    threats: withMitigations(threats, file, names),
    assumptions: withAbout(assumptions, file, names),
    extra: extraOf(format, {
      workspace: file.workspace,
      architecture: nonEmpty(file.architecture),
      dataflow: nonEmpty(file.dataflow),
      brainstorm: file.brainstorm,
    }),
  };
  return settled({ model, notices }, "Threat Composer");
}

/** The id of ours that an export put beside, unless somebody copied the part together with its metadata. */
export const wantedId = (given: string, taking: Taking): string =>
  taking.take(ownId, (value) =>
    typeof value === "string" && uuidOf(value) === given ? value : undefined,
  ) ?? given;

/** What every part has beside its own. */
export const numberedOf = (
  part: { numericId: number | null; displayOrder: number | null },
  taking: Taking,
) => ({
  numericId: part.numericId ?? undefined,
  displayOrder: part.displayOrder ?? undefined,
  metadata: taking.rest(),
});

function readMitigation(one: TcMitigation, names: Names, notices: Notice[]): Mitigation {
  const taking = takingFrom(one.metadata);
  const id = names.claim("mitigation", one.id, wantedId(one.id, taking));
  const state = keyOf(statusOfMitigation, one.status);
  if (!state && one.status !== "") {
    notices.push({
      where: id,
      message: `Its status "${one.status}" is not known; it is read as proposed.`,
    });
  }
  const steps = asLevel(0, 4);
  return {
    id,
    text: one.content,
    state: state ?? "proposed",
    owner: taking.take("custom:owner", asText) ?? "",
    lowers: {
      likelihood: taking.take("custom:lowers-likelihood", steps) ?? 0,
      impact: taking.take("custom:lowers-impact", steps) ?? 0,
    },
    notes: taking.take("Comments", asText) ?? "",
    tags: one.tags,
    extra: extraOf(format, numberedOf(one, taking)),
  };
}

function readAssumption(one: TcAssumption, names: Names): Assumption {
  const taking = takingFrom(one.metadata);
  return {
    id: names.claim("assumption", one.id, wantedId(one.id, taking)),
    text: one.content,
    state:
      taking.take("custom:state", asOneOf(["unconfirmed", "confirmed", "rejected"])) ??
      "unconfirmed",
    about: [],
    extra: extraOf(format, {
      tags: one.tags.length > 0 ? one.tags : undefined,
      ...numberedOf(one, taking),
    }),
  };
}

/** A link to what is not in the file keeps the name that it has there, and is told and dropped later. */
function withMitigations(threats: Threat[], file: ThreatComposerFile, names: Names): Threat[] {
  const links = grouped(file.mitigationLinks, (link) => ({
    from: names.find("threat", link.linkedId),
    to: names.find("mitigation", link.mitigationId) ?? link.mitigationId,
  }));
  return threats.map((one) => ({ ...one, mitigations: links.get(one.id) ?? [] }));
}

function withAbout(
  assumptions: Assumption[],
  file: ThreatComposerFile,
  names: Names,
): Assumption[] {
  const links = grouped(file.assumptionLinks, (link) => ({
    from: names.find("assumption", link.assumptionId),
    to: names.find(link.type.toLowerCase(), link.linkedId) ?? link.linkedId,
  }));
  return assumptions.map((one) => ({ ...one, about: links.get(one.id) ?? [] }));
}

function grouped<T>(
  links: readonly T[],
  endsOf: (link: T) => { from: string | undefined; to: string },
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const link of links) {
    const { from, to } = endsOf(link);
    if (from === undefined) continue;
    const group = found.get(from);
    if (group) group.push(to);
    else found.set(from, [to]);
  }
  return found;
}
