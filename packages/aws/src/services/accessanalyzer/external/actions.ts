import type { ResourceType } from "../state.ts";

const named = (prefix: string, text: string): string[] =>
  text
    .trim()
    .split(/\s+/)
    .map((name) => `${prefix}:${name}`);

/** Who may read and write a bucket's policy is never in another account, so the three are left out. */
const bucket = named(
  "s3",
  `DeleteBucket DeleteBucketWebsite GetAccelerateConfiguration GetAnalyticsConfiguration GetBucketAcl
  GetBucketCORS GetBucketLocation GetBucketLogging GetBucketNotification GetBucketObjectLockConfiguration
  GetBucketOwnershipControls GetBucketPolicyStatus GetBucketPublicAccessBlock GetBucketRequestPayment
  GetBucketTagging GetBucketVersioning GetBucketWebsite GetEncryptionConfiguration
  GetIntelligentTieringConfiguration GetInventoryConfiguration GetLifecycleConfiguration
  GetMetricsConfiguration GetReplicationConfiguration ListBucket ListBucketMultipartUploads
  ListBucketVersions PutAccelerateConfiguration PutAnalyticsConfiguration PutBucketAcl PutBucketCORS
  PutBucketLogging PutBucketNotification PutBucketObjectLockConfiguration PutBucketOwnershipControls
  PutBucketPublicAccessBlock PutBucketRequestPayment PutBucketTagging PutBucketVersioning
  PutBucketWebsite PutEncryptionConfiguration PutIntelligentTieringConfiguration
  PutInventoryConfiguration PutLifecycleConfiguration PutMetricsConfiguration
  PutReplicationConfiguration`,
);

const object = named(
  "s3",
  `AbortMultipartUpload BypassGovernanceRetention DeleteObject DeleteObjectTagging DeleteObjectVersion
  DeleteObjectVersionTagging GetObject GetObjectAcl GetObjectAttributes GetObjectLegalHold
  GetObjectRetention GetObjectTagging GetObjectTorrent GetObjectVersion GetObjectVersionAcl
  GetObjectVersionAttributes GetObjectVersionForReplication GetObjectVersionTagging
  GetObjectVersionTorrent ListMultipartUploadParts ObjectOwnerOverrideToBucketOwner PutObject
  PutObjectAcl PutObjectLegalHold PutObjectRetention PutObjectTagging PutObjectVersionAcl
  PutObjectVersionTagging ReplicateDelete ReplicateObject ReplicateTags RestoreObject`,
);

const secret = named(
  "secretsmanager",
  `CancelRotateSecret DeleteResourcePolicy DeleteSecret DescribeSecret GetResourcePolicy
  GetSecretValue ListSecretVersionIds PutResourcePolicy PutSecretValue RemoveRegionsFromReplication
  ReplicateSecretToRegions RestoreSecret RotateSecret StopReplicationToReplica TagResource
  UntagResource UpdateSecret UpdateSecretVersionStage ValidateResourcePolicy`,
);

/** The rest of KMS has no effect from another account. */
const key = named(
  "kms",
  `CreateGrant Decrypt DeriveSharedSecret DescribeKey Encrypt GenerateDataKey GenerateDataKeyPair
  GenerateDataKeyPairWithoutPlaintext GenerateDataKeyWithoutPlaintext GenerateMac GetKeyRotationStatus
  GetPublicKey ListGrants ReEncryptFrom ReEncryptTo RetireGrant RevokeGrant Sign Verify VerifyMac`,
);

const lambdaFunction = named(
  "lambda",
  `AddPermission CreateAlias CreateFunctionUrlConfig DeleteAlias DeleteFunction
  DeleteFunctionConcurrency DeleteFunctionEventInvokeConfig DeleteFunctionUrlConfig GetAlias
  GetFunction GetFunctionConcurrency GetFunctionConfiguration GetFunctionEventInvokeConfig
  GetFunctionUrlConfig GetPolicy InvokeAsync InvokeFunction InvokeFunctionUrl ListAliases
  ListFunctionEventInvokeConfigs ListFunctionUrlConfigs ListTags ListVersionsByFunction
  PublishVersion PutFunctionConcurrency PutFunctionEventInvokeConfig RemovePermission TagResource
  UntagResource UpdateAlias UpdateFunctionCode UpdateFunctionConfiguration
  UpdateFunctionEventInvokeConfig UpdateFunctionUrlConfig`,
);

const role = named(
  "sts",
  "AssumeRole AssumeRoleWithSAML AssumeRoleWithWebIdentity SetContext SetSourceIdentity TagSession",
);

/**
 * What a resource's policy can give away, with what comes after the resource's ARN where the action is on something
 * inside of it. Of the Service Authorization Reference:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const actionsOf: Readonly<
  Record<ResourceType, readonly { actions: readonly string[]; inside: string }[]>
> = {
  "AWS::S3::Bucket": [
    { actions: bucket, inside: "" },
    { actions: object, inside: "/object" },
  ],
  "AWS::IAM::Role": [{ actions: role, inside: "" }],
  "AWS::KMS::Key": [{ actions: key, inside: "" }],
  "AWS::SecretsManager::Secret": [{ actions: secret, inside: "" }],
  "AWS::Lambda::Function": [{ actions: lambdaFunction, inside: "" }],
};
