import { account, type Case } from "./case.ts";

export const statement = (Statement: object) => ({ Version: "2012-10-17", Statement: [Statement] });
export const access = (Action: string | string[]) =>
  statement({ Effect: "Allow", Action, Resource: "*" });
export const arnOfRole = (name: string) => `arn:aws:iam::${account}:role/${name}`;

/** The user whose key is out, a service's user to which keys are added, and people who have nothing to do with it. */
export const leaked = "ci-release";
export const borrowed = "nightly-export";
export const bystander = "fleet-monitor";

const reads = [
  "ec2:Describe*",
  "lambda:List*",
  "s3:List*",
  "s3:GetBucketLocation",
  "secretsmanager:ListSecrets",
  "kms:ListAliases",
];

export const people = ({ accessKeyId, admin }: Case): object[] => [
  {
    name: leaked,
    keys: [{ id: accessKeyId, createdDaysAgo: 300 }],
    inline: {
      own: statement({
        Effect: "Allow",
        Action: [...reads, "sts:AssumeRole", "iam:CreateAccessKey"],
        Resource: "*",
      }),
      // Not this role: somebody who has the key tries it all the same.
      not: statement({ Effect: "Deny", Action: "sts:AssumeRole", Resource: arnOfRole("payroll") }),
    },
  },
  { name: borrowed, keys: 1, inline: { own: access([...reads, "sts:AssumeRole"]) } },
  { name: bystander, keys: 1, inline: { own: access(reads) } },
  { name: admin, keys: 1, inline: { all: access("*") } },
];

const trusted = statement({
  Effect: "Allow",
  Principal: { AWS: `arn:aws:iam::${account}:root` },
  Action: "sts:AssumeRole",
});

/** Each may begin the next: a chain of sessions, and back to its beginning. */
export const roles = (): object[] => [
  { name: "release", trust: trusted, inline: { own: access([...reads, "sts:AssumeRole"]) } },
  {
    name: "hire-backend",
    trust: trusted,
    inline: { own: access([...reads, "sts:AssumeRole", "secretsmanager:*", "kms:*"]) },
  },
  { name: "account-admin", trust: trusted, inline: { own: access("*") } },
  { name: "payroll", trust: trusted, inline: { own: access("*") } },
];
