import { defineOperations } from "../../../world/define.ts";
import { refusal } from "../../../world/refusal.ts";
import { bucketNeed, bucketOf, onBucket } from "../find.ts";
import { bucketIn, type S3State } from "../state.ts";

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html */
export const replicationOperations = defineOperations<S3State>()({
  GetBucketReplication: {
    readOnly: true,
    needs: onBucket("s3:GetReplicationConfiguration"),
    run: (context) => {
      const ReplicationConfiguration = bucketOf(context).configured.get("replication");
      if (ReplicationConfiguration) return { ReplicationConfiguration };
      throw refusal(
        "ReplicationConfigurationNotFoundError",
        "The replication configuration was not found",
        404,
      );
    },
  },
  PutBucketReplication: {
    readOnly: false,
    needs: (context) => [
      bucketNeed(context, {
        bucket: bucketOf(context),
        action: "s3:PutReplicationConfiguration",
      }),
      // S3 takes the role on itself: who hands it over needs to be allowed to.
      {
        action: "iam:PassRole",
        resource: context.input.inside("ReplicationConfiguration").text("Role"),
        context: { "iam:PassedToService": "s3.amazonaws.com" },
      },
    ],
    run: (context) => {
      const bucket = bucketOf(context);
      if (bucket.versioning !== "Enabled")
        throw refusal(
          "InvalidRequest",
          "Versioning must be 'Enabled' on the bucket to apply a replication configuration",
        );
      const sent = context.input.inside("ReplicationConfiguration");
      for (const rule of sent.list("Rules")) {
        const to = rule.inside("Destination").text("Bucket").split(":::")[1] ?? "";
        if (bucketIn(context.world, to)?.versioning !== "Enabled")
          throw refusal(
            "InvalidRequest",
            "Destination bucket must exist and have versioning enabled.",
          );
      }
      bucket.configured.set("replication", sent.raw);
    },
  },
  DeleteBucketReplication: {
    readOnly: false,
    needs: onBucket("s3:PutReplicationConfiguration"),
    run: (context) => {
      bucketOf(context).configured.delete("replication");
    },
  },
});
