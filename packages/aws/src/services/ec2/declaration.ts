import { z } from "zod";

import { networkDeclaration } from "../../network/declaration.ts";
import { policyInput } from "../iam/declare.ts";

const many = 500;
const id = (prefix: string) =>
  z.string().regex(new RegExp(`^${prefix}-[a-z0-9-]{1,60}$`), `an id: ${prefix}-…`);
const tags = z.record(z.string().min(1).max(128), z.string().max(256)).default({});
const text = z.string().min(1).max(200);
const daysAgo = z.number().min(0).max(10_000).default(30);
/** "all", or accounts. */
const sharedWith = z.array(z.string().regex(/^(?:all|\d{12})$/)).default([]);

/** Left out: as AWS has it for new instances since 2024, tokens required and a hop limit of 2. */
const imds = z.strictObject({
  tokens: z.enum(["optional", "required"]).optional(),
  hopLimit: z.int().min(1).max(64).optional(),
  endpoint: z.enum(["enabled", "disabled"]).optional(),
  tags: z.enum(["enabled", "disabled"]).optional(),
});

/** A task of ECS in bridge mode. */
const container = z.strictObject({
  name: text,
  /** Name of a role of this account that trusts ecs-tasks.amazonaws.com. */
  role: text,
  /** Whoever begins as its role has a shell in it: no keys, and the way to AWS that it has. */
  shell: z.boolean().default(false),
});

const instance = z.strictObject({
  id: id("i").optional(),
  name: text.optional(),
  /** Left out: a subnet of the default VPC, which is then made. */
  subnet: z.string().optional(),
  groups: z.array(z.string()).max(16).optional(),
  address: z.string().optional(),
  publicAddress: z.string().optional(),
  /** Name of an instance profile of this account: a role with `profile: true` has one of its name. */
  profile: z.string().optional(),
  imds: imds.default({}),
  userData: z.string().max(16_384).default(""),
  type: text.default("t3.micro"),
  image: id("ami").optional(),
  key: text.optional(),
  state: z.enum(["running", "stopped"]).default("running"),
  /** Termination protection. */
  protected: z.boolean().default(false),
  launchedDaysAgo: daysAgo,
  containers: z.array(container).max(20).default([]),
  tags,
});

const volume = z.strictObject({
  id: id("vol"),
  size: z.int().min(1).max(16_384).default(8),
  encrypted: z.boolean().default(false),
  kmsKey: z.string().optional(),
  snapshot: id("snap").optional(),
  instance: id("i").optional(),
  device: z.string().default("/dev/xvda"),
  tags,
});

const snapshot = z.strictObject({
  id: id("snap"),
  volume: id("vol").default("vol-ffffffff"),
  size: z.int().min(1).max(16_384).default(8),
  encrypted: z.boolean().default(false),
  kmsKey: z.string().optional(),
  description: z.string().max(255).default(""),
  daysAgo,
  sharedWith,
  tags,
});

const image = z.strictObject({
  id: id("ami"),
  name: text,
  description: z.string().max(255).default(""),
  snapshots: z.array(id("snap")).default([]),
  daysAgo,
  sharedWith,
  tags,
});

const flowLog = z.strictObject({
  id: id("fl").optional(),
  /** A VPC, subnet or interface. */
  resource: z.string(),
  traffic: z.enum(["ALL", "ACCEPT", "REJECT"]).default("ALL"),
  /** A log group's name, or the ARN of a bucket. */
  to: z.string(),
  role: z.string().optional(),
});

const template = z.strictObject({
  id: id("lt").optional(),
  name: text,
  profile: z.string().optional(),
  image: id("ami").optional(),
  type: text.default("t3.micro"),
  userData: z.string().max(16_384).optional(),
  imds: imds.default({}),
});

/** EC2 in one region of one account, as a world's YAML has it. */
export const ec2Declaration = z.strictObject({
  /** As in `network/`; its region is the one below which it stands. */
  network: z
    .preprocess(
      (given) => (isObject(given) ? { region: "us-east-1", ...given } : given),
      networkDeclaration,
    )
    .optional(),
  /** 172.31.0.0/16 with a public subnet. Made as well where an instance names no subnet. */
  defaultVpc: z.boolean().default(false),
  instances: z.array(instance).max(many).default([]),
  volumes: z.array(volume).max(many).default([]),
  snapshots: z.array(snapshot).max(many).default([]),
  images: z.array(image).max(many).default([]),
  keyPairs: z.array(text).max(many).default([]),
  flowLogs: z.array(flowLog).max(many).default([]),
  launchTemplates: z.array(template).max(many).default([]),
  /** Policies of endpoints of the network, by id. */
  endpointPolicies: z.record(z.string(), policyInput).default({}),
  /** Descriptions of security groups, by id. */
  descriptions: z.record(z.string(), z.string()).default({}),
  /** What is at a resource of any kind, by id; of instances and so on they can stand there too. */
  tags: z.record(z.string(), tags).default({}),
  /** The account's defaults for new instances. */
  imdsDefaults: imds.default({}),
  ebsEncryption: z.boolean().default(false),
  /** Block public access of snapshots. */
  snapshotSharing: z
    .enum(["unblocked", "block-new-sharing", "block-all-sharing"])
    .default("unblocked"),
  /** Block public access of images. */
  imageSharing: z.enum(["unblocked", "block-new-sharing"]).default("block-new-sharing"),
});
export type Ec2Declaration = z.infer<typeof ec2Declaration>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
