import { z } from "zod";

import { policyInput } from "../services/iam/declare.ts";
import { services } from "../services/index.ts";

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
  /** ARN of the user or role whose credentials the learner begins with. */
  start: z.string().optional(),
});
export type WorldDeclaration = z.infer<typeof worldDeclaration>;
export type OrganisationDeclaration = z.infer<typeof organisation>;
