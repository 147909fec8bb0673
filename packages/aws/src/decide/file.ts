import { AppError } from "@loopwright/core";
import { z } from "zod";

import { compilePolicy, type CompiledPolicy } from "../policy/compile.ts";
import type { PolicyKind } from "../policy/document.ts";
import { principalOf, sessionOf, type Principal } from "../policy/principal.ts";
import { readPolicy } from "../policy/read.ts";
import { noPolicies, type AuthorizationRequest, type Policies } from "./request.ts";

const document = z.record(z.string(), z.json());
const namedPolicy = z.strictObject({ name: z.string().min(1), document });
type NamedPolicy = z.infer<typeof namedPolicy>;
/** A policy's document, by itself or with the name that a trace calls it by. */
const policy = z.union([namedPolicy, document]);
const policies = z.union([z.array(policy).max(100), policy]);
const levels = z
  .array(z.strictObject({ level: z.string().min(1), policies }))
  .max(10)
  .default([]);
const account = z.string().regex(/^\d{12}$/, "an account has twelve digits");
const texts = z.record(z.string(), z.string());

/** Of `loopwright iam decide`: one request, and everything that has a say in it. */
export const requestFile = z.strictObject({
  /** An ARN, an account's number (its root user), a service's name, or “anonymous”. */
  principal: z.union([
    z.string(),
    z.strictObject({ role: z.string(), session: z.string().min(1) }),
    z.strictObject({ federatedUser: z.string(), user: z.string() }),
  ]),
  action: z.string().regex(/^[a-z0-9-]+:[A-Za-z0-9]+$/, "such as s3:GetObject"),
  resource: z.string().min(1),
  /** Whose the resource is, where its ARN does not say so. */
  resourceAccount: account.optional(),
  context: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
  identity: policies.optional(),
  boundary: policy.optional(),
  session: policies.optional(),
  /** At most one of the three. */
  resourcePolicy: policy.optional(),
  trustPolicy: policy.optional(),
  keyPolicy: policy.optional(),
  endpoint: policy.optional(),
  serviceControl: levels,
  resourceControl: levels,
  grants: z
    .array(
      z.strictObject({
        id: z.string(),
        grantee: z.string(),
        operations: z.array(z.string()),
        constraints: z
          .strictObject({ subset: texts.optional(), equals: texts.optional() })
          .optional(),
      }),
    )
    .max(1_000)
    .default([]),
  restrictPublicBuckets: z.boolean().default(false),
  managementAccount: account.optional(),
});
export type RequestFile = z.infer<typeof requestFile>;
type PolicyInput = z.infer<typeof policy>;

/** Throws `invalid-input` that says where and what, for the first thing that is wrong. */
export function readRequestFile(value: unknown): {
  request: AuthorizationRequest;
  policies: Policies;
} {
  const parsed = requestFile.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw refuse(issue!.path.join("."), issue!.message);
  }
  const given = parsed.data;
  const { action, resource, resourceAccount, context } = given;
  const principal = principalIn(given.principal);
  return {
    request: { principal, action, resource, resourceAccount, context },
    policies: policiesIn(given),
  };
}

function principalIn(given: RequestFile["principal"]): Principal {
  const found = typeof given === "string" ? principalOf(given) : named(given);
  if (found) return found;
  const message = `${JSON.stringify(given)} is no ARN of a user, role or session, no account, no service and not “anonymous”`;
  throw refuse("principal", message);
}

function named(given: Exclude<RequestFile["principal"], string>): Principal | null {
  if ("role" in given) {
    return /^arn:aws[\w-]*:iam::\d{12}:role\/./.test(given.role)
      ? sessionOf(given.role, given.session)
      : null;
  }
  const found = principalOf(given.federatedUser);
  return found?.type === "federated-user" ? { ...found, user: given.user } : null;
}

function policiesIn(given: RequestFile): Policies {
  const one = (kind: PolicyKind, where: keyof RequestFile) => {
    const input = given[where] as PolicyInput | undefined;
    return input ? compiled(input, { kind, where, name: where }) : null;
  };
  const level = (kind: "scp" | "rcp", where: "serviceControl" | "resourceControl") =>
    given[where].map((entry, index) => ({
      name: entry.level,
      policies: list(entry.policies, { kind, where: `${where}.${index}.policies` }),
    }));
  const atResource = [
    one("resource", "resourcePolicy"),
    one("trust", "trustPolicy"),
    one("key", "keyPolicy"),
  ].filter((found) => found !== null);
  if (atResource.length > 1) throw refuse("keyPolicy", "a resource has one policy of its own");
  return {
    ...noPolicies,
    identity: list(given.identity, { kind: "identity", where: "identity" }),
    boundary: one("boundary", "boundary"),
    session: given.session ? list(given.session, { kind: "session", where: "session" }) : null,
    resource: atResource[0] ?? null,
    endpoint: one("endpoint", "endpoint"),
    serviceControl: level("scp", "serviceControl"),
    resourceControl: level("rcp", "resourceControl"),
    grants: given.grants,
    restrictPublic: given.restrictPublicBuckets,
    managementAccount: given.managementAccount ?? null,
  };
}

type Place = { kind: PolicyKind; where: string };

function list(given: z.infer<typeof policies> | undefined, place: Place): CompiledPolicy[] {
  if (given === undefined) return [];
  if (!Array.isArray(given)) return [compiled(given, { ...place, name: place.where })];
  return given.map((input, index) => {
    const where = `${place.where}.${index}`;
    return compiled(input, { kind: place.kind, where, name: where });
  });
}

function compiled(input: PolicyInput, { kind, where, name: fallback }: Place & { name: string }) {
  const { name, document: found } = isNamed(input) ? input : { name: fallback, document: input };
  const read = readPolicy(JSON.stringify(found, null, 2), kind);
  if (read.document) return compilePolicy(read.document, { name, kind });
  const [problem] = read.problems;
  throw refuse([where, problem!.where].filter((part) => part !== "").join(": "), problem!.message);
}

const isNamed = (input: PolicyInput): input is NamedPolicy =>
  typeof input["name"] === "string" && "document" in input;

const refuse = (where: string, message: string): AppError =>
  new AppError("invalid-input", {
    message: `${message.replace(/\.$/, "")}.`,
    next: "Mend it there; `npx loopwright iam --help` shows the shape of the file.",
    where,
  });
