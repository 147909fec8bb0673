import { z } from "zod";

import { looseList, looseNumber, looseRecord, looseText } from "../common/loose.ts";

/** What is read of a `.tc.json` file of schema 1. Threat Composer itself refuses a file with any other key. */
const metadata = looseList(
  z.looseObject({
    key: looseText,
    value: z.unknown().transform((one): string | string[] => {
      if (typeof one === "string") return one;
      const isWords = Array.isArray(one) && one.every((word) => typeof word === "string");
      return isWords ? one : "";
    }),
  }),
);
export type Metadata = z.infer<typeof metadata>;

const words = z
  .unknown()
  .optional()
  .transform((one) => (typeof one === "string" ? [one] : one))
  .pipe(looseList(looseText));

const numbered = {
  id: looseText,
  numericId: looseNumber,
  displayOrder: looseNumber,
  tags: looseList(looseText),
  metadata,
};

const threat = z.looseObject({
  ...numbered,
  threatSource: looseText,
  prerequisites: looseText,
  threatAction: looseText,
  threatImpact: looseText,
  customTemplate: looseText,
  impactedGoal: words,
  impactedAssets: words,
  statement: looseText,
  status: looseText,
});

const mitigation = z.looseObject({ ...numbered, content: looseText, status: looseText });
const assumption = z.looseObject({ ...numbered, content: looseText });

export const threatComposerFile = z.looseObject({
  schema: z.number().max(1, "its schema is newer than 1, and 1 is the newest that is known"),
  applicationInfo: z
    .looseObject({ name: looseText, description: looseText })
    .nullish()
    .transform((one) => one ?? { name: "", description: "" }),
  workspace: z.unknown().optional(),
  architecture: looseRecord,
  dataflow: looseRecord,
  brainstorm: z.unknown().optional(),
  assumptions: looseList(assumption),
  mitigations: looseList(mitigation),
  threats: looseList(threat),
  assumptionLinks: looseList(
    z.looseObject({ type: looseText, assumptionId: looseText, linkedId: looseText }),
  ),
  mitigationLinks: looseList(z.looseObject({ mitigationId: looseText, linkedId: looseText })),
});

export type ThreatComposerFile = z.infer<typeof threatComposerFile>;
export type TcThreat = z.infer<typeof threat>;
export type TcMitigation = z.infer<typeof mitigation>;
export type TcAssumption = z.infer<typeof assumption>;
