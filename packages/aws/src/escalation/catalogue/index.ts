import type { Entry } from "./entry.ts";
import { existingPassRole } from "./existing-passrole.ts";
import { newPassRoleCompute } from "./new-passrole-compute.ts";
import { newPassRoleData } from "./new-passrole-data.ts";
import { newPassRoleElsewhere } from "./new-passrole.ts";
import { principalAccess } from "./principal-access.ts";
import { selfEscalation } from "./self-escalation.ts";

/**
 * The escalation paths that are publicly known as of 2026-11, by the identifiers of https://pathfinding.cloud.
 * What each call asks of AWS (resources, keys) is from the pages named in `docs`.
 */
export const catalogue: readonly Entry[] = [
  ...selfEscalation,
  ...principalAccess,
  ...newPassRoleElsewhere,
  ...newPassRoleCompute,
  ...newPassRoleData,
  ...existingPassRole,
];
