import { buildWorld, callingAs, type World } from "@loopwright/aws/world";
import { describe, expect, it } from "vitest";

import { s3Exposure } from "./exercise.ts";
import { members, own, partner, stranger } from "./shapes.ts";

type Ask = (bucket: string) => boolean;

/** Who gets a list of a bucket's objects, puts one there, or reads who may, by real calls. */
const visitor =
  (world: World, account: string): Ask =>
  (Bucket) => {
    const ask = callingAs(world, `user/of-${account}`);
    return (
      !ask("s3", "ListObjectsV2", { Bucket }).fault ||
      !ask("s3", "PutObject", { Bucket, Key: "visitor", Body: "x" }).fault ||
      !ask("s3", "GetBucketAcl", { Bucket }).fault
    );
  };

type Kept = "policy" | "acl";

/** What is found by asking, with the other way in taken away first. */
function found(traits: string[], kept: Kept) {
  const made = s3Exposure.make({ seed: `${traits.join()} x`, size: 40, traits });
  const world = buildWorld(made.declared, "x");
  const owner = callingAs(world, "user/owner");
  const listed = owner("s3", "ListBuckets", {}).output as { Buckets: { Name: string }[] };
  const names = listed.Buckets.map(({ Name }) => Name);
  for (const Bucket of names) {
    if (kept === "acl") owner("s3", "DeleteBucketPolicy", { Bucket });
    else owner("s3", "PutBucketAcl", { Bucket, ACL: "private" });
  }
  const [anybody, named] = [visitor(world, stranger), visitor(world, partner)];
  const inside = visitor(world, members[0]);
  const { findings } = made.expected(world);
  const told = (issue: string) =>
    names.filter((name) =>
      findings.some((one) => one["bucket"] === name && one["issue"] === issue),
    );
  return { names, anybody, named, inside, told };
}

describe.each([[[]], [["restricts"]], [["ignores"]], [["blocks"]]])("with %j", (traits) => {
  it.each<Kept>(["policy", "acl"])("what is right by %s is what outsiders reach", (kept) => {
    const { names, anybody, named, told } = found(traits, kept);
    const open = names.filter(anybody);
    expect(told(`public-${kept}`)).toEqual(open);
    const reached = names.filter(named);
    expect(reached).toEqual(
      names.filter((name) => open.includes(name) || told(`foreign-${kept}`).includes(name)),
    );
    expect(reached.length).toBeGreaterThan(0);
  });
});

it("lets the organisation in where it is named, which is no finding", () => {
  const { names, inside, told } = found([], "policy");
  const all = new Set([...told("public-policy"), ...told("foreign-policy")]);
  expect(names.filter((name) => inside(name) && !all.has(name)).length).toBeGreaterThan(1);
});

it("lets nobody in where all is well", () => {
  const made = s3Exposure.make({ seed: "w", size: 12, traits: ["clean"] });
  const world = buildWorld(made.declared, "w");
  const listed = callingAs(world, "user/owner")("s3", "ListBuckets").output as {
    Buckets: { Name: string }[];
  };
  const outside = [stranger, partner].map((account) => visitor(world, account));
  expect(listed.Buckets.filter(({ Name }) => outside.some((ask) => ask(Name)))).toEqual([]);
});

it("names accounts in ACLs as S3 does", () => {
  const made = s3Exposure.make({ seed: "c", size: 20, traits: [] });
  const world = buildWorld(made.declared, "c");
  const ask = callingAs(world, "user/owner");
  const listed = ask("s3", "ListBuckets", {}).output as { Buckets: { Name: string }[] };
  const file = JSON.parse(made.files["organisation.json"]!) as {
    accounts: { id: string; canonicalId: string }[];
  };
  const known = new Set(file.accounts.map(({ canonicalId }) => canonicalId));
  const foreign = listed.Buckets.filter(({ Name }) => {
    const acl = ask("s3", "GetBucketAcl", { Bucket: Name }).output as {
      Owner: { ID: string };
      Grants: { Grantee: { ID?: string } }[];
    };
    expect(acl.Owner.ID).toBe(file.accounts.find(({ id }) => id === own)!.canonicalId);
    return acl.Grants.some(({ Grantee: { ID } }) => ID !== undefined && !known.has(ID));
  });
  const expected = made.expected(world).findings.filter(({ issue }) => issue === "foreign-acl");
  expect(foreign.map(({ Name }) => Name).toSorted()).toEqual(
    expected.map(({ bucket }) => bucket!).toSorted(),
  );
});
