import { sessionOf } from "../../../policy/principal.ts";
import { decideIn } from "../../../world/authorise.ts";
import type { Credential } from "../../../world/credential.ts";
import { Input } from "../../../world/input.ts";
import { overTheInternet } from "../../../world/origin.ts";
import type { World } from "../../../world/world.ts";
import { iamOf } from "../../iam/policies-of.ts";
import { bucketIn, objectArn, type Bucket, type ObjectVersion } from "../state.ts";
import { addVersion } from "./versions.ts";

/**
 * Copies a new object to where the bucket's replication says, at once, as far as the replication role may read here
 * and write there. What is encrypted with a key of KMS is left out, as it is without settings of its own.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-what-is-isnot-replicated.html
 */
export function replicate(world: World, bucket: Bucket, version: ObjectVersion): void {
  const sent = bucket.configured.get("replication");
  if (!sent || bucket.versioning !== "Enabled") return;
  const input = new Input(sent);
  const rule = input
    .list("Rules")
    .find((one) => one.optional("Status") === "Enabled" && version.key.startsWith(prefixOf(one)));
  if (!rule || version.encryption.algorithm !== "AES256") return;
  const target = bucketIn(world, rule.inside("Destination").text("Bucket").split(":::")[1] ?? "");
  const may =
    target !== null &&
    mayReplicate(world, input.optional("Role") ?? "", {
      from: bucket,
      to: target,
      version,
    });
  version.replication = may ? "COMPLETED" : "FAILED";
  if (!may) return;
  const copy = { ...version, tags: new Map(version.tags), replication: "REPLICA" } as const;
  const made = addVersion(world, target, copy);
  made.id = version.id;
  made.etag = version.etag;
}

const prefixOf = (rule: Input): string =>
  rule.inside("Filter").optional("Prefix") ??
  rule.inside("Filter").inside("And").optional("Prefix") ??
  rule.optional("Prefix") ??
  "";

type Between = { from: Bucket; to: Bucket; version: ObjectVersion };

function mayReplicate(world: World, arn: string, { from, to, version }: Between): boolean {
  const account = arn.split(":")[4] ?? "";
  const role = iamOf(world, account)?.roles.get(arn.slice(arn.lastIndexOf("/") + 1));
  if (role?.arn !== arn || to.versioning !== "Enabled") return false;
  const caller: Credential = {
    accessKeyId: "",
    secretAccessKey: "",
    principal: sessionOf(arn, "s3-replication"),
    account,
    userId: `${role.id}:s3-replication`,
    createdMs: world.nowMs,
    active: true,
    lastUsed: null,
    session: null,
  };
  const needs = [
    { bucket: from, action: "s3:GetObjectVersionForReplication" },
    { bucket: to, action: "s3:ReplicateObject" },
  ];
  return needs.every(
    ({ bucket, action }) =>
      decideIn({
        world,
        caller,
        need: { action, resource: objectArn(bucket, version.key), owner: bucket.account },
        region: bucket.region,
        origin: overTheInternet,
        userAgent: "s3.amazonaws.com",
      }).decision.allowed,
  );
}
