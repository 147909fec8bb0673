import { z } from "zod";

import {
  assumption,
  dataAsset,
  decision,
  element,
  flow,
  mitigation,
  model,
  threat,
  zone,
} from "../../model/model.ts";
import { looseList } from "../common/loose.ts";

/** Our own JSON: the version first, then part by part up to the first that is wrong, then the whole. */
export const loopwrightFile = z
  .looseObject({
    format: z.literal(1, "its format is newer than 1, and 1 is the newest that is known"),
    zones: looseList(zone),
    elements: looseList(element),
    flows: looseList(flow),
    data: looseList(dataAsset),
    assumptions: looseList(assumption),
    threats: looseList(threat),
    mitigations: looseList(mitigation),
    decisions: looseList(decision),
  })
  .transform((one): unknown => one)
  .pipe(model);
