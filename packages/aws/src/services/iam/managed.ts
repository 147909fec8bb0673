import { storedPolicy, type StoredPolicy } from "../../world/stored-policy.ts";
import type { IamState } from "./state.ts";

type AwsManaged = { name: string; arn: string; description: string; policy: StoredPolicy };

/**
 * Policies that AWS manages, as far as a few statements say what they grant.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
const documents: Record<string, { path?: string; description: string; statements: object[] }> = {
  AdministratorAccess: {
    description: "Full access to AWS services and resources.",
    statements: [{ Effect: "Allow", Action: "*", Resource: "*" }],
  },
  AWSDenyAll: {
    description: "No access to anything.",
    statements: [{ Effect: "Deny", Action: "*", Resource: "*" }],
  },
  IAMFullAccess: {
    description: "Full access to IAM.",
    statements: [
      {
        Effect: "Allow",
        Action: [
          "iam:*",
          "organizations:DescribeAccount",
          "organizations:DescribeOrganization",
          "organizations:DescribeOrganizationalUnit",
          "organizations:DescribePolicy",
          "organizations:ListChildren",
          "organizations:ListParents",
          "organizations:ListPoliciesForTarget",
          "organizations:ListRoots",
          "organizations:ListPolicies",
          "organizations:ListTargetsForPolicy",
        ],
        Resource: "*",
      },
    ],
  },
  IAMReadOnlyAccess: {
    description: "Read access to IAM.",
    statements: [
      {
        Effect: "Allow",
        Action: [
          "iam:GenerateCredentialReport",
          "iam:GenerateServiceLastAccessedDetails",
          "iam:Get*",
          "iam:List*",
          "iam:SimulateCustomPolicy",
          "iam:SimulatePrincipalPolicy",
        ],
        Resource: "*",
      },
    ],
  },
  AmazonS3FullAccess: {
    description: "Full access to all buckets.",
    statements: [{ Effect: "Allow", Action: ["s3:*", "s3-object-lambda:*"], Resource: "*" }],
  },
  AmazonS3ReadOnlyAccess: {
    description: "Read access to all buckets.",
    statements: [
      {
        Effect: "Allow",
        Action: [
          "s3:Get*",
          "s3:List*",
          "s3:Describe*",
          "s3-object-lambda:Get*",
          "s3-object-lambda:List*",
        ],
        Resource: "*",
      },
    ],
  },
  AWSLambdaBasicExecutionRole: {
    path: "/service-role/",
    description: "Lets a function write its logs.",
    statements: [
      {
        Effect: "Allow",
        Action: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: "*",
      },
    ],
  },
};

const byArn: ReadonlyMap<string, AwsManaged> = new Map(
  Object.entries(documents).map(([name, { path = "/", description, statements }]) => {
    const arn = `arn:aws:iam::aws:policy${path}${name}`;
    const text = JSON.stringify({ Version: "2012-10-17", Statement: statements });
    return [
      arn,
      { name, arn, description, policy: storedPolicy(text, { kind: "identity", name }) },
    ];
  }),
);

export const awsManaged = (arn: string): AwsManaged | null => byArn.get(arn) ?? null;

export const allAwsManaged = (): readonly AwsManaged[] => [...byArn.values()];

/** The text of a managed policy that is in force, the account's own or AWS's; null where there is none. */
export function policyAt(state: IamState, arn: string): StoredPolicy | null {
  const own = state.policies.get(arn);
  if (!own) return awsManaged(arn)?.policy ?? null;
  return own.versions.find(({ id }) => id === own.defaultVersion)?.policy ?? null;
}
