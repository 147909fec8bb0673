import { between } from "../names.ts";

/** Accounts: the one that is looked at, others of the organisation, one that is named in places, and a stranger. */
export const own = "615843027790";
export const members = ["208471936605", "739150284416"] as const;
export const partner = "354096817223";
export const stranger = "961207354481";

/** Whom an Allow statement lets in, as the shape means it; a Deny lets nobody in. */
export type Lets = "everybody" | "partner" | "nobody";
export type Statement = {
  lets: Lets;
  says: { Effect?: "Deny"; Principal: unknown; Condition?: object };
};
export type Block = {
  BlockPublicAcls: boolean;
  IgnorePublicAcls: boolean;
  BlockPublicPolicy: boolean;
  RestrictPublicBuckets: boolean;
};
type Acl = "everybody" | "partner" | "nobody";

export type Shape = {
  policy?: Statement[];
  /** Left out: all four on, as in a new bucket; false: never set. */
  block?: Block | false;
  ownership?: "ObjectWriter" | "BucketOwnerPreferred" | false;
  acl?: { lets: Acl; given: unknown };
  /** The call that is refused where somebody locked it, and that every script has to make. */
  locks?: string[];
};

const root = (account: string) => `arn:aws:iam::${account}:root`;
const block = (on: Partial<Block>): Block => ({
  BlockPublicAcls: false,
  IgnorePublicAcls: false,
  BlockPublicPolicy: false,
  RestrictPublicBuckets: false,
  ...on,
});
const everybody: Statement = { lets: "everybody", says: { Principal: "*" } };
const withoutTls: Statement = {
  lets: "nobody",
  says: { Effect: "Deny", Principal: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } },
};
const named = (AWS: unknown): Statement => ({ lets: "partner", says: { Principal: { AWS } } });
const inside = (AWS: unknown): Statement => ({ lets: "nobody", says: { Principal: { AWS } } });
const tied = (Condition: object): Statement => ({
  lets: "nobody",
  says: { Principal: "*", Condition },
});
const publicRead = { lets: "everybody", given: "public-read" } as const;
const to = (account: string) => [{ to: account, permission: "READ" }];

/** Every way in, and beside each what looks like it; drawn on in this order. */
export const shapes: readonly ((random: () => number) => Shape)[] = [
  () => ({ policy: [everybody], block: false, locks: ["s3:GetBucketPublicAccessBlock"] }),
  () => ({}),
  // All four settings on: they have nothing to say about an account that is named.
  () => ({ policy: [named(root(partner)), withoutTls], locks: policyCalls }),
  () => ({ ownership: false, block: false, acl: publicRead, locks: ["s3:GetBucketAcl"] }),
  () => ({ ownership: "ObjectWriter", acl: publicRead }),
  () => ({ policy: [withoutTls, inside([root(members[0]), root(own)])] }),
  // What is blocked from now on was there before.
  () => ({
    ownership: "ObjectWriter",
    block: block({ BlockPublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true }),
    acl: { lets: "everybody", given: "authenticated-read" },
    locks: policyCalls,
  }),
  () => ({
    policy: [tied({ StringEquals: { "aws:PrincipalOrgID": "o-t4k9x2m7qd" } })],
    block: false,
  }),
  () => ({
    policy: [everybody],
    block: block({ BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true }),
  }),
  // A public policy that is restricted serves no other account at all, a named one neither.
  () => ({
    policy: [everybody, named(root(partner))],
    block: block({ RestrictPublicBuckets: true }),
  }),
  () => ({ ownership: "BucketOwnerPreferred", acl: { lets: "partner", given: to(partner) } }),
  () => ({ ownership: "ObjectWriter", acl: { lets: "nobody", given: to(members[1]) } }),
  () => ({
    ownership: "ObjectWriter",
    block: false,
    acl: { lets: "nobody", given: "log-delivery-write" },
  }),
  () => ({ policy: [named([root(members[1]), partner])], block: false }),
  (random) => ({
    policy: [
      tied({ IpAddress: { "aws:SourceIp": `203.0.113.${between(random, 0, 15) * 16}/28` } }),
    ],
    block: false,
  }),
  () => ({
    policy: [{ lets: "everybody", says: { Principal: { AWS: "*" }, Condition: tls } }],
    block: block({ BlockPublicAcls: true, IgnorePublicAcls: true }),
  }),
  () => ({
    policy: [inside("AROA4QZ7XK2MEXAMPLE3T"), inside(`arn:aws:iam::${members[0]}:role/etl`)],
  }),
  // Whose trail a service writes is in the condition, and lets no account in.
  () => ({
    policy: [
      {
        lets: "nobody",
        says: {
          Principal: { Service: "cloudtrail.amazonaws.com" },
          Condition: { StringEquals: { "aws:SourceAccount": partner } },
        },
      },
    ],
  }),
  () => ({
    policy: [{ lets: "nobody", says: { Effect: "Deny", Principal: { AWS: root(partner) } } }],
    ownership: "ObjectWriter",
  }),
  () => ({
    policy: [everybody, named(`arn:aws:iam::${partner}:role/reader`)],
    ownership: "ObjectWriter",
    block: false,
    acl: publicRead,
    locks: ["s3:GetBucketAcl"],
  }),
  // Strangers may put things there, and see nothing of it.
  () => ({
    ownership: "ObjectWriter",
    block: false,
    acl: { lets: "everybody", given: [{ to: "AllUsers", permission: "WRITE" }] },
  }),
  () => ({
    ownership: "ObjectWriter",
    acl: { lets: "partner", given: [{ to: partner, permission: "READ_ACP" }] },
  }),
];

const tls = { Bool: { "aws:SecureTransport": "true" } };
const policyCalls = ["s3:GetBucketPolicy", "s3:GetBucketPolicyStatus"];
