import { z } from "zod";

import { rangeOf } from "../conditions/ip.ts";
import { spanOf } from "./compile/spans.ts";
import { isCidr } from "./written.ts";
import { protocols, type Network } from "./network.ts";

// More than any lab or readable network has; what comes from outside must not be without end.
const resourcesMax = 500;
const rulesMax = 200;

const id = z.string().regex(/^[a-z][a-z0-9-]{0,60}$/, "an id: small letters, digits and -");
const text = z.string().min(1).max(120);
const cidr = z.string().max(50).refine(isCidr, { message: "not a CIDR" });
const address = z
  .string()
  .max(45)
  .refine((one) => !one.includes("/") && rangeOf(one) !== null, { message: "not an address" });
const ports = z
  .union([z.int(), z.string().max(11)])
  .refine((one) => spanOf(one) !== null, { message: "a port, or a range such as 1024-65535" });
const icmp = z.strictObject({
  type: z.int().min(-1).max(255),
  code: z.int().min(-1).max(255).optional(),
});
const traffic = {
  protocol: z.enum([...protocols, "all"]),
  ports: ports.optional(),
  icmp: icmp.optional(),
};
/** A CIDR, or the id of a group or prefix list. */
const peer = z.union([cidr, z.string().regex(/^(?:sg|pl)-[a-z0-9-]{1,60}$/)], {
  error: "a CIDR, sg-… or pl-…",
});
const many = <T extends z.ZodType>(one: T) => z.array(one).max(resourcesMax).default([]);
const rules = <T extends z.ZodType>(one: T) => z.array(one).max(rulesMax).default([]);

const numbered = { rule: z.int().min(1).max(32_766), action: z.enum(["allow", "deny"]) };
const note = text.optional();

const ingressRules = rules(z.strictObject({ ...traffic, from: peer, note }));
const egressRules = rules(z.strictObject({ ...traffic, to: peer, note }));

const distinct = (entries: readonly { rule: number }[]) =>
  new Set(entries.map(({ rule }) => rule)).size === entries.length;
const twice = { message: "a rule number stands twice" };
const aclIngress = rules(z.strictObject({ ...numbered, ...traffic, from: cidr })).refine(
  distinct,
  twice,
);
const aclEgress = rules(z.strictObject({ ...numbered, ...traffic, to: cidr })).refine(
  distinct,
  twice,
);
const routes = rules(
  z.strictObject({
    to: z.union([cidr, z.string().regex(/^pl-[a-z0-9-]{1,60}$/)], { error: "a CIDR or pl-…" }),
    via: id,
    propagated: z.boolean().optional(),
  }),
).refine(
  (list) =>
    new Set(list.map(({ to, propagated }) => `${to} ${propagated === true}`)).size === list.length,
  {
    message: "a destination stands twice",
  },
);

const named = { id, name: text.optional() };

/** A network as it is written in YAML. What names nothing is no fault here: `noticesOf` tells it. */
export const networkDeclaration: z.ZodType<Network> = z.strictObject({
  region: z.string().regex(/^[a-z]{2}(?:-[a-z]+)+-\d$/, "a region, such as eu-west-1"),
  vpcs: many(
    z.strictObject({
      ...named,
      cidrs: z.array(cidr).min(1).max(10),
      region: text.optional(),
      dns: z.boolean().optional(),
    }),
  ),
  subnets: many(
    z.strictObject({
      ...named,
      vpc: id,
      cidrs: z.array(cidr).min(1).max(2),
      zone: text.optional(),
    }),
  ),
  interfaces: many(
    z.strictObject({
      ...named,
      subnet: id,
      instance: id.optional(),
      addresses: z.array(address).min(1).max(50),
      publicAddress: address.optional(),
      groups: z.array(id).max(16).default([]),
      sourceDestCheck: z.boolean().optional(),
    }),
  ),
  instances: many(
    z.strictObject({
      ...named,
      state: z.enum(["running", "stopped"]).optional(),
      forwards: z.enum(["plain", "nat"]).optional(),
    }),
  ),
  securityGroups: many(
    z.strictObject({ ...named, vpc: id, ingress: ingressRules, egress: egressRules }),
  ),
  networkAcls: many(
    z.strictObject({
      ...named,
      vpc: id,
      default: z.boolean().optional(),
      subnets: z.array(id).max(rulesMax).default([]),
      ingress: aclIngress,
      egress: aclEgress,
    }),
  ),
  routeTables: many(
    z.strictObject({
      ...named,
      vpc: id,
      main: z.boolean().optional(),
      subnets: z.array(id).max(rulesMax).default([]),
      gateway: id.optional(),
      routes,
    }),
  ),
  internetGateways: many(z.strictObject({ id, vpc: id.optional() })),
  egressOnlyGateways: many(z.strictObject({ id, vpc: id })),
  natGateways: many(
    z.strictObject({
      id,
      subnet: id,
      connectivity: z.enum(["public", "private"]).optional(),
      address,
      publicAddress: address.optional(),
      state: z.enum(["available", "pending", "failed", "deleted"]).optional(),
    }),
  ),
  peerings: many(
    z.strictObject({
      id,
      requester: id,
      accepter: id,
      state: z.enum(["active", "pending-acceptance", "rejected", "expired", "deleted"]).optional(),
    }),
  ),
  endpoints: many(
    z.strictObject({
      id,
      vpc: id,
      type: z.enum(["gateway", "interface", "gateway-load-balancer"]),
      service: text,
      interfaces: z.array(id).max(10).optional(),
      subnet: id.optional(),
      privateDns: z.boolean().optional(),
      privateDnsOnlyInbound: z.boolean().optional(),
    }),
  ),
  prefixLists: many(z.strictObject({ id, name: text, cidrs: z.array(cidr).max(1000) })),
});
