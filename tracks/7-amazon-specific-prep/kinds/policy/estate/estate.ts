import { policyKinds } from "@loopwright/aws/decision";
import { slug } from "@loopwright/core";
import { z } from "zod";

const accountId = z.string().regex(/^\d{12}$/, "an account has twelve digits");
const title = z.string().trim().min(2).max(90);
const tags = z.record(z.string().min(1).max(128), z.string().max(256)).default({});
const texts = z.record(z.string(), z.string());

const account = z.strictObject({
  id: accountId,
  name: title,
  /** Levels of the organisation above it, from the root down; left out outside of it. */
  levels: z.array(z.string().min(1)).max(6).optional(),
  /** Whether it manages the organisation. */
  management: z.boolean().default(false),
});

const principal = z.strictObject({
  id: slug,
  title,
  /** Of a user or a role; of a root user as arn:aws:iam::<account>:root. */
  arn: z.string().startsWith("arn:"),
  /** Of a role: the name of the session that asks. */
  session: z.string().min(2).max(64).default("session"),
  tags,
});

const grant = z.strictObject({
  id: z.string().min(1),
  grantee: z.string().min(1),
  operations: z.array(z.string().min(1)).min(1),
  constraints: z.strictObject({ subset: texts.optional(), equals: texts.optional() }).optional(),
});

const resource = z.strictObject({
  id: slug,
  title,
  arn: z.string().startsWith("arn:"),
  /** Where the ARN does not name one, as of a bucket. */
  account: accountId.optional(),
  /** Where the ARN does not name one: the Region whose endpoint is called. */
  region: z.string().min(3).max(30).optional(),
  tags,
  /** Of a KMS key. */
  grants: z.array(grant).max(20).default([]),
  /** Of a bucket: S3's Block Public Access, which is on unless somebody turned it off. */
  blockPublicAccess: z.boolean().default(true),
});

const endpoint = z.strictObject({
  id: slug,
  title,
  vpce: z.string().regex(/^vpce-[0-9a-f]+$/),
  vpc: z.string().regex(/^vpc-[0-9a-f]+$/),
  account: accountId,
});

/** Where a policy stands: id of a principal, resource or endpoint, or the name of a level or account. */
const place = z.string().min(1).max(90);

/** One policy may stand at several places, as a boundary does that several roles have. */
const places = z.union([place, z.array(place).min(1).max(6)]);

const common = { id: slug, title, kind: z.enum(policyKinds), at: places };

/** A policy that stands as it is. */
const fixedPolicy = z.strictObject({ ...common, policy: z.record(z.string(), z.json()) });

/** A policy that the learner writes or repairs. It starts as the file of that name in files/, or empty. */
export const editableDocument = z.strictObject({ ...common, file: z.string().min(1).optional() });
export type EditableDocument = z.infer<typeof editableDocument>;

/** Accounts and what stands in them, as far as the requests of a drill meet it. */
export const estate = z.strictObject({
  organisation: z.strictObject({ id: z.string().regex(/^o-[a-z0-9]{10,32}$/) }).optional(),
  accounts: z.array(account).min(1).max(10),
  principals: z.array(principal).max(20).default([]),
  resources: z.array(resource).max(20).default([]),
  endpoints: z.array(endpoint).max(5).default([]),
  policies: z.array(fixedPolicy).max(40).default([]),
});
export type Estate = z.infer<typeof estate>;
export type EstateResource = Estate["resources"][number];
