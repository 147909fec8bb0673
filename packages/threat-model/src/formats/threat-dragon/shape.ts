import { z } from "zod";

import { looseFlag, looseList, looseNumber, looseRecord, looseText } from "../common/loose.ts";

/** What is read of a file of Threat Dragon 2. It allows further keys everywhere, and so do we. */
const point = z.looseObject({ x: looseNumber, y: looseNumber });
const size = z.looseObject({ width: looseNumber, height: looseNumber });

const threat = z.looseObject({
  id: looseText,
  title: looseText,
  status: looseText,
  severity: looseText,
  type: looseText,
  description: looseText,
  mitigation: looseText,
});

const data = z.looseObject({
  name: looseText,
  description: looseText,
  outOfScope: looseFlag,
  reasonOutOfScope: looseText,
  isBidirectional: looseFlag,
  isEncrypted: looseFlag,
  protocol: looseText,
  threats: looseList(threat),
});

/** The end of a flow: a cell, or a point where nobody has tied it to one. */
const end = z
  .looseObject({ cell: looseText, x: looseNumber, y: looseNumber })
  .nullish()
  .transform((one) => one ?? { cell: "", x: null, y: null });

const cell = z.looseObject({
  id: looseText,
  shape: looseText,
  position: point.nullish(),
  size: size.nullish(),
  source: end,
  target: end,
  vertices: looseList(point),
  /** The published schema puts threats here; files have them in `data`. */
  threats: looseList(threat),
  data: data.nullish().transform((one) => one ?? data.parse({})),
});

const diagram = z.looseObject({ title: looseText, cells: looseList(cell) });

export const threatDragonFile = z.looseObject({
  version: looseText,
  summary: z.looseObject({ title: looseText, owner: looseText, description: looseText }),
  detail: z.looseObject({ diagrams: looseList(diagram) }),
  /** Ours; see held.ts. */
  loopwright: looseRecord,
});

export type TdFile = z.infer<typeof threatDragonFile>;
export type TdDiagram = z.infer<typeof diagram>;
export type TdCell = z.infer<typeof cell>;
export type TdThreat = z.infer<typeof threat>;
export type TdEnd = z.infer<typeof end>;
