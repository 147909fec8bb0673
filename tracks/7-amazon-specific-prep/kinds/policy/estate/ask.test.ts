import { describe, expect, it } from "vitest";

import { allows, put, traceOf } from "./ask.ts";
import { asked as askedShape, type Asked } from "./asked.ts";
import { estate as estateShape, type Estate } from "./estate.ts";
import { standingOf } from "./standing.ts";

const home = "111122223333";
const away = "444455556666";
const key = `arn:aws:kms:eu-west-1:${home}:key/0a1b`;
const all = { Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
const denies = (Action: string) => ({ Statement: [{ Effect: "Deny", Action, Resource: "*" }] });
const reads = { Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*" }] };

const policy = (kind: string, at: unknown, document: object) => ({
  id: `${kind}-${[at].flat().join("-")}`.toLowerCase(),
  title: kind,
  kind,
  at,
  policy: document,
});

const base: Estate = estateShape.parse({
  organisation: { id: "o-abcdefghij" },
  accounts: [
    { id: home, name: "Shop", levels: ["Root", "Shops"] },
    { id: away, name: "Away" },
  ],
  principals: [
    { id: "ana", title: "Ana", arn: `arn:aws:iam::${home}:user/ana`, tags: { team: "x" } },
    { id: "worker", title: "Worker", arn: `arn:aws:iam::${home}:role/w/worker`, session: "s-1" },
    { id: "root", title: "Root user", arn: `arn:aws:iam::${home}:root` },
    { id: "bo", title: "Bo", arn: `arn:aws:iam::${away}:user/bo` },
  ],
  resources: [
    { id: "box", title: "Box", arn: "arn:aws:s3:::box", account: home, region: "eu-west-3" },
    {
      id: "server",
      title: "Server",
      arn: `arn:aws:ec2:eu-west-1:${home}:instance/i-0a`,
      tags: { team: "x" },
    },
    {
      id: "key",
      title: "Key",
      arn: key,
      tags: { team: "x" },
      grants: [{ id: "g", grantee: `arn:aws:iam::${home}:role/w/worker`, operations: ["Decrypt"] }],
    },
  ],
  endpoints: [{ id: "gate", title: "Gate", vpce: "vpce-0a", vpc: "vpc-0b", account: home }],
  policies: [
    policy("identity", ["ana", "worker"], all),
    policy("identity", "bo", all),
    policy("scp", "Shops", denies("lambda:*")),
    policy("rcp", "Shop", {
      Statement: [{ Effect: "Deny", Principal: "*", Action: "s3:DeleteObject", Resource: "*" }],
    }),
    policy("endpoint", "gate", {
      Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:*", Resource: "*" }],
    }),
    policy("session", "worker", reads),
    policy("key", "key", {
      Statement: [
        { Effect: "Allow", Principal: { AWS: home }, Action: "kms:Encrypt", Resource: "*" },
      ],
    }),
  ],
});

const standing = standingOf({ estate: base, documents: [], requirements: [] }, new Map());
const request = (given: Partial<Asked>): Asked =>
  askedShape.parse({
    id: "a",
    who: "ana",
    does: "s3:GetObject",
    to: "box/a.txt",
    about: "a request",
    expect: "allow",
    ...given,
  });

describe("a request of the estate", () => {
  it.each<[string, Partial<Asked>, boolean]>([
    ["by an identity policy that stands at two", {}, true],
    ["of somebody of another account, whom the bucket does not name", { who: "bo" }, false],
    ["that a service control policy of a unit denies", { does: "lambda:InvokeFunction" }, false],
    ["that a resource control policy denies", { does: "s3:DeleteObject" }, false],
    ["through an endpoint whose policy allows it", { through: "gate" }, true],
    ["through one that does not", { does: "ec2:RunInstances", to: "*", through: "gate" }, false],
    ["within a session's policy", { who: "worker", session: ["session-worker"] }, true],
    [
      "beyond a session's policy",
      { who: "worker", does: "s3:PutObject", session: ["session-worker"] },
      false,
    ],
    ["that the key policy hands to the account", { does: "kms:Encrypt", to: "key" }, true],
    ["that it does not", { does: "kms:Decrypt", to: "key" }, false],
    ["that a grant allows", { who: "worker", does: "kms:Decrypt", to: "key" }, true],
    ["of the root user", { who: "root" }, true],
    ["by the ARN of a resource that the estate has", { to: "arn:aws:s3:::box/b" }, true],
  ])("%s", (_name, given, allowed) => {
    expect(allows(standing, request(given))).toBe(allowed);
  });

  it.each<[string, Partial<Asked>, Record<string, unknown>]>([
    [
      "the organisation, the tags and the Region",
      { does: "kms:Encrypt", to: "key" },
      {
        "aws:PrincipalOrgID": "o-abcdefghij",
        "aws:ResourceOrgID": "o-abcdefghij",
        "aws:PrincipalTag/team": "x",
        "aws:ResourceTag/team": "x",
        "aws:RequestedRegion": "eu-west-1",
        "aws:SecureTransport": "true",
      },
    ],
    ["the Region of a bucket", {}, { "aws:RequestedRegion": "eu-west-3" }],
    ["whose bucket it is, in S3's own key", {}, { "s3:ResourceAccount": home }],
    [
      "who calls, in KMS's own key",
      { who: "bo", does: "kms:Encrypt", to: "key" },
      { "kms:CallerAccount": away },
    ],
    [
      "a machine's tags, in EC2's own key",
      { does: "ec2:StartInstances", to: "server" },
      { "aws:ResourceTag/team": "x", "ec2:ResourceTag/team": "x" },
    ],
    [
      "the endpoint",
      { through: "gate" },
      { "aws:SourceVpce": "vpce-0a", "aws:SourceVpc": "vpc-0b" },
    ],
    [
      "what it says itself",
      { with: { "aws:SecureTransport": "false" } },
      { "aws:SecureTransport": "false" },
    ],
  ])("has %s in its context", (_name, given, keys) => {
    expect(put(standing, request(given)).request.context).toMatchObject(keys);
  });

  it("from outside has no organisation", () => {
    const { context } = put(standing, request({ who: "bo" })).request;
    expect(context).not.toHaveProperty(["aws:PrincipalOrgID"]);
    expect(context).not.toHaveProperty(["aws:SourceVpce"]);
  });

  it("tells each level, and which gate settled it", () => {
    const { gates } = traceOf(standing, request({ does: "lambda:InvokeFunction", to: "*" }));
    const told = gates.map(({ gate, level, settles }) => [gate, level, settles]);
    expect(told).toEqual([
      ["service control", "Root", false],
      ["service control", "Shops", true],
      ["service control", "Shop", false],
      ["identity", null, false],
    ]);
  });
});
