import { defineOperations } from "../../../world/define.ts";
import { refusal } from "../../../world/refusal.ts";
import type { Input } from "../../../world/input.ts";
import { bucketNeed, bucketOf, denied, invalidArgument, onBucket } from "../find.ts";
import type { Bucket, Encryption, S3State } from "../state.ts";

/** Encryption, versioning and Object Lock of a bucket. */
export const protectionOperations = defineOperations<S3State>()({
  GetBucketEncryption: {
    readOnly: true,
    needs: onBucket("s3:GetEncryptionConfiguration"),
    run: (context) => ({ ServerSideEncryptionConfiguration: writtenDefault(bucketOf(context)) }),
  },
  PutBucketEncryption: {
    readOnly: false,
    needs: onBucket("s3:PutEncryptionConfiguration"),
    run: (context) => {
      const [rule] = context.input.inside("ServerSideEncryptionConfiguration").list("Rules");
      if (!rule) throw refusal("MalformedXML", "An encryption configuration has one rule.");
      setDefault(bucketOf(context), rule);
    },
  },
  DeleteBucketEncryption: {
    readOnly: false,
    needs: onBucket("s3:PutEncryptionConfiguration"),
    run: (context) => {
      // There is no bucket without encryption any more: it goes back to keys of S3.
      bucketOf(context).encryption = { algorithm: "AES256", key: null, bucketKey: false };
    },
  },
  GetBucketVersioning: {
    readOnly: true,
    needs: onBucket("s3:GetBucketVersioning"),
    run: (context) => {
      const { versioning, mfaDelete } = bucketOf(context);
      if (versioning === null) return {};
      return { Status: versioning, MFADelete: mfaDelete ? "Enabled" : undefined };
    },
  },
  PutBucketVersioning: {
    readOnly: false,
    needs: onBucket("s3:PutBucketVersioning"),
    run: (context) => {
      const { input, caller } = context;
      const bucket = bucketOf(context);
      const sent = input.inside("VersioningConfiguration");
      const [status, mfa] = [sent.optional("Status"), sent.optional("MFADelete")];
      if (status !== null && status !== "Enabled" && status !== "Suspended")
        throw refusal(
          "IllegalVersioningConfigurationException",
          "The status is not one that there is.",
        );
      if (status === "Suspended" && bucket.lock)
        throw refusal(
          "InvalidBucketState",
          "An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.",
          409,
        );
      // MFA delete is for the root user with its device alone, and so is every change while it is on.
      const guarded = mfa === "Enabled" || bucket.mfaDelete;
      if (guarded && (caller.principal.type !== "root" || !input.has("MFA"))) throw denied();
      bucket.versioning = status ?? bucket.versioning;
      if (mfa !== null) bucket.mfaDelete = mfa === "Enabled";
    },
  },
  GetObjectLockConfiguration: {
    readOnly: true,
    eventName: "GetBucketObjectLockConfiguration",
    needs: onBucket("s3:GetBucketObjectLockConfiguration"),
    run: (context) => {
      const { lock } = bucketOf(context);
      if (!lock)
        throw refusal(
          "ObjectLockConfigurationNotFoundError",
          "Object Lock configuration does not exist for this bucket",
          404,
        );
      const { sent } = lock;
      return { ObjectLockConfiguration: sent ?? { ObjectLockEnabled: "Enabled" } };
    },
  },
  PutObjectLockConfiguration: {
    readOnly: false,
    eventName: "PutBucketObjectLockConfiguration",
    needs: (context) => [
      bucketNeed(context, {
        bucket: bucketOf(context),
        action: "s3:PutBucketObjectLockConfiguration",
      }),
    ],
    run: (context) => {
      const bucket = bucketOf(context);
      const sent = context.input.inside("ObjectLockConfiguration");
      if (bucket.versioning !== "Enabled")
        throw refusal(
          "InvalidBucketState",
          "Versioning must be 'Enabled' on the bucket to apply an Object Lock configuration",
          409,
        );
      bucket.lock = { rule: ruleOf(sent), sent: sent.raw };
    },
  },
});

function ruleOf(sent: Input): NonNullable<Bucket["lock"]>["rule"] {
  const rule = sent.inside("Rule").inside("DefaultRetention");
  const mode = rule.optional("Mode");
  if (mode === null) return null;
  const [days, years] = [rule.number("Days"), rule.number("Years")];
  if ((mode !== "GOVERNANCE" && mode !== "COMPLIANCE") || (days === null) === (years === null))
    throw refusal("MalformedXML", "A rule has a mode, and either days or years.");
  return { mode, days: days ?? years! * 365 };
}

function setDefault(bucket: Bucket, rule: Input): void {
  const sent = rule.inside("ApplyServerSideEncryptionByDefault");
  const algorithm = sent.optional("SSEAlgorithm");
  if (algorithm !== null) {
    const key = sent.optional("KMSMasterKeyID");
    if (algorithm === "AES256" && key !== null)
      throw invalidArgument("A default of AES256 has no key of KMS.");
    bucket.encryption = {
      algorithm: algorithm as Encryption["algorithm"],
      key,
      bucketKey: rule.flag("BucketKeyEnabled") ?? false,
    };
  }
  if (rule.has("BlockedEncryptionTypes")) {
    const types = rule.inside("BlockedEncryptionTypes").texts("EncryptionType");
    bucket.blockedEncryption = types.filter((one) => one !== "NONE");
  }
}

const writtenDefault = ({ encryption, blockedEncryption }: Bucket) => ({
  Rules: [
    {
      ApplyServerSideEncryptionByDefault: {
        SSEAlgorithm: encryption.algorithm,
        KMSMasterKeyID: encryption.key ?? undefined,
      },
      BucketKeyEnabled: encryption.bucketKey,
      BlockedEncryptionTypes: {
        EncryptionType: blockedEncryption.length > 0 ? blockedEncryption : ["NONE"],
      },
    },
  ],
});
