import type { World } from "../../world/world.ts";
import { ecPair } from "./crypto/elliptic.ts";
import { rsaPair } from "./crypto/rsa-key.ts";
import type { KmsKey } from "./state.ts";

/** What an asymmetric key's numbers are derived for. */
export const purposeOf = ({ id }: Pick<KmsKey, "id">): string => `kms pair ${id}`;

/** The key pair, made when it is first needed: an RSA key takes a moment. */
export function pairOf(world: World, key: KmsKey): NonNullable<KmsKey["pair"]> {
  key.pair ??= pairFrom(world, key.spec, purposeOf(key));
  return key.pair;
}

export const pairFrom = (world: Pick<World, "seed">, spec: string, purpose: string) =>
  spec.startsWith("RSA_")
    ? rsaPair(world, purpose, Number(spec.slice("RSA_".length)))
    : ecPair(world, purpose, spec);
