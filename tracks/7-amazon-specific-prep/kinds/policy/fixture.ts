import type { Files, Ports } from "@loopwright/core";

import { brief, type PolicyBrief } from "./brief.ts";
import { key, type PolicyKey } from "./key.ts";

/** A small drill for the tests of this kind: one bucket, a reader, a stranger, an organisation. */

const account = "111122223333";
const page = "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html";

type Expect = { expect: "allow" | "deny" } & Record<string, unknown>;
const request = (who: string, to: string, more: Expect) => ({
  about: `${who} reads ${to}`,
  who,
  does: "s3:GetObject",
  to,
  ...more,
});
const row = (id: string, of: string, asked: object) => ({
  ...asked,
  id,
  of,
  why: "The policy of the bucket says so, and it should.",
  page,
});

export const start = JSON.stringify(
  {
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Principal: "*", Action: "s3:*", Resource: "arn:aws:s3:::receipts/*" },
    ],
  },
  null,
  2,
);

/** Lets the reader read over TLS from within the organisation. */
export const right = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${account}:role/reader` },
      Action: "s3:GetObject",
      Resource: "arn:aws:s3:::receipts/*",
      Condition: { Bool: { "aws:SecureTransport": "true" } },
    },
  ],
});

/** As `right`, without asking for TLS. */
export const lax = right.replace(/,"Condition":\{"Bool":\{[^}]*\}\}/, "");

const about = (what: string) => ({
  advice: `Name ${what} in the statement, and nobody else.`,
  harm: "Receipts of customers would be read by strangers.",
  ask: "How is that seen in CloudTrail?",
});

export const material: { brief: PolicyBrief; text: string; files: Files; key: PolicyKey } = {
  text: "A shop keeps receipts.",
  files: { "bucket.json": start },
  brief: brief.parse({
    estate: {
      organisation: { id: "o-abcdefghij" },
      accounts: [
        { id: account, name: "Shop", levels: ["Root"] },
        { id: "444455556666", name: "Stranger" },
      ],
      principals: [
        { id: "reader", title: "Reader", arn: `arn:aws:iam::${account}:role/reader` },
        { id: "stranger", title: "Stranger", arn: "arn:aws:iam::444455556666:role/any" },
      ],
      resources: [
        {
          id: "receipts",
          title: "Receipts",
          arn: "arn:aws:s3:::receipts",
          account,
          blockPublicAccess: false,
        },
      ],
      policies: [
        {
          id: "stranger-all",
          title: "everything",
          kind: "identity",
          at: "stranger",
          policy: { Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] },
        },
      ],
    },
    documents: [
      {
        id: "bucket",
        title: "Bucket policy",
        kind: "resource",
        at: "receipts",
        file: "bucket.json",
      },
    ],
    requirements: [
      {
        id: "readers",
        title: "The reader alone reads receipts",
        examples: [{ id: "try-read", ...request("reader", "receipts/1.pdf", { expect: "allow" }) }],
      },
      {
        id: "tls",
        title: "Receipts are read over TLS alone",
        essential: false,
        examples: [{ id: "try-tls", ...request("reader", "receipts/2.pdf", { expect: "allow" }) }],
      },
    ],
  }),
  key: key.parse({
    rows: [
      row("read", "readers", request("reader", "receipts/3.pdf", { expect: "allow" })),
      row("read-more", "readers", request("reader", "receipts/4.pdf", { expect: "allow" })),
      row("stranger", "readers", request("stranger", "receipts/3.pdf", { expect: "deny" })),
      row("writes", "readers", {
        ...request("reader", "receipts/3.pdf", { expect: "deny" }),
        does: "s3:PutObject",
      }),
      row("tls", "tls", request("reader", "receipts/5.pdf", { expect: "allow" })),
      row("plain", "tls", {
        ...request("reader", "receipts/3.pdf", { expect: "deny" }),
        with: { "aws:SecureTransport": "false" },
      }),
    ],
    requirements: { readers: about("the reader"), tls: about("the condition") },
    lesson: "A principal of everybody means everybody, whoever the policy was written for.",
    sources: [{ title: "Policies", url: page }],
  }),
};

/** Nothing of this kind runs in a sandbox. */
export const ports = { sandbox: {} } as unknown as Ports;

export const answered = (text: string) => ({ documents: { bucket: text } });
