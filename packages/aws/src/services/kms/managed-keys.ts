import type { World } from "../../world/world.ts";
import { keyPolicy, makeKey } from "./make.ts";
import { kmsOf, type KmsKey } from "./state.ts";

/** Services that get a key of their own in an account when they first need one. */
export type Via = "s3" | "secretsmanager" | "lambda";

const useActions = [
  "kms:Encrypt",
  "kms:Decrypt",
  "kms:ReEncrypt*",
  "kms:GenerateDataKey*",
  "kms:CreateGrant",
  "kms:DescribeKey",
];

/**
 * The policy that AWS gives such a key and nobody can change: whoever may use the service in this account uses the
 * key through it. https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-cmk
 */
const policyFor = (via: Via, account: string, region: string): string =>
  JSON.stringify(
    {
      Version: "2012-10-17",
      Id: `auto-${via === "lambda" ? "awslambda" : via}-2`,
      Statement: [
        {
          Sid: `Use through ${via} by all principals of the account that may use it`,
          Effect: "Allow",
          Principal: { AWS: "*" },
          Action: useActions,
          Resource: "*",
          Condition: {
            StringEquals: {
              "kms:CallerAccount": account,
              "kms:ViaService": `${via}.${region}.amazonaws.com`,
            },
          },
        },
        {
          Sid: "Key metadata for the account",
          Effect: "Allow",
          Principal: { AWS: `arn:aws:iam::${account}:root` },
          Action: ["kms:Describe*", "kms:Get*", "kms:List*", "kms:RevokeGrant"],
          Resource: "*",
        },
      ],
    },
    null,
    2,
  );

const managed = /^(?:arn:aws:kms:[\w-]+:(\d{12}):)?alias\/aws\/(s3|secretsmanager|lambda)$/;

/** Makes the AWS managed key that a reference names, where the account does not have it yet. */
export function begunManagedKey(
  ref: string,
  { world, account, region }: { world: World; account: string; region: string },
): void {
  const [, owner = account, service] = managed.exec(ref) ?? [];
  const state = kmsOf(world, owner, region);
  if (service === undefined || !state || state.aliases.has(`alias/aws/${service}`)) return;
  const key: KmsKey = makeKey(
    { world, account: world.accounts.get(owner)!, region },
    {
      spec: "SYMMETRIC_DEFAULT",
      description: `Default key that protects what ${service} keeps when no other key is defined`,
      manager: "AWS",
      policy: keyPolicy(policyFor(service as Via, owner, region)),
    },
  );
  key.rotation = { sinceMs: key.createdMs, days: 365 };
  state.aliases.set(`alias/aws/${service}`, { keyId: key.id, createdMs: key.createdMs });
}
