import { createHash } from "node:crypto";

import { z } from "zod";

import type { Place } from "../../world/define.ts";
import { uuid } from "../../world/ids.ts";
import { refusal } from "../../world/refusal.ts";
import { iamOf } from "../iam/policies-of.ts";
import { plain } from "./changes.ts";
import { newUrl } from "./extras.ts";
import { arnOf } from "./find.ts";
import { setStatements } from "./policy.ts";
import type { Behaviour, LambdaState } from "./state.ts";

const behaviour = z.union([
  z.enum(["echo", "environment"]),
  z.strictObject({ returns: z.json() }),
  z.strictObject({
    /** Such as s3:GetObject, by the names of the API. */
    calls: z.string().regex(/^[a-z0-9]+:[A-Z]\w+$/, "service:Operation"),
    input: z.record(z.string(), z.json()).default({}),
  }),
]);

const variable = z.string().regex(/^[a-zA-Z]\w+$/, "two letters, digits or _ at least");

const one = z.strictObject({
  name: z.string().regex(/^[\w-]{1,64}$/, "letters, digits, - and _"),
  /** Name of a role of this account. */
  role: z.string(),
  description: z.string().max(256).default(""),
  runtime: z.string().default(plain.runtime),
  handler: z.string().default(plain.handler),
  environment: z.record(variable, z.string()).default({}),
  /** ARN of the key that encrypts the environment. */
  kmsKey: z.string().optional(),
  subnets: z.array(z.string()).default([]),
  groups: z.array(z.string()).default([]),
  /** What it does when it is invoked; without one it returns null. */
  behaviour: behaviour.default({ returns: null }),
  /** Statements of its policy; Resource is the function where none is named. */
  policy: z.array(z.record(z.string(), z.json())).max(50).default([]),
  url: z.enum(["NONE", "AWS_IAM"]).optional(),
  concurrency: z.int().min(0).max(1000).optional(),
  modifiedDaysAgo: z.number().min(0).default(30),
  tags: z.record(z.string(), z.string()).default({}),
});

/** Lambda in one region of one account, as a world's YAML has it. */
export const lambdaDeclaration = z.strictObject({
  functions: z.array(one).max(200).default([]),
  /** Sources that invoke functions, by name. */
  eventSources: z
    .array(
      z.strictObject({
        source: z.string(),
        function: z.string(),
        enabled: z.boolean().default(true),
      }),
    )
    .max(200)
    .default([]),
  /**
   * What an invocation of uploaded code answers: that it does not run here, or also the environment that it would
   * have found, credentials of the role included, so that the consequence of such an upload can be seen.
   */
  uploadedCode: z.enum(["not-run", "hands-over-credentials"]).default("not-run"),
});
type Declaration = z.infer<typeof lambdaDeclaration>;

export function declareLambda(state: LambdaState, given: Declaration, place: Place): void {
  state.uploadedCode = given.uploadedCode;
  for (const each of given.functions) declareFunction(state, each, place);
  const { world, account, region } = place;
  for (const { source, function: name, enabled } of given.eventSources) {
    const arn = arnOf({ account: account.id, region, name });
    if (!state.functions.has(name))
      throw refusal("ResourceNotFoundException", `there is no function ${name}`);
    const id = uuid(world);
    const modifiedMs = world.nowMs - 30 * 86_400_000;
    state.mappings.set(id, { id, source, function: arn, enabled, batch: 10, modifiedMs });
  }
}

function declareFunction(state: LambdaState, given: z.infer<typeof one>, place: Place): void {
  const { world, account, region } = place;
  const {
    name,
    role: roleName,
    policy,
    url,
    concurrency,
    modifiedDaysAgo,
    tags,
    kmsKey,
    ...own
  } = given;
  const role = iamOf(world, account.id)?.roles.get(roleName);
  if (!role) throw refusal("NoSuchEntity", `account ${account.id} has no role ${roleName}`);
  const arn = arnOf({ account: account.id, region, name });
  const made = {
    ...plain,
    ...own,
    behaviour: behaviourIn(given.behaviour),
    kmsKey: kmsKey ?? null,
    role: role.arn,
    name,
    arn,
    codeSha256: createHash("sha256").update(arn).digest("base64"),
    codeSize: 2048,
    modifiedMs: world.nowMs - modifiedDaysAgo * 86_400_000,
    revision: uuid(world),
    tags: new Map(Object.entries(tags)),
    statements: [],
    policy: null,
    concurrency: concurrency ?? null,
    url: url === undefined ? null : newUrl(place, url),
    versions: [],
    aliases: new Map(),
  };
  setStatements(
    made,
    policy.map((statement) => ({
      Effect: "Allow",
      ...statement,
      Resource: statement["Resource"] ?? arn,
    })),
  );
  state.functions.set(name, made);
}

function behaviourIn(given: z.infer<typeof behaviour>): Behaviour {
  if (typeof given === "string") return { kind: given };
  if ("returns" in given) return { kind: "returns", value: given.returns };
  const [service = "", operation = ""] = given.calls.split(":");
  return { kind: "calls", service, operation, input: given.input };
}
