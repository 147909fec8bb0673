import { weigh } from "../../../decide/weigh.ts";
import { questionOf } from "../../../decide/request.ts";
import { defineOperations, type Need } from "../../../world/define.ts";
import { refusal } from "../../../world/refusal.ts";
import { storedPolicy, type StoredPolicy } from "../../../world/stored-policy.ts";
import { missingPrincipal } from "../../kms/policy-checks.ts";
import { effectiveBlock } from "../block.ts";
import { bucketNeed, bucketOf, denied, onBucket, type Ctx } from "../find.ts";
import type { Bucket, S3State } from "../state.ts";

const charactersMost = 20_480;

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html */
export const bucketPolicyOperations = defineOperations<S3State>()({
  GetBucketPolicy: {
    readOnly: true,
    needs: (context) => owning(context, "s3:GetBucketPolicy"),
    run: (context) => ({ Policy: stored(owned(context)).text }),
  },
  GetBucketPolicyStatus: {
    readOnly: true,
    needs: onBucket("s3:GetBucketPolicyStatus"),
    run: (context) => ({
      PolicyStatus: { IsPublic: stored(bucketOf(context)).compiled.isPublic },
    }),
  },
  PutBucketPolicy: {
    readOnly: false,
    needs: (context) => owning(context, "s3:PutBucketPolicy"),
    run: (context) => {
      const { world, input } = context;
      const bucket = owned(context);
      const policy = bucketPolicy(input.text("Policy"), bucket.name);
      if (missingPrincipal(world, policy.compiled) !== null)
        throw malformed("Invalid principal in policy");
      if (policy.compiled.isPublic && effectiveBlock(world, bucket).BlockPublicPolicy)
        throw denied("The policy is public and the BlockPublicPolicy setting is on.");
      bucket.policy = policy;
    },
  },
  DeleteBucketPolicy: {
    readOnly: false,
    needs: (context) => owning(context, "s3:DeleteBucketPolicy"),
    run: (context) => {
      owned(context).policy = null;
    },
  },
});

const malformed = (message: string) => refusal("MalformedPolicy", message);

function stored({ policy }: Bucket): StoredPolicy {
  if (policy) return policy;
  throw refusal("NoSuchBucketPolicy", "The bucket policy does not exist", 404);
}

/** Only identities of the owner's account have to do with a bucket's policy, whatever policies say. */
function owned(context: Ctx): Bucket {
  const bucket = bucketOf(context);
  if (bucket.account === context.account.id) return bucket;
  throw refusal(
    "MethodNotAllowed",
    "The specified method is not allowed against this resource.",
    405,
  );
}

/** The owner's root user cannot be locked out by a bucket's policy that denies this. */
function owning(context: Ctx, action: string): Need[] {
  const bucket = bucketOf(context);
  const need = bucketNeed(context, { bucket, action });
  const { principal, account } = context.caller;
  if (principal.type !== "root" || account !== bucket.account || !bucket.policy) return [need];
  const asked = questionOf({ principal, action, resource: bucket.arn });
  return weigh(bucket.policy.compiled, asked).deny ? [] : [need];
}

/** Refuses what S3 would refuse: also statements about other buckets and other services. */
export function bucketPolicy(text: string, bucket: string): StoredPolicy {
  if (text.length > charactersMost)
    throw refusal("PolicyTooLarge", "The bucket policy is too large.");
  const policy = storedPolicy(text, {
    kind: "resource",
    name: "bucket policy",
    code: "MalformedPolicy",
  });
  for (const { resources, actions } of policy.compiled.document.statements) {
    for (const pattern of resources?.patterns ?? [])
      if (!isOf(pattern, bucket)) throw malformed("Policy has invalid resource");
    for (const action of actions.patterns)
      if (action !== "*" && !/^s3:/i.test(action)) throw malformed("Policy has invalid action");
  }
  return policy;
}

function isOf(pattern: string, bucket: string): boolean {
  const [path] = pattern.split(":::").slice(1);
  const name = path?.split("/")[0] ?? "";
  return (
    name === bucket ||
    (name.endsWith("*") && name.length > 1 && bucket.startsWith(name.slice(0, -1)))
  );
}
