import type { Place } from "../../world/define.ts";
import { hexId, uuid } from "../../world/ids.ts";
import { storedPolicy, type StoredPolicy } from "../../world/stored-policy.ts";
import { algorithmsOf, specs, type KeySpec } from "./specs.ts";
import { kmsOf, regionsOf, type KmsKey } from "./state.ts";
import { materialId } from "./crypto/material.ts";
import type { World } from "../../world/world.ts";

type Given = {
  spec: KeySpec;
  usage?: string | null;
  description?: string;
  multiRegion?: boolean;
  manager?: KmsKey["manager"];
  origin?: KmsKey["origin"];
  policy: StoredPolicy;
  tags?: Readonly<Record<string, string>>;
  createdMs?: number;
};

/** Makes a key and puts it into the account's list in that Region. */
export function makeKey({ world, account, region }: Place, given: Given): KmsKey {
  const id = given.multiRegion ? `mrk-${hexId(world, 32)}` : uuid(world);
  const key: KmsKey = {
    id,
    arn: `arn:aws:kms:${region}:${account.id}:key/${id}`,
    account: account.id,
    region,
    createdMs: given.createdMs ?? world.nowMs,
    description: given.description ?? "",
    spec: given.spec,
    usage: given.usage ?? specs[given.spec].usages[0]!,
    manager: given.manager ?? "CUSTOMER",
    origin: given.origin ?? "AWS_KMS",
    policy: given.policy,
    tags: new Map(Object.entries(given.tags ?? {})),
    state: "Enabled",
    deletion: null,
    primaryRegion: given.multiRegion ? region : null,
    grants: new Map(),
    rotation: null,
    rotated: [],
    pair: null,
  };
  kmsOf(world, account.id, region)!.keys.set(id, key);
  return key;
}

/** Refuses what KMS would refuse. */
export const keyPolicy = (text: string): StoredPolicy =>
  storedPolicy(text, { kind: "key", name: "key policy", code: "MalformedPolicyDocumentException" });

/**
 * What a key gets that is made through the API: the account may do everything, and so its identity policies count.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export const defaultPolicy = (account: string): string =>
  JSON.stringify(
    {
      Version: "2012-10-17",
      Id: "key-default-1",
      Statement: [
        {
          Sid: "Enable IAM User Permissions",
          Effect: "Allow",
          Principal: { AWS: `arn:aws:iam::${account}:root` },
          Action: "kms:*",
          Resource: "*",
        },
      ],
    },
    null,
    2,
  );

/** KeyMetadata of the API. */
export function written(world: World, key: KmsKey) {
  const symmetric = key.spec === "SYMMETRIC_DEFAULT";
  return {
    AWSAccountId: key.account,
    KeyId: key.id,
    Arn: key.arn,
    CreationDate: key.createdMs,
    Enabled: key.state === "Enabled",
    Description: key.description,
    KeyUsage: key.usage,
    KeyState: key.state,
    DeletionDate: key.deletion?.atMs,
    Origin: key.origin,
    ExpirationModel: key.origin === "EXTERNAL" ? "KEY_MATERIAL_DOES_NOT_EXPIRE" : undefined,
    KeyManager: key.manager,
    CustomerMasterKeySpec: key.spec,
    KeySpec: key.spec,
    ...algorithmsOf(key),
    MultiRegion: key.primaryRegion !== null,
    MultiRegionConfiguration: key.primaryRegion === null ? undefined : related(world, key),
    CurrentKeyMaterialId: symmetric ? materialId(world, key) : undefined,
  };
}

/** A multi-Region key's primary and replicas: they have one id. */
function related(world: World, key: KmsKey) {
  const all = regionsOf(world, key.account)
    .flatMap((region) => kmsOf(world, key.account, region)?.keys.get(key.id) ?? [])
    .map(({ arn, region }) => ({ Arn: arn, Region: region }));
  return {
    MultiRegionKeyType: key.region === key.primaryRegion ? "PRIMARY" : "REPLICA",
    PrimaryKey: all.find(({ Region }) => Region === key.primaryRegion),
    ReplicaKeys: all.filter(({ Region }) => Region !== key.primaryRegion),
  };
}
