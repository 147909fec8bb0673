import type { Listing } from "@loopwright/core";

import type { ScenarioBrief } from "./material/brief.ts";
import type { ScenarioKind } from "./kind.ts";

/** What lists show before the clock starts: the way of working and the size of what is at stake. */
type ScenarioListing = Pick<ScenarioBrief, "mode" | "rules"> & { customers: number };

export const listing: Listing<ScenarioKind> = ({ brief: { mode, rules, scale } }) =>
  ({ mode, rules, customers: scale.customers }) satisfies ScenarioListing;
