import { defineOperations, type Need } from "../../../world/define.ts";
import { pageOf } from "../../../world/pages.ts";
import { refusal } from "../../../world/refusal.ts";
import { tagContext } from "../../iam/tags.ts";
import { bucketOf, onBucket, type Ctx } from "../find.ts";
import { bucketIn, type Bucket, type S3State } from "../state.ts";
import { canned, isPublicGrant } from "../grants.ts";
import { ownerOf } from "./acl.ts";
import { newBucket } from "./new.ts";

export const bucketOperations = defineOperations<S3State>()({
  ListBuckets: {
    readOnly: true,
    needs: () => [{ action: "s3:ListAllMyBuckets", resource: "*" }],
    run: ({ state, account, input }) => {
      const prefix = input.optional("Prefix") ?? "";
      const region = input.optional("BucketRegion");
      const buckets = [...state.buckets.values()]
        .filter((one) => one.name.startsWith(prefix) && (region ?? one.region) === one.region)
        .toSorted((a, b) => (a.name < b.name ? -1 : 1));
      const names = { token: "ContinuationToken", max: "MaxBuckets", size: 10_000 };
      const { page, next } = pageOf(buckets, input, names);
      return {
        Buckets: page.map((one) => ({
          Name: one.name,
          CreationDate: one.createdMs,
          BucketRegion: one.region,
          BucketArn: one.arn,
        })),
        Owner: ownerOf({ account: account.id }),
        ContinuationToken: next,
        Prefix: input.optional("Prefix") ?? undefined,
      };
    },
  },
  CreateBucket: {
    readOnly: false,
    needs: (context) => creating(context),
    run: (context) => create(context),
  },
  DeleteBucket: {
    readOnly: false,
    needs: onBucket("s3:DeleteBucket"),
    run: (context) => {
      const bucket = bucketOf(context);
      if (bucket.account !== context.account.id)
        throw refusal("AccessDenied", "Access Denied", 403);
      if (bucket.objects.size > 0)
        throw refusal("BucketNotEmpty", "The bucket you tried to delete is not empty", 409);
      context.state.buckets.delete(bucket.name);
    },
  },
  HeadBucket: {
    readOnly: true,
    event: "data",
    anonymous: true,
    needs: onBucket("s3:ListBucket"),
    run: (context) => {
      const { region, arn } = bucketOf(context);
      return { BucketRegion: region, BucketArn: arn };
    },
  },
  GetBucketLocation: {
    readOnly: true,
    needs: onBucket("s3:GetBucketLocation"),
    run: (context) => {
      const { region } = bucketOf(context);
      // The oldest Region has no name here.
      return { LocationConstraint: region === "us-east-1" ? undefined : region };
    },
  },
});

const constraintOf = ({ input }: Ctx): string | null =>
  input.inside("CreateBucketConfiguration").optional("LocationConstraint");

const sentTags = ({ input }: Ctx) => input.inside("CreateBucketConfiguration").tags();

function creating(context: Ctx): Need[] {
  const { input, account } = context;
  const [location, ownership] = [constraintOf(context), input.optional("ObjectOwnership")];
  const acl = input.optional("ACL");
  const keys = {
    "aws:RequestedRegion": location ?? context.region,
    ...(location === null ? {} : { "s3:locationconstraint": location }),
    ...(ownership === null ? {} : { "s3:x-amz-object-ownership": ownership }),
    ...(acl === null ? {} : { "s3:x-amz-acl": acl }),
    ...tagContext(sentTags(context)),
  };
  const actions = [
    "s3:CreateBucket",
    ...(acl === null || acl === "private" ? [] : ["s3:PutBucketAcl"]),
    ...(ownership === null ? [] : ["s3:PutBucketOwnershipControls"]),
    ...(input.flag("ObjectLockEnabledForBucket")
      ? ["s3:PutBucketObjectLockConfiguration", "s3:PutBucketVersioning"]
      : []),
    ...(Object.keys(sentTags(context)).length > 0 ? ["s3:TagResource"] : []),
  ];
  const resource = `arn:aws:s3:::${input.text("Bucket")}`;
  return actions.map((action) => ({ action, resource, owner: account.id, context: keys }));
}

function create(context: Ctx) {
  const { world, account, state, input } = context;
  const name = input.text("Bucket");
  const region = locationOf(context);
  if (
    !/^(?!xn--|sthree-|.*(?:-s3alias|--ol-s3)$)[a-z0-9](?:[a-z0-9-]|\.(?!\.)){1,61}[a-z0-9]$/.test(
      name,
    )
  )
    throw refusal("InvalidBucketName", "The specified bucket is not valid.");
  const taken = bucketIn(world, name);
  if (taken) throw exists(taken, account.id);
  const acl = input.optional("ACL");
  const ownership = input.optional("ObjectOwnership") ?? "BucketOwnerEnforced";
  if (acl !== null && acl !== "private" && ownership === "BucketOwnerEnforced")
    throw refusal(
      "InvalidBucketAclWithObjectOwnership",
      "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting",
    );
  const given = acl !== null && Object.hasOwn(canned, acl) ? canned[acl]! : [];
  // A new bucket blocks public ACLs before anybody can say otherwise.
  if (given.some(isPublicGrant))
    throw refusal(
      "InvalidBucketAclWithBlockPublicAccessError",
      "Bucket cannot have public ACLs set with BlockPublicAccess enabled",
    );
  const bucket = newBucket({ name, account: account.id, region, createdMs: world.nowMs });
  bucket.ownership = ownership;
  bucket.acl = given;
  for (const [key, value] of Object.entries(sentTags(context))) bucket.tags.set(key, value);
  if (input.flag("ObjectLockEnabledForBucket")) {
    bucket.lock = { rule: null, sent: null };
    bucket.versioning = "Enabled";
  }
  state.buckets.set(name, bucket);
  return { Location: `/${name}`, BucketArn: bucket.arn };
}

function locationOf(context: Ctx): string {
  const { region } = context;
  const asked = constraintOf(context);
  if (asked === null && region === "us-east-1") return region;
  // Through the endpoint of us-east-1 buckets are made in every Region, through another only in its own.
  if (asked !== null && (region === "us-east-1" || region === asked)) return asked;
  throw refusal(
    "IllegalLocationConstraintException",
    `The ${asked ?? "unspecified"} location constraint is incompatible for the region specific endpoint this request was sent to.`,
  );
}

function exists({ account }: Bucket, caller: string) {
  return account === caller
    ? refusal(
        "BucketAlreadyOwnedByYou",
        "Your previous request to create the named bucket succeeded and you already own it.",
        409,
      )
    : refusal(
        "BucketAlreadyExists",
        "The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.",
        409,
      );
}
