import type { World } from "../../world/world.ts";
import type { Input } from "../../world/input.ts";
import { s3Of, type Block, type Bucket } from "./state.ts";

const names = [
  "BlockPublicAcls",
  "IgnorePublicAcls",
  "BlockPublicPolicy",
  "RestrictPublicBuckets",
] as const;

const blockOf = (is: (name: (typeof names)[number]) => boolean): Block =>
  Object.fromEntries(names.map((name) => [name, is(name)])) as Block;

/** All four are on for a new bucket since April 2023. */
export const everythingBlocked = (): Block => blockOf(() => true);

/** What is left out of a configuration is off. */
export const sentBlock = (input: Input): Block => blockOf((name) => input.flag(name) ?? false);

/** The stricter of bucket and account holds. */
export function effectiveBlock(world: World, bucket: Bucket): Block {
  const account = s3Of(world, bucket.account)?.block;
  return blockOf((name) => (bucket.block?.[name] ?? false) || (account?.[name] ?? false));
}
