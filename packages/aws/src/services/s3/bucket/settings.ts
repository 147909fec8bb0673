import { defineOperations } from "../../../world/define.ts";
import { refusal } from "../../../world/refusal.ts";
import { tagContext, toTags } from "../../iam/tags.ts";
import { sentBlock } from "../block.ts";
import { bucketNeed, bucketOf, onBucket } from "../find.ts";
import type { S3State } from "../state.ts";

export const settingOperations = defineOperations<S3State>()({
  GetPublicAccessBlock: {
    readOnly: true,
    eventName: "GetBucketPublicAccessBlock",
    needs: onBucket("s3:GetBucketPublicAccessBlock"),
    run: (context) => {
      const { block } = bucketOf(context);
      if (block) return { PublicAccessBlockConfiguration: block };
      throw refusal(
        "NoSuchPublicAccessBlockConfiguration",
        "The public access block configuration was not found",
        404,
      );
    },
  },
  PutPublicAccessBlock: {
    readOnly: false,
    eventName: "PutBucketPublicAccessBlock",
    needs: onBucket("s3:PutBucketPublicAccessBlock"),
    run: (context) => {
      const sent = context.input.inside("PublicAccessBlockConfiguration");
      bucketOf(context).block = sentBlock(sent);
    },
  },
  DeletePublicAccessBlock: {
    readOnly: false,
    eventName: "DeleteBucketPublicAccessBlock",
    needs: onBucket("s3:PutBucketPublicAccessBlock"),
    run: (context) => {
      bucketOf(context).block = null;
    },
  },
  GetBucketOwnershipControls: {
    readOnly: true,
    needs: onBucket("s3:GetBucketOwnershipControls"),
    run: (context) => {
      const { ownership } = bucketOf(context);
      if (ownership !== null)
        return { OwnershipControls: { Rules: [{ ObjectOwnership: ownership }] } };
      throw refusal(
        "OwnershipControlsNotFoundError",
        "The bucket ownership controls were not found",
        404,
      );
    },
  },
  PutBucketOwnershipControls: {
    readOnly: false,
    needs: onBucket("s3:PutBucketOwnershipControls"),
    run: (context) => {
      const [rule] = context.input.inside("OwnershipControls").list("Rules");
      const [bucket, wanted] = [bucketOf(context), rule?.text("ObjectOwnership") ?? null];
      // Who turns ACLs off has to take back first what the bucket's own gives.
      if (wanted === "BucketOwnerEnforced" && bucket.acl.length > 0)
        throw refusal(
          "InvalidBucketAclWithObjectOwnership",
          "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting",
        );
      bucket.ownership = wanted;
    },
  },
  DeleteBucketOwnershipControls: {
    readOnly: false,
    needs: onBucket("s3:PutBucketOwnershipControls"),
    run: (context) => {
      bucketOf(context).ownership = null;
    },
  },
  GetBucketTagging: {
    readOnly: true,
    needs: onBucket("s3:GetBucketTagging"),
    run: (context) => {
      const { tags } = bucketOf(context);
      if (tags.size > 0) return { TagSet: toTags(tags) };
      throw refusal("NoSuchTagSet", "The TagSet does not exist", 404);
    },
  },
  PutBucketTagging: {
    readOnly: false,
    needs: (context) => [
      bucketNeed(context, {
        bucket: bucketOf(context),
        action: "s3:PutBucketTagging",
        keys: tagContext(context.input.inside("Tagging").tags("TagSet")),
      }),
    ],
    run: (context) => {
      const tags = context.input.inside("Tagging").tags("TagSet");
      bucketOf(context).tags = new Map(Object.entries(tags));
    },
  },
  DeleteBucketTagging: {
    readOnly: false,
    needs: onBucket("s3:PutBucketTagging"),
    run: (context) => {
      bucketOf(context).tags = new Map();
    },
  },
  GetBucketAbac: {
    readOnly: true,
    needs: onBucket("s3:GetBucketAbac"),
    run: (context) => ({ AbacStatus: { Status: bucketOf(context).abac ? "Enabled" : "Disabled" } }),
  },
  PutBucketAbac: {
    readOnly: false,
    needs: onBucket("s3:PutBucketAbac"),
    run: (context) => {
      bucketOf(context).abac = context.input.inside("AbacStatus").optional("Status") === "Enabled";
    },
  },
});
