import { describe, expect, it } from "vitest";

import { buildWorld } from "../../world/build.ts";
import { fitting } from "../test/fitting.ts";
import { keyArn, member, shared, stranger } from "./test/world.ts";

type Summary = {
  id: string;
  resource: string;
  status: string;
  principal?: Record<string, string>;
  condition: Record<string, string>;
  action?: string[];
  isPublic?: boolean;
  error?: string;
  resourceControlPolicyRestriction?: string;
};

const orgId = buildWorld(shared("o-none"), "s").organisation!.id;
const role = (name: string) => `arn:aws:iam::111111111111:role/${name}`;
const outside = `arn:aws:iam::${stranger}:role/app`;
const secret = "arn:aws:secretsmanager:eu-west-1:111111111111:secret:shop/db-AbCdEf";

function begun(type: "ACCOUNT" | "ORGANIZATION" = "ACCOUNT") {
  const world = buildWorld(shared(orgId), "s");
  const user = type === "ACCOUNT" ? "ana" : "max";
  const call = fitting(world, "accessanalyzer", { user });
  const analyzerArn = call("CreateAnalyzer", { analyzerName: "watch", type }).output!.arn as string;
  const list = (filter: object = {}) =>
    call("ListFindings", { analyzerArn, filter }).output!.findings as Summary[];
  const as = (service: "s3" | "kms" | "lambda" | "iam" | "s3control") =>
    fitting(world, service, { user: "ana" });
  return { world, call, analyzerArn, list, as };
}

const told = ({ principal, action, condition, isPublic, error }: Summary) =>
  error ?? {
    ...principal,
    action: action!.join(),
    ...condition,
    ...(isPublic === true ? { public: true } : {}),
  };

const reads = "s3:GetObject";

/** Resource, what an analyser of the account finds, and what one of the organisation finds. */
const table: [string, object[], object[] | "same"][] = [
  ["arn:aws:s3:::open", [{ AWS: "*", action: reads, public: true }], "same"],
  ["arn:aws:s3:::blocked", [], "same"],
  ["arn:aws:s3:::denied", [], "same"],
  ["arn:aws:s3:::half-denied", [{ AWS: "*", action: reads, public: true }], "same"],
  ["arn:aws:s3:::kept-in", [{ AWS: "*", action: reads }], []],
  ["arn:aws:s3:::in-org", [{ AWS: "*", action: reads, "aws:PrincipalOrgID": orgId }], []],
  [
    "arn:aws:s3:::other-org",
    [{ AWS: "*", action: reads, "aws:PrincipalOrgID": "o-elsewhere1" }],
    "same",
  ],
  ["arn:aws:s3:::for-member", [{ AWS: member, action: reads }], []],
  ["arn:aws:s3:::for-stranger", [{ AWS: stranger, action: reads }], "same"],
  [
    "arn:aws:s3:::for-role",
    [{ AWS: outside, action: reads, "aws:SourceIp": "203.0.113.0/24" }],
    "same",
  ],
  [
    "arn:aws:s3:::from-office",
    [{ AWS: "*", action: reads, "aws:SourceIp": "203.0.113.0/24" }],
    "same",
  ],
  ["arn:aws:s3:::by-arn", [], "same"],
  ["arn:aws:s3:::tls", [{ AWS: stranger, action: reads }], "same"],
  ["arn:aws:s3:::logs", [], "same"],
  ["arn:aws:s3:::vault", [], "same"],
  ["arn:aws:s3:::us-data", [], "same"],
  [role("partner"), [{ AWS: stranger, action: "sts:AssumeRole", "sts:ExternalId": "42" }], "same"],
  [role("careless"), [{ AWS: stranger, action: "sts:AssumeRole" }], "same"],
  [role("sibling"), [{ AWS: member, action: "sts:AssumeRole" }], []],
  [role("own"), [], "same"],
  [role("compute"), [], "same"],
  [
    role("deploy"),
    [
      {
        Federated: "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com",
        action: "sts:AssumeRoleWithWebIdentity",
        "token.actions.githubusercontent.com:sub": "repo:acme/*",
      },
    ],
    "same",
  ],
  [
    keyArn(1),
    [{ AWS: outside, action: "kms:Decrypt", "kms:EncryptionContext:tenant": "north" }],
    "same",
  ],
  [
    keyArn(2),
    [{ AWS: "*", action: expect.stringContaining("kms:Decrypt,"), "kms:CallerAccount": stranger }],
    "same",
  ],
  [keyArn(3), ["ACCESS_DENIED" as unknown as object], "same"],
  [keyArn(4), [], "same"],
  [
    "arn:aws:lambda:eu-west-1:111111111111:function:hook",
    [{ AWS: stranger, action: "lambda:InvokeFunction" }],
    "same",
  ],
  [secret, [{ AWS: outside, action: "secretsmanager:GetSecretValue" }], "same"],
];

describe("external access", () => {
  const found = { ACCOUNT: begun().list(), ORGANIZATION: begun("ORGANIZATION").list() };
  const on = (zone: keyof typeof found, resource: string) =>
    found[zone].filter((one) => one.resource === resource).map(told);

  it.each(table)("to %s", (resource, account, organisation) => {
    expect(on("ACCOUNT", resource)).toEqual(account);
    expect(on("ORGANIZATION", resource)).toEqual(organisation === "same" ? account : organisation);
  });

  it("is nothing but what the table tells", () => {
    const known = new Set(table.map(([resource]) => resource));
    expect(found.ACCOUNT.filter(({ resource }) => !known.has(resource))).toEqual([]);
  });

  it("says where a resource control policy was taken into account", () => {
    const of = (name: string) =>
      found.ACCOUNT.find(({ resource }) => resource.endsWith(name))!
        .resourceControlPolicyRestriction;
    expect([of(":open"), of("/careless")]).toEqual(["APPLIED", "NOT_APPLICABLE"]);
  });
});

describe("a finding", () => {
  const resource = "arn:aws:s3:::for-stranger";
  const of = (list: ReturnType<typeof begun>["list"]) =>
    list({ resource: { eq: [resource] } }).map(({ status }) => status);

  it("is resolved when the access is gone, and active when it is back", () => {
    const { list, as } = begun();
    const [first] = list({ resource: { eq: [resource] } });
    const s3 = as("s3");
    const policy = s3("GetBucketPolicy", { Bucket: "for-stranger" }).output!.Policy;
    s3("DeleteBucketPolicy", { Bucket: "for-stranger" });
    expect(of(list)).toEqual(["RESOLVED"]);
    s3("PutBucketPolicy", { Bucket: "for-stranger", Policy: policy });
    expect(list({ resource: { eq: [resource] } })).toMatchObject([
      { id: first!.id, status: "ACTIVE" },
    ]);
  });

  it("is resolved by Block Public Access of the account, and by the retiring of a grant", () => {
    const { list, as, call, analyzerArn } = begun();
    const AccountId = "111111111111";
    const PublicAccessBlockConfiguration = { RestrictPublicBuckets: true };
    as("s3control")("PutPublicAccessBlock", { AccountId, PublicAccessBlockConfiguration });
    const grants = as("kms")("ListGrants", { KeyId: keyArn(1) }).output!.Grants as [
      { GrantId: string },
    ];
    as("kms")("RevokeGrant", { KeyId: keyArn(1), GrantId: grants[0].GrantId });
    call("StartResourceScan", { analyzerArn, resourceArn: keyArn(1) });
    const gone = list({ status: { eq: ["RESOLVED"] } }).map((one) => one.resource);
    expect(gone).toEqual([
      keyArn(1),
      ...["half-denied", "kept-in", "open"].map((name) => `arn:aws:s3:::${name}`),
    ]);
  });

  it("stays archived, by its id or by its resource, until somebody takes it back", () => {
    const { list, call, analyzerArn } = begun();
    call("UpdateFindings", { analyzerArn, resourceArn: resource, status: "ARCHIVED" });
    expect(of(list)).toEqual(["ARCHIVED"]);
    const ids = list({ resource: { eq: [resource] } }).map(({ id }) => id);
    call("UpdateFindings", { analyzerArn, ids, status: "ACTIVE" });
    expect(of(list)).toEqual(["ACTIVE"]);
  });

  it("is archived by a rule as it comes, and by one that is applied", () => {
    const { list, call, analyzerArn, as } = begun();
    const rule = {
      analyzerName: "watch",
      ruleName: "theirs",
      filter: { "principal.AWS": { contains: [stranger] } },
    };
    call("CreateArchiveRule", rule);
    expect(of(list)).toEqual(["ACTIVE"]);
    const Policy = JSON.stringify({
      Version: "2012-10-17",
      Statement: {
        Effect: "Allow",
        Principal: { AWS: stranger },
        Action: "s3:GetObject",
        Resource: "arn:aws:s3:::logs/*",
      },
    });
    as("s3")("PutBucketPolicy", { Bucket: "logs", Policy });
    expect(list({ resource: { eq: ["arn:aws:s3:::logs"] } })).toMatchObject([
      { status: "ARCHIVED" },
    ]);
    call("ApplyArchiveRule", { analyzerArn, ruleName: "theirs" });
    expect(of(list)).toEqual(["ARCHIVED"]);
    call("DeleteArchiveRule", rule);
    expect(call("ListArchiveRules", { analyzerName: "watch" }).output).toMatchObject({
      archiveRules: [],
    });
  });

  it("is told in both versions, and of a resource", () => {
    const { list, call, analyzerArn } = begun();
    const [{ id }] = list({ resource: { eq: [resource] } }) as [Summary];
    expect(call("GetFinding", { analyzerArn, id }).output).toMatchObject({
      finding: { id, principal: { AWS: stranger }, sources: [{ type: "POLICY" }] },
    });
    expect(call("GetFindingV2", { analyzerArn, id }).output).toMatchObject({
      findingType: "ExternalAccess",
      findingDetails: [{ externalAccessDetails: { action: [reads], isPublic: false } }],
    });
    expect(
      call("GetAnalyzedResource", { analyzerArn, resourceArn: resource }).output,
    ).toMatchObject({
      resource: { actions: [reads], status: "ACTIVE" },
    });
    const v2 = call("ListFindingsV2", { analyzerArn, maxResults: 3 }).output!;
    expect(v2.findings).toHaveLength(3);
    expect(v2.nextToken).toBeTruthy();
    const keys = call("ListAnalyzedResources", {
      analyzerArn,
      resourceType: "AWS::KMS::Key",
    }).output;
    expect(keys!.analyzedResources).toHaveLength(4);
  });
});

describe("what is refused", () => {
  const analyzerArn = "arn:aws:access-analyzer:eu-west-1:111111111111:analyzer/none";
  const id = "11111111-1111-4111-8111-111111111111";
  it.each<[string, object, string]>([
    ["CreateAnalyzer", { analyzerName: "watch", type: "ACCOUNT" }, "ConflictException"],
    [
      "CreateAnalyzer",
      { analyzerName: "second", type: "ACCOUNT" },
      "ServiceQuotaExceededException",
    ],
    ["CreateAnalyzer", { analyzerName: "org", type: "ORGANIZATION" }, "ValidationException"],
    [
      "CreateAnalyzer",
      { analyzerName: "u", type: "ACCOUNT_UNUSED_ACCESS" },
      "UnknownOperationException",
    ],
    ["GetAnalyzer", { analyzerName: "none" }, "ResourceNotFoundException"],
    ["DeleteArchiveRule", { analyzerName: "watch", ruleName: "none" }, "ResourceNotFoundException"],
    ["ListFindings", { analyzerArn }, "ResourceNotFoundException"],
    ["GetFinding", { analyzerArn: "own", id }, "ResourceNotFoundException"],
    [
      "ListFindings",
      { analyzerArn: "own", filter: { color: { eq: ["red"] } } },
      "ValidationException",
    ],
    [
      "ListFindings",
      { analyzerArn: "own", sort: { attributeName: "__proto__" } },
      "ValidationException",
    ],
    ["UpdateFindings", { analyzerArn: "own", status: "ARCHIVED" }, "ValidationException"],
    [
      "CreateArchiveRule",
      { analyzerName: "watch", ruleName: "r", filter: { status: { eq: ["ACTIVE"] } } },
      "ValidationException",
    ],
    [
      "StartResourceScan",
      { analyzerArn: "own", resourceArn: "arn:aws:s3:::none" },
      "ResourceNotFoundException",
    ],
  ])("%s %j: %s", (operation, input, code) => {
    const { call, analyzerArn: own } = begun();
    const given = "analyzerArn" in input && input.analyzerArn === "own" ? { analyzerArn: own } : {};
    expect(call(operation, { ...input, ...given }).fault?.code).toBe(code);
  });

  it("also to whoever may list, and not change", () => {
    const { world, analyzerArn: own } = begun();
    const eva = fitting(world, "accessanalyzer", { user: "eva" });
    expect(eva("ListFindingsV2", { analyzerArn: own }).fault).toBeUndefined();
    expect(eva("UpdateFindings", { analyzerArn: own, status: "ARCHIVED" }).fault?.code).toBe(
      "AccessDeniedException",
    );
    expect(eva("GetFindingV2", { analyzerArn: own, id }).fault?.code).toBe("AccessDeniedException");
  });
});
