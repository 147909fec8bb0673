import type { Model } from "../../model/model.ts";
import { idsIn } from "../../model/references.ts";
import { fileNameOf, printedJson } from "../common/file-name.ts";
import { saidBy } from "../common/loose.ts";
import { counted, listed } from "../common/numbered.ts";
import type { Written } from "../common/notice.ts";
import { uuidOf } from "../common/uuid.ts";
import { cutterOf, type Cutter } from "./cutter.ts";
import { lostOf } from "./lost.ts";
import { entriesOf } from "./metadata.ts";
import { format, limits, aboutKey, statusOfMitigation } from "./words.ts";
import { metadataOf, numbering } from "./write-part.ts";
import { writtenThreat } from "./write-threat.ts";

type Options = {
  /** The diagram as SVG, to be shown where Threat Composer shows a picture of the data flow. */
  diagram?: string;
};

/**
 * A file of schema 1. Threat Composer refuses a file with one unknown key, so whatever has no field of its
 * own stands in metadata under "custom:" keys.
 */
export function toThreatComposer(model: Model, { diagram }: Options = {}): Written {
  const cutter = cutterOf();
  const said = saidBy(format, model);
  const image = diagram === undefined ? undefined : dataUri(diagram);
  const tooLarge = image !== undefined && image.length > limits.image;
  const file = {
    schema: 1,
    ...(said["workspace"] !== undefined && { workspace: said["workspace"] }),
    applicationInfo: { name: model.title, description: model.description },
    architecture: said["architecture"] ?? {},
    dataflow: {
      ...(said["dataflow"] as object | undefined),
      ...(image !== undefined && !tooLarge && { image }),
    },
    assumptions: assumptionsOf(model, cutter),
    mitigations: mitigationsOf(model, cutter),
    assumptionLinks: assumptionLinksOf(model),
    mitigationLinks: model.threats.flatMap((threat) =>
      threat.mitigations.map((one) => ({
        mitigationId: uuidOf(one),
        linkedId: uuidOf(threat.id),
      })),
    ),
    threats: threatsOf(model, cutter),
    ...(said["brainstorm"] !== undefined && { brainstorm: said["brainstorm"] }),
  };
  const cut = cutter.told();
  return {
    text: printedJson(file),
    fileName: fileNameOf(model.title, "tc.json"),
    lost: cut === null ? lostOf(model) : [...lostOf(model), cut],
    notes: [
      ...(tooLarge
        ? ["The picture of the diagram is too large for Threat Composer and was left out."]
        : []),
      ...sanitised(file),
    ],
  };
}

function threatsOf({ threats }: Model, cutter: Cutter): object[] {
  const number = numbering(threats);
  return threats.map((one) => ({ ...number(one), ...writtenThreat(one, cutter) }));
}

function mitigationsOf({ mitigations }: Model, cutter: Cutter): object[] {
  const number = numbering(mitigations);
  return mitigations.map((one) => ({
    ...number(one),
    content: cutter.cut(one.text, limits.content, `the text of ${one.id}`),
    tags: cutter.tags(one.tags, one.id),
    status: statusOfMitigation[one.state],
    metadata: metadataOf(
      one,
      entriesOf({
        Comments: cutter.cut(one.notes, limits.comments, `the notes of ${one.id}`),
        "custom:owner": one.owner,
        "custom:lowers-likelihood": one.lowers.likelihood > 0 ? String(one.lowers.likelihood) : "",
        "custom:lowers-impact": one.lowers.impact > 0 ? String(one.lowers.impact) : "",
      }),
    ),
  }));
}

function assumptionsOf(model: Model, cutter: Cutter): object[] {
  const number = numbering(model.assumptions);
  const linked = idsIn(model, ["threats", "mitigations"]);
  return model.assumptions.map((one) => {
    const tags = saidBy(format, one)["tags"];
    return {
      ...number(one),
      content: cutter.cut(one.text, limits.content, `the text of ${one.id}`),
      tags: Array.isArray(tags) ? tags : [],
      metadata: metadataOf(
        one,
        entriesOf({
          "custom:state": one.state === "unconfirmed" ? "" : one.state,
          [aboutKey]: one.about.filter((id) => !linked.has(id)),
        }),
      ),
    };
  });
}

function assumptionLinksOf(model: Model): object[] {
  const threats = idsIn(model, ["threats"]);
  const linked = idsIn(model, ["threats", "mitigations"]);
  return model.assumptions.flatMap(({ id, about }) =>
    about
      .filter((one) => linked.has(one))
      .map((one) => ({
        type: threats.has(one) ? "Threat" : "Mitigation",
        assumptionId: uuidOf(id),
        linkedId: uuidOf(one),
      })),
  );
}

function dataUri(svg: string): string {
  const bytes = new TextEncoder().encode(svg);
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `data:image/svg+xml;base64,${btoa(binary)}`;
}

/** It takes every text for HTML when it opens a file: an ampersand is escaped, and what looks like a tag is cut out. */
function sanitised(file: Readonly<Record<string, unknown>>): string[] {
  const found = textsWith(file, "", /&|<[A-Za-z/!?]/);
  if (found.length === 0) return [];
  const more = found.length > 5 ? [`${found.length - 5} more`] : [];
  return [
    `Threat Composer changes texts that have "&", or "<" before a letter, when it opens a file: ${counted(found.length, "text")}, ${listed([...found.slice(0, 5), ...more])}.`,
  ];
}

function textsWith(value: unknown, path: string, pattern: RegExp): string[] {
  if (typeof value === "string") return pattern.test(value) ? [path] : [];
  if (Array.isArray(value)) {
    return value.flatMap((one, index) => textsWith(one, `${path}[${index}]`, pattern));
  }
  return Object.entries(Object(value) as object).flatMap(([key, one]) =>
    textsWith(one, path === "" ? key : `${path}.${key}`, pattern),
  );
}
