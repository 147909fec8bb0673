import { z } from "zod";

import { newestKey } from "../../world/newest-key.ts";
import { refusal } from "../../world/refusal.ts";
import type { World } from "../../world/world.ts";

type Resource = Record<string, unknown>;
const json = z.record(z.string(), z.unknown());

/** Of a finding's resource: the end of an ARN in place of a key's id, as a declaration has it. */
function whoseIn(resource: Resource): { details: Resource; whose: string } | null {
  const details = json.safeParse(resource["AccessKeyDetails"]).data;
  const whose = details?.["AccessKeyId"];
  return details && typeof whose === "string" && whose.includes("/") ? { details, whose } : null;
}

export const isSession = (resource: Resource): boolean =>
  whoseIn(resource)?.whose.startsWith("assumed-role/") ?? false;

/** Keys' ids come from the seed: a declaration names whose key it is. Refuses whom nobody knows. */
export function withKey(resource: Resource, world: World): Resource {
  const named = whoseIn(resource);
  if (!named) return resource;
  const found = newestKey(world, named.whose);
  if (!found) throw refusal("NoSuchEntity", `nobody whose ARN ends with ${named.whose} has a key`);
  const { accessKeyId: AccessKeyId, userId: PrincipalId } = found;
  return { ...resource, AccessKeyDetails: { ...named.details, AccessKeyId, PrincipalId } };
}
