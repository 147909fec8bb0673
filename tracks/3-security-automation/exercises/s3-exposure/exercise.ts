import type { Exercise, Expected, Plan } from "../exercise.ts";
import { issuesOf } from "./issues.ts";
import {
  accountBlock,
  buckets,
  declared,
  isLocked,
  organisationFile,
  type Bucket,
} from "./world.ts";

/** Buckets that somebody outside the organisation reaches, by policy or by ACL. */
export const s3Exposure: Exercise = {
  traits: ["policies", "acls", "restricts", "ignores", "blocks", "locked", "clean"],
  make: (plan) => {
    const all = buckets(plan);
    return {
      declared: declared(plan),
      region: "eu-west-1",
      files: { "organisation.json": organisationFile },
      args: [],
      count: all.length,
      secrets: [],
      expected: () => expectedOf(plan, all),
    };
  },
};

function expectedOf(plan: Plan, all: readonly Bucket[]): Expected {
  const account = accountBlock(plan);
  const unread = all.filter((one) => isLocked(plan, one)).map(({ name }) => name);
  const findings = all
    .filter((one) => !isLocked(plan, one))
    .flatMap((bucket) =>
      issuesOf(bucket, account).map((issue) => ({ bucket: bucket.name, issue })),
    );
  return { findings, unread, exit: unread.length > 0 ? 2 : findings.length > 0 ? 1 : 0 };
}
