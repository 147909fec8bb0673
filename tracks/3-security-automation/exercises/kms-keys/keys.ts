import { randomFrom } from "@loopwright/core";

import type { Plan } from "../exercise.ts";
import { between, draw } from "../names.ts";
import { own, shapes, type Shape } from "./shapes.ts";

export const regions = ["eu-west-1", "eu-central-1", "us-east-1"] as const;
export type Region = (typeof regions)[number];

/** What a script may not do with a key: anything, as its own policy has it, or one call. */
export type Sealed = "all" | "kms:GetKeyPolicy" | "kms:GetKeyRotationStatus";

export type Key = Shape & {
  arn: string;
  id: string;
  region: Region;
  alias: string | null;
  isReplica: boolean;
  sealed: Sealed | null;
};

const things = "claims documents fraud letters medical payments photos policies premiums".split(
  " ",
);
const uses = "archive backup database exports queue reports search uploads".split(" ");

/** Keys of every shape in turn, in three Regions, or all in the first where it is crowded; then the replicas. */
export function keys(plan: Plan): Key[] {
  const { seed, size, traits } = plan;
  const random = randomFrom(seed);
  const names = new Map<string, number>();
  const made = Array.from({ length: size }, (_, index): Key => {
    const shape = inView(shapes[index % shapes.length]!, traits);
    const region = traits.includes("crowded") ? regions[0] : regions[index % regions.length]!;
    const id = idOf(random, shape.replica !== undefined);
    const name = `${draw(random, things)}-${draw(random, uses)}`;
    names.set(name, (names.get(name) ?? 0) + 1);
    const count = names.get(name)!;
    return {
      ...shape,
      id,
      region,
      arn: arnOf(region, id),
      alias: index % 5 === 4 ? null : count > 1 ? `${name}-${count}` : name,
      isReplica: false,
      sealed: sealedAt(plan, index),
    };
  });
  return [...made, ...made.flatMap(replicaOf)];
}

/** Only kinds of keys, or only policies, where nothing else is to show. */
function inView(shape: Shape, traits: readonly string[]): Shape {
  const { policy, replica, state, ...kind } = shape;
  if (traits.includes("kinds"))
    return { ...kind, ...(state && { state }), ...(replica && { replica: {} }) };
  if (!traits.includes("policies")) return shape;
  return {
    rotation: true,
    ...(policy && { policy }),
    ...(state && { state }),
    ...(replica && { replica }),
  };
}

const arnOf = (region: Region, id: string) => `arn:aws:kms:${region}:${own}:key/${id}`;

function idOf(random: () => number, isMultiRegion: boolean): string {
  const hex = Array.from({ length: 32 }, () => between(random, 0, 15).toString(16)).join("");
  if (isMultiRegion) return `mrk-${hex}`;
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
  ];
  return [...parts, hex.slice(20)].join("-");
}

function replicaOf({ replica, region, ...key }: Key): Key[] {
  if (!replica) return [];
  const there = regions[(regions.indexOf(region) + 1) % regions.length]!;
  const { policy: _, ...shared } = key;
  const more = replica.policy ? { policy: replica.policy } : {};
  const arn = arnOf(there, key.id);
  return [{ ...shared, ...more, arn, region: there, alias: null, isReplica: true, sealed: null }];
}

/** Of each round one whose policy leaves the account out, and two that the script's own role may not look into. */
function sealedAt({ traits }: Plan, index: number): Sealed | null {
  if (!traits.includes("sealed")) return null;
  const at: Readonly<Record<number, Sealed>> = {
    0: "kms:GetKeyPolicy",
    5: "all",
    17: "kms:GetKeyRotationStatus",
  };
  return at[index % shapes.length] ?? null;
}
