import { slug } from "@loopwright/core";
import { z } from "zod";

/** Such as iam:CreateUser: the service as botocore calls it, and the operation. */
const call = z.string().regex(/^[a-z0-9]+:[A-Z]\w+$/, "such as iam:CreateUser");
/** Every member that is named here has to be there with this value, at any depth. */
const input = z.record(z.string(), z.json());

/**
 * One call that is tried in a copy of the world, and how it has to end. A member of its input may be a ciphertext of KMS,
 * written as `{ $sealed: <ARN of the key>, context: { … } }`.
 */
const tried = {
  /**
   * Who tries: an ARN of a user or role gets a credential of its own; the end of an ARN stands for the newest
   * credential that is there, such as assumed-role/deploy/ci; after `leaked:` for the one that was there before
   * anything was done. Before the end of an ARN `key:` means a long-lived key, `session:` a temporary one.
   * Whoever calls lambda:InvokeFunctionUrl, the request bears no signature.
   */
  as: z.string().min(3),
  call,
  input: input.default({}),
  /** What is tried, where the call alone does not tell it from the next one. */
  about: z.string().min(3).max(80).optional(),
  region: z.string().default("us-east-1"),
  /** The service that makes the call in their name, such as ec2. */
  via: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .optional(),
};
const attempt = z.strictObject({
  ...tried,
  /** "ok", "denied" (whatever the service calls it), "any", or the code of an error. */
  expect: z.string().min(2),
});
export type Attempt = z.infer<typeof attempt>;

export const check = z.discriminatedUnion("type", [
  /** The learner made this call, and it succeeded. */
  z.strictObject({
    type: z.literal("did"),
    call,
    input: input.default({}),
    /** How the last part of the caller's ARN begins, such as assumed-role/deploy/ of any session. */
    as: z.string().optional(),
  }),
  /** The learner made no such call that succeeded. */
  z.strictObject({ type: z.literal("never"), call, input: input.default({}) }),
  /** These calls, one after the other in a copy of the world as the learner left it. */
  z.strictObject({
    type: z.literal("try"),
    /** So much later. A moment that a learner's clock told may lie seconds ahead of the world's. */
    afterSeconds: z.int().min(0).max(86_400).default(0),
    attempts: z.array(attempt).min(1).max(20),
  }),
  /**
   * The same, in a copy in which somebody else is there too: before each command of the learner and after the last they
   * make these, as far as they still may. So it is seen what slips through where things are done in an unlucky order.
   */
  z.strictObject({
    type: z.literal("meanwhile"),
    calls: z.array(z.strictObject(tried)).min(1).max(10),
    attempts: z.array(attempt).min(1).max(20),
  }),
  /** One call succeeded before another one did; each has to be there. */
  z.strictObject({
    type: z.literal("order"),
    first: z.strictObject({ call, input: input.default({}) }),
    next: z.strictObject({ call, input: input.default({}) }),
  }),
]);
export type Check = z.infer<typeof check>;

/** What one goal needs: every check has to hold. */
export const goalChecks = z.strictObject({
  goal: slug,
  checks: z.array(check).min(1).max(20),
});
export type GoalChecks = z.infer<typeof goalChecks>;
