import type { Grant, Policies } from "../../decide/request.ts";
import type { CompiledPolicy } from "../../policy/compile.ts";
import { levelsFor, orgPathOf } from "../../world/organisation.ts";
import type { World } from "../../world/world.ts";
import { iamOf } from "../iam/policies-of.ts";
import { grantsFor } from "../kms/grant-rules.ts";
import { kmsOf, type KmsKey } from "../kms/state.ts";
import { lambdaOf } from "../lambda/state.ts";
import { effectiveBlock } from "../s3/block.ts";
import { s3Of } from "../s3/state.ts";
import { secretsOf } from "../secretsmanager/state.ts";
import type { Analyzer, ResourceType } from "./state.ts";
import { zoneOf } from "./zone.ts";

/** Something that an analyser looks at, with everything that decides who reaches it. */
export type Resource = {
  type: ResourceType;
  arn: string;
  owner: string;
  policy: CompiledPolicy | null;
  restrictPublic: boolean;
  grants: (action: string, context: Readonly<Record<string, string>>) => readonly Grant[];
  resourceControl: Policies["resourceControl"];
  /** Condition keys that the resource brings. */
  known: Readonly<Record<string, string>>;
};

type Looked = Pick<Resource, "type" | "arn" | "policy"> &
  Partial<Pick<Resource, "restrictPublic" | "grants">> & { tags?: ReadonlyMap<string, string> };

const resourcesMost = 5_000;

/**
 * Everything in an analyser's zone of trust and Region; roles are looked at in each Region.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-resources.html
 */
export function resourcesOf(world: World, analyzer: Pick<Analyzer, "arn" | "type">): Resource[] {
  const region = analyzer.arn.split(":")[3]!;
  const { accounts } = zoneOf(world, analyzer);
  return [...accounts]
    .toSorted()
    .filter((id) => world.accounts.has(id))
    .flatMap((owner) => ownedBy(world, owner, region))
    .slice(0, resourcesMost);
}

function ownedBy(world: World, owner: string, region: string): Resource[] {
  const resourceControl = levelsFor(world, owner, "RESOURCE_CONTROL_POLICY");
  const managed = world.organisation?.managementAccount === owner;
  const organisation = orgKeysOf(world, owner);
  return [
    ...buckets(world, owner, region),
    ...roles(world, owner),
    ...keys(world, owner, region),
    ...secrets(world, owner, region),
    ...functions(world, owner, region),
  ].map(({ tags, ...one }) => ({
    restrictPublic: false,
    grants: () => [],
    ...one,
    owner,
    resourceControl: managed ? [] : resourceControl,
    known: { ...organisation, ...tagKeys(tags) },
  }));
}

function orgKeysOf({ organisation }: World, owner: string): Record<string, string> {
  if (!organisation?.parents.has(owner)) return {};
  return {
    "aws:ResourceOrgID": organisation.id,
    "aws:ResourceOrgPaths": orgPathOf(organisation, owner),
  };
}

const tagKeys = (tags: ReadonlyMap<string, string> = new Map()): Record<string, string> =>
  Object.fromEntries([...tags].map(([key, value]) => [`aws:ResourceTag/${key}`, value]));

const buckets = (world: World, owner: string, region: string): Looked[] =>
  [...(s3Of(world, owner)?.buckets.values() ?? [])]
    .filter((bucket) => bucket.region === region)
    .map((bucket) => ({
      type: "AWS::S3::Bucket",
      arn: bucket.arn,
      policy: bucket.policy?.compiled ?? null,
      restrictPublic: effectiveBlock(world, bucket).RestrictPublicBuckets,
      tags: bucket.abac ? bucket.tags : new Map(),
    }));

const roles = (world: World, owner: string): Looked[] =>
  [...(iamOf(world, owner)?.roles.values() ?? [])].map(({ arn, trust, tags }) => ({
    type: "AWS::IAM::Role",
    arn,
    policy: trust.compiled,
    tags,
  }));

/** A key that AWS manages serves its own account alone. */
const keys = (world: World, owner: string, region: string): Looked[] =>
  [...(kmsOf(world, owner, region)?.keys.values() ?? [])]
    .filter(({ manager }) => manager === "CUSTOMER")
    .map((key: KmsKey) => ({
      type: "AWS::KMS::Key",
      arn: key.arn,
      policy: key.policy.compiled,
      tags: key.tags,
      grants: (action, context) => grantsFor(key, { world, arn: key.arn, owner, action, context }),
    }));

const secrets = (world: World, owner: string, region: string): Looked[] =>
  [...(secretsOf(world, owner, region)?.secrets.values() ?? [])].map(({ arn, policy, tags }) => ({
    type: "AWS::SecretsManager::Secret",
    arn,
    policy: policy?.compiled ?? null,
    tags,
  }));

const functions = (world: World, owner: string, region: string): Looked[] => {
  const account = world.accounts.get(owner);
  return [...(account ? lambdaOf(account, region).functions.values() : [])].map(
    ({ arn, policy, tags }) => ({ type: "AWS::Lambda::Function", arn, policy, tags }),
  );
};
