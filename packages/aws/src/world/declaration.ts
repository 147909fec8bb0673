import { z } from "zod";

import { policyInput } from "../services/iam/declare.ts";
import { services } from "../services/index.ts";
import { throttle } from "./throttle.ts";

const account = z.string().regex(/^\d{12}$/, "an account has twelve digits, in quotes");
const region = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, "such as eu-west-1");

const orgPolicy = z.strictObject({
  name: z.string().min(1),
  description: z.string().default(""),
  type: z.enum(["scp", "rcp"]),
  document: policyInput,
  /** Names of units or accounts' ids, or Root. */
  targets: z.array(z.string()).min(1),
});

const organisation = z.strictObject({
  managementAccount: account,
  units: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        /** Name of the unit above; the root where left out. */
        parent: z.string().optional(),
        accounts: z.array(account).default([]),
      }),
    )
    .default([]),
  policies: z.array(orgPolicy).default([]),
  /** Where everything is allowed that nothing denies: FullAWSAccess is attached. Places at which it was taken away. */
  withoutFullAccess: z.array(z.string()).default([]),
});

const global = services.filter(({ scope }) => scope === "global");
const regional = services.filter(({ scope }) => scope === "regional");
const shapeOf = (list: typeof services) =>
  Object.fromEntries(list.map(({ id, declaration }) => [id, declaration.optional()]));

/** A call that was made before the world begins: it is really made, and leaves what it leaves. */
const past = z.strictObject({
  at: z.iso.datetime(),
  /**
   * The end of the caller's ARN, such as user/ana or assumed-role/deploy/ci. The newest credential signs; after `key:`
   * the newest long-lived one, after `session:` the newest temporary one. Or code that runs in the account, with what it
   * is handed at that moment: after `instance:` an id or the tag Name, after `function:` an ARN.
   */
  as: z.string().min(3),
  /** Of an instance: the version of its metadata service that handed the credential out. */
  delivery: z.enum(["1.0", "2.0"]).default("2.0"),
  /** Such as iam:CreateUser: the service as botocore calls it, and the operation. */
  call: z.string().regex(/^[a-z0-9]+:[A-Z]\w+$/, "such as iam:CreateUser"),
  input: z.record(z.string(), z.json()).default({}),
  region: region.default("us-east-1"),
  from: z.string().default("198.51.100.24"),
  userAgent: z.string().default("aws-cli/2.22.7 md/awscrt#0.23.4 ua/2.0 os/linux"),
  /** Code of the error that came back; none is expected where left out. */
  fails: z.string().optional(),
});
export type Past = z.infer<typeof past>;

/** A world as a drill's YAML declares it: accounts, what is in them, and who the learner is. */
export const worldDeclaration = z.strictObject({
  format: z.literal(1),
  /** The moment at which the world begins. */
  now: z.iso.datetime(),
  organisation: organisation.optional(),
  accounts: z
    .array(
      z.strictObject({
        id: account,
        name: z.string().min(1),
        email: z.email().optional(),
        ...shapeOf(global),
        regions: z.record(region, z.strictObject(shapeOf(regional))).default({}),
      }),
    )
    .min(1)
    .max(50),
  /** What happened before, in order. */
  history: z.array(past).max(2_000).default([]),
  /** When services answer that they have too much to do. */
  throttles: z.array(throttle).max(20).default([]),
  /** ARN of the user or role whose credentials the learner begins with. */
  start: z.string().optional(),
});
export type WorldDeclaration = z.infer<typeof worldDeclaration>;
export type OrganisationDeclaration = z.infer<typeof organisation>;
