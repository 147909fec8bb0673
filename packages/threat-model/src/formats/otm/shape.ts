import { z } from "zod";

import { looseFlag, looseList, looseNumber, looseRecord, looseText } from "../common/loose.ts";

/** What is read of a file of the Open Threat Model, 0.1 and 0.2. It allows further keys, and so do we. */
const parent = z
  .looseObject({ trustZone: looseText, component: looseText })
  .nullish()
  .transform((one) => one ?? { trustZone: "", component: "" });

const place = z.looseObject({ x: looseNumber, y: looseNumber });
const size = z.looseObject({ width: looseNumber, height: looseNumber });
const representation = z.looseObject({
  representation: looseText,
  position: place.nullish(),
  size: size.nullish(),
});

const instance = z.looseObject({
  threat: looseText,
  state: looseText,
  mitigations: looseList(z.looseObject({ mitigation: looseText, state: looseText })),
});

const told = { id: looseText, name: looseText, description: looseText };
const tags = looseList(looseText);

const trustZone = z.looseObject({
  ...told,
  risk: z.looseObject({ trustRating: looseNumber }).nullish(),
  parent,
  representations: looseList(representation),
});

const component = z.looseObject({
  ...told,
  type: looseText,
  parent,
  representations: looseList(representation),
  assets: z
    .looseObject({ processed: looseList(looseText), stored: looseList(looseText) })
    .nullish()
    .transform((one) => one ?? { processed: [], stored: [] }),
  threats: looseList(instance),
  tags,
});

const dataflow = z.looseObject({
  ...told,
  source: looseText,
  destination: looseText,
  bidirectional: looseFlag,
  assets: looseList(looseText),
  threats: looseList(instance),
  tags,
});

const asset = z.looseObject({
  ...told,
  risk: z.looseObject({ confidentiality: looseNumber }).nullish(),
});

const threat = z.looseObject({
  ...told,
  categories: looseList(looseText),
  cwes: looseList(looseText),
  risk: z.looseObject({ likelihood: looseNumber, impact: looseNumber }).nullish(),
  tags,
});

const mitigation = z.looseObject({ ...told, riskReduction: looseNumber });

export const otmFile = z.looseObject({
  otmVersion: looseText,
  project: z.looseObject({
    ...told,
    owner: looseText,
    attributes: looseRecord,
  }),
  representations: z.unknown().optional(),
  assets: looseList(asset),
  trustZones: looseList(trustZone),
  components: looseList(component),
  dataflows: looseList(dataflow),
  threats: looseList(threat),
  mitigations: looseList(mitigation),
});

export type OtmFile = z.infer<typeof otmFile>;
export type OtmZone = z.infer<typeof trustZone>;
export type OtmComponent = z.infer<typeof component>;
export type OtmDataflow = z.infer<typeof dataflow>;
export type OtmAsset = z.infer<typeof asset>;
export type OtmThreat = z.infer<typeof threat>;
export type OtmMitigation = z.infer<typeof mitigation>;
export type OtmInstance = z.infer<typeof instance>;
export type OtmParent = z.infer<typeof parent>;
