import type { World } from "../../world/world.ts";
import type { Secret } from "./state.ts";

type Place = { world: World; account: string; region: string };

/** A secret without a value; its ARN ends with six characters that a secret of the same name will not have again. */
export function newSecret(
  { world, account, region }: Place,
  { name, suffix, key }: { name: string; suffix: string; key: string | null },
): Secret {
  return {
    name,
    arn: `arn:aws:secretsmanager:${region}:${account}:secret:${name}-${suffix}`,
    account,
    region,
    description: "",
    key,
    tags: new Map(),
    policy: null,
    versions: new Map(),
    rotation: null,
    rotationOn: false,
    deletion: null,
    createdMs: world.nowMs,
    changedMs: world.nowMs,
    accessedMs: null,
    rotatedMs: null,
  };
}
