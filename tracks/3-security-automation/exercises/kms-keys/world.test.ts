import { buildWorld, callingAs, type World } from "@loopwright/aws/world";
import { describe, expect, it } from "vitest";

import { kmsKeys } from "./exercise.ts";
import { regions } from "./keys.ts";

type Listed = { Keys: { KeyId: string; KeyArn: string }[] };
type Described = {
  KeyMetadata: { KeySpec: string; KeyUsage: string; KeyState: string; KeyManager: string };
};

type Seen = ReturnType<typeof listed>[number];

const readable = (plan: { seed: string; traits: string[] }) => {
  const made = kmsKeys.make({ ...plan, size: 40 });
  const world = buildWorld(made.declared, plan.seed);
  const { findings } = made.expected(world);
  const told = (issue: string) =>
    findings.flatMap((one) => (one["issue"] === issue ? [one["key"]!] : [])).toSorted();
  // The same accounts, none of which is in an organisation.
  const alone = buildWorld({ ...made.declared, organisation: undefined }, plan.seed);
  return { world, told, alone };
};

/** What every Region lists, with what the owner is told of each key; those that wait for deletion left out. */
function listed(world: World) {
  return regions.flatMap((region) => {
    const ask = callingAs(world, "user/platform", { region });
    const { Keys } = ask("kms", "ListKeys", { Limit: 1000 }).output as Listed;
    return Keys.map(({ KeyArn }) => {
      const { KeyMetadata } = ask("kms", "DescribeKey", { KeyId: KeyArn }).output as Described;
      return { region, KeyArn, ...KeyMetadata };
    }).filter(({ KeyState }) => KeyState !== "PendingDeletion");
  });
}

describe.each(["a", "b"])("in the account of seed %s", (seed) => {
  it("a key has no rotation if it could be switched on and is off", () => {
    const { world, told } = readable({ seed, traits: [] });
    const found = listed(world).filter(({ region, KeyArn, KeyManager }) => {
      const ask = callingAs(world, "user/platform", { region });
      const status = ask("kms", "GetKeyRotationStatus", { KeyId: KeyArn }).output as {
        KeyRotationEnabled: boolean;
      };
      if (status.KeyRotationEnabled || KeyManager === "AWS") return false;
      return !ask("kms", "EnableKeyRotation", { KeyId: KeyArn }).fault;
    });
    expect(found.map(({ KeyArn }) => KeyArn).toSorted()).toEqual(told("no-rotation"));
    expect(found.length).toBeGreaterThan(6);
  });

  it("a policy is open if somebody from another organisation, or from none, may use the key", () => {
    const { world, told, alone } = readable({ seed, traits: [] });
    const mayUse =
      (there: World) =>
      ({ region, KeyArn, KeySpec, KeyState, KeyUsage }: Seen) => {
        if (KeyState === "Disabled")
          callingAs(there, "user/platform", { region })("kms", "EnableKey", { KeyId: KeyArn });
        const context = KeySpec === "SYMMETRIC_DEFAULT" ? { app: "claims" } : undefined;
        const sealing = {
          KeyId: KeyArn,
          Plaintext: new TextEncoder().encode("x"),
          ...(context && { EncryptionContext: context }),
          ...(KeySpec.startsWith("RSA") && { EncryptionAlgorithm: "RSAES_OAEP_SHA_256" }),
        };
        return ["s3", undefined].some((via) => {
          const ask = callingAs(there, "user/of-stranger", { region, ...(via && { via }) });
          return KeyUsage === "ENCRYPT_DECRYPT"
            ? !ask("kms", "Encrypt", sealing).fault
            : !ask("kms", "DescribeKey", { KeyId: KeyArn }).fault;
        });
      };
    const found = listed(world).filter((key) => mayUse(world)(key) || mayUse(alone)(key));
    expect(found.map(({ KeyArn }) => KeyArn).toSorted()).toEqual(told("open-policy"));
    expect(found.length).toBeGreaterThan(8);
  });
});

it("has keys that AWS manages, without an alias, and in two Regions under one id", () => {
  const all = listed(readable({ seed: "c", traits: [] }).world);
  expect(all.filter(({ KeyManager }) => KeyManager === "AWS")).toHaveLength(regions.length);
  const ids = all.map(({ KeyArn }) => KeyArn.split("/")[1]!);
  expect(ids.length - new Set(ids).size).toBeGreaterThan(1);
});
