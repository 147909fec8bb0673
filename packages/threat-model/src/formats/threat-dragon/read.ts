import { emptyModel, type Model } from "../../model/model.ts";
import { at, extraOf, nonEmpty, without } from "../common/loose.ts";
import { namesOf } from "../common/names.ts";
import { counted } from "../common/numbered.ts";
import type { Draft, Notice } from "../common/notice.ts";
import { settledWith } from "../common/open.ts";
import { inShape } from "../common/shape-error.ts";
import { uuidOf } from "../common/uuid.ts";
import type { Json } from "../source/tame.ts";
import { readDiagram, type ReadDiagram } from "./read-diagram.ts";
import { threatReader } from "./read-threats.ts";
import { threatDragonFile, type TdDiagram, type TdFile } from "./shape.ts";
import { isVersion1, upgraded } from "./v1.ts";
import { format } from "./words.ts";

const title = "Threat Dragon";
const gap = 200;

/** Reads files of Threat Dragon 2, and of 1 as far as they go. */
export function readThreatDragon(value: Json): Draft {
  const raw = isVersion1(value) ? upgraded(value) : value;
  const file = inShape(threatDragonFile, raw, title);
  const draft = plainDraft(file, raw);
  const held = file.loopwright["held"];
  if (held === undefined && draft.model.zones.length > 0) {
    draft.notices.push({
      where: "zones",
      message: `Threat Dragon knows no trust levels; ${counted(draft.model.zones.length, "zone has", "zones have")} a trust of 50 until it is set.`,
    });
  }
  return settledWith(draft, held, title);
}

/** What the file's own words tell, without what this studio wrote beside them. `raw`: the file as it stands. */
export function plainDraft(file: TdFile, raw: Json): Draft {
  const notices: Notice[] = [];
  const names = namesOf(notices);
  const ownIds = ownIdsIn(file);
  const threats = threatReader(names, notices, ownIds);
  const diagrams: ReadDiagram[] = [];
  const offsets: number[] = [];
  let bottom: number | null = null;
  for (const [index, diagram] of file.detail.diagrams.entries()) {
    const { low, high } = extent(diagram);
    const offset: number = bottom === null ? 0 : Math.round(bottom + gap - low);
    const read = readDiagram(diagram, { index, offset }, { names, ownIds });
    bottom = Math.max(bottom ?? 0, high + offset);
    diagrams.push(read);
    offsets.push(offset);
    if (read.left.length > 0) notices.push(leftNotice(diagram, read.left.length));
  }
  for (const { id, cell } of diagrams.flatMap(({ cells }) => cells)) {
    for (const one of [...cell.data.threats, ...cell.threats]) threats.add(one, id);
  }
  const model: Model = {
    ...emptyModel(""),
    title: file.summary.title,
    description: file.summary.description,
    owner: file.summary.owner,
    zones: diagrams.flatMap(({ zones }) => zones),
    elements: diagrams.flatMap(({ elements }) => elements),
    flows: diagrams.flatMap(({ flows }) => flows),
    ...threats.end(),
    extra: extraOf(format, saidOfFile({ file, raw, diagrams, offsets })),
  };
  return { model, notices };
}

type Whole = {
  file: TdFile;
  raw: Json;
  diagrams: readonly ReadDiagram[];
  offsets: readonly number[];
};

/** What the file says of itself and of its diagrams, beyond what the export makes anyway. */
function saidOfFile({ file, raw, diagrams, offsets }: Whole) {
  const about = file.detail.diagrams.map((one, index) => {
    const left = diagrams[index]!.left.map((cell) =>
      at(raw, "detail", "diagrams", index, "cells", cell),
    );
    return {
      ...without(one, ["cells"]),
      ...(offsets[index] !== 0 && { offset: offsets[index] }),
      ...(left.length > 0 && { left }),
    };
  });
  return {
    file: nonEmpty(without(file, ["summary", "detail", "loopwright"])),
    summary: nonEmpty(without(file.summary, ["title", "owner", "description"])),
    detail: nonEmpty(without(file.detail, ["diagrams"])),
    diagrams: about,
  };
}

/** UUIDs that this studio made, and the ids that it made them of. */
function ownIdsIn({ loopwright }: TdFile): ReadonlyMap<string, string> {
  const ids = Array.isArray(loopwright["ids"]) ? loopwright["ids"] : [];
  return new Map(ids.filter((one) => typeof one === "string").map((one) => [uuidOf(one), one]));
}

function extent({ cells }: TdDiagram): { low: number; high: number } {
  let [low, high] = [0, 0];
  for (const { position, size } of cells) {
    low = Math.min(low, position?.y ?? 0);
    high = Math.max(high, (position?.y ?? 0) + (size?.height ?? 0));
  }
  return { low, high };
}

const leftNotice = ({ title: name }: TdDiagram, count: number): Notice => ({
  where: name === "" ? "diagram" : name,
  message: `${counted(count, "cell is", "cells are")} kept for Threat Dragon and not shown here: boundaries drawn as curves, and texts. Only boxes become zones.`,
});
