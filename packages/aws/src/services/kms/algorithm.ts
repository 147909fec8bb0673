import { refusal } from "../../world/refusal.ts";
import { named, usable, type Ctx } from "./find.ts";
import { algorithmsOf } from "./specs.ts";

/** A key that is for this, with the algorithm asked. */
export function keyFor(context: Ctx, member: "SigningAlgorithm" | "MacAlgorithm") {
  const { key } = named(context);
  usable(key);
  const algorithm = context.input.text(member);
  const known = algorithmsOf(key)[`${member}s`];
  if (!known?.includes(algorithm))
    throw refusal(
      "InvalidKeyUsageException",
      `Algorithm ${algorithm} is incompatible with ${key.arn}, of spec ${key.spec} and usage ${key.usage}.`,
    );
  return { key, algorithm };
}

/** Every algorithm for signatures and MACs ends with the size of its hash. */
export const hashOf = (algorithm: string): string => `sha${algorithm.slice(-3)}`;
