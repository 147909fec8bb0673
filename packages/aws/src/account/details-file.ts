import { z } from "zod";

/** A document as the CLI prints it, or URL-encoded as the API sends it. */
const document = z.union([z.string(), z.record(z.string(), z.json())]);
const inline = z
  .array(z.looseObject({ PolicyName: z.string(), PolicyDocument: document }))
  .default([]);
const attached = z
  .array(z.looseObject({ PolicyName: z.string(), PolicyArn: z.string() }))
  .default([]);
const boundary = z.looseObject({ PermissionsBoundaryArn: z.string() }).optional();
const tags = z.array(z.looseObject({ Key: z.string(), Value: z.string() })).default([]);
const arn = z.string().regex(/^arn:aws[\w-]*:iam::\d{12}:/, "an ARN of IAM with an account");

const user = z.looseObject({
  UserName: z.string(),
  Arn: arn,
  UserPolicyList: inline,
  GroupList: z.array(z.string()).default([]),
  AttachedManagedPolicies: attached,
  PermissionsBoundary: boundary,
  Tags: tags,
});

const group = z.looseObject({
  GroupName: z.string(),
  Arn: arn,
  GroupPolicyList: inline,
  AttachedManagedPolicies: attached,
  /** IAM prints none; one that stands here is told. */
  GroupList: z.array(z.string()).default([]),
});

const role = z.looseObject({
  RoleName: z.string(),
  Arn: arn,
  AssumeRolePolicyDocument: document,
  RolePolicyList: inline,
  AttachedManagedPolicies: attached,
  InstanceProfileList: z.array(z.looseObject({ Arn: z.string() })).default([]),
  PermissionsBoundary: boundary,
  Tags: tags,
});

const managed = z.looseObject({
  PolicyName: z.string(),
  Arn: z.string(),
  PolicyVersionList: z
    .array(z.looseObject({ Document: document, IsDefaultVersion: z.boolean() }))
    .default([]),
});

/**
 * What `aws iam get-account-authorization-details` prints.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
 */
export const detailsFile = z.looseObject({
  UserDetailList: z.array(user).default([]),
  GroupDetailList: z.array(group).default([]),
  RoleDetailList: z.array(role).default([]),
  Policies: z.array(managed).default([]),
});
export type DetailsFile = z.infer<typeof detailsFile>;
export type DocumentInput = z.infer<typeof document>;
