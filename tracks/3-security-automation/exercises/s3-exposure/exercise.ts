import type { Exercise, Expected, Finding, Plan } from "../exercise.ts";
import {
  accountBlock,
  buckets,
  declared,
  isLocked,
  organisationFile,
  type Bucket,
} from "./world.ts";
import type { Block } from "./shapes.ts";

/** Buckets that somebody outside the organisation reaches, by policy or by ACL. */
export const s3Exposure: Exercise = {
  traits: ["policies", "acls", "restricts", "ignores", "blocks", "locked"],
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

function issuesOf({ policy = [], block, acl }: Bucket, account: Block | null): Finding[string][] {
  // A bucket where nothing is said has all four on, as every new one.
  const isOn = (name: keyof Block) =>
    block === undefined || (block !== false && block[name]) || (account?.[name] ?? false);
  const lets = (whom: string) => policy.some((one) => one.lets === whom);
  const isShut = lets("everybody") && isOn("RestrictPublicBuckets");
  return [
    ...(lets("everybody") && !isShut ? ["public-policy"] : []),
    ...(lets("partner") && !isShut ? ["foreign-policy"] : []),
    ...(acl?.lets === "everybody" && !isOn("IgnorePublicAcls") ? ["public-acl"] : []),
    ...(acl?.lets === "partner" ? ["foreign-acl"] : []),
  ];
}
