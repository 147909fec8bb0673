import { z } from "zod";

import type { Place } from "../../world/define.ts";
import { hexId, secretText } from "../../world/ids.ts";
import { policyInput } from "../iam/declare.ts";
import { checkOperations } from "./grant-rules.ts";
import { defaultPolicy, keyPolicy, makeKey } from "./make.ts";
import { specs, type KeySpec } from "./specs.ts";
import type { KmsKey, KmsState } from "./state.ts";

const texts = z.record(z.string(), z.string());

const grant = z.strictObject({
  grantee: z.string(),
  operations: z.array(z.string()).min(1),
  retiring: z.string().optional(),
  name: z.string().optional(),
  /** Encryption context that has to be among what is sent, or be all of it. */
  subset: texts.optional(),
  equals: texts.optional(),
});

const key = z.strictObject({
  /** With or without alias/ before it. */
  alias: z.string().optional(),
  /** A key's id is made from the seed; a policy that names the key needs one that is known. */
  id: z
    .string()
    .regex(/^(mrk-)?[0-9a-f-]{32,36}$/, "a UUID, or mrk- and 32 hexadecimal digits")
    .optional(),
  description: z.string().default(""),
  spec: z.enum(Object.keys(specs) as [KeySpec, ...KeySpec[]]).default("SYMMETRIC_DEFAULT"),
  usage: z.enum(["ENCRYPT_DECRYPT", "SIGN_VERIFY", "GENERATE_VERIFY_MAC"]).optional(),
  /** The account may do everything where left out. */
  policy: policyInput.optional(),
  grants: z.array(grant).default([]),
  tags: texts.default({}),
  /** EXTERNAL: with imported material, which is there and does not expire. */
  origin: z.enum(["AWS_KMS", "EXTERNAL"]).default("AWS_KMS"),
  enabled: z.boolean().default(true),
  /** Days of the waiting time that are left. */
  deletedInDays: z.int().min(1).max(30).optional(),
  rotation: z.boolean().default(false),
  multiRegion: z.boolean().default(false),
  createdDaysAgo: z.int().min(0).default(400),
});

export const kmsDeclaration = z.strictObject({ keys: z.array(key).max(500).default([]) });

const dayMs = 86_400_000;

export function declareKms(
  state: KmsState,
  { keys }: z.infer<typeof kmsDeclaration>,
  place: Place,
): void {
  for (const given of keys) {
    const made = declaredKey(state, given, place);
    if (given.alias !== undefined)
      state.aliases.set(`alias/${given.alias.replace(/^alias\//, "")}`, {
        keyId: made.id,
        createdMs: made.createdMs,
      });
  }
}

function declaredKey(state: KmsState, given: z.infer<typeof key>, place: Place): KmsKey {
  const { policy, rotation, enabled, deletedInDays, id, grants, ...rest } = given;
  const { world, account } = place;
  const text =
    policy === undefined
      ? defaultPolicy(account.id)
      : typeof policy === "string"
        ? policy
        : JSON.stringify(policy, null, 2);
  const createdMs = world.nowMs - given.createdDaysAgo * dayMs;
  const made = makeKey(place, { ...rest, policy: keyPolicy(text), createdMs });
  if (id !== undefined) {
    state.keys.delete(made.id);
    Object.assign(made, { id, arn: `${made.arn.slice(0, made.arn.indexOf("/"))}/${id}` });
    state.keys.set(id, made);
  }
  if (!enabled) made.state = "Disabled";
  if (deletedInDays !== undefined) {
    made.state = "PendingDeletion";
    made.deletion = { atMs: world.nowMs + deletedInDays * dayMs, days: 30 };
  }
  if (rotation) made.rotation = { sinceMs: createdMs, days: 365 };
  for (const one of grants) declareGrant(made, one, place);
  return made;
}

function declareGrant(made: KmsKey, given: z.infer<typeof grant>, { world, account }: Place): void {
  checkOperations(made, given.operations);
  const { subset, equals } = given;
  const id = hexId(world, 64);
  made.grants.set(id, {
    id,
    token: secretText(world, 200),
    name: given.name ?? null,
    grantee: given.grantee,
    retiring: given.retiring ?? null,
    issuingAccount: account.id,
    operations: given.operations,
    constraints: equals ? { equals } : subset ? { subset } : null,
    createdMs: made.createdMs,
  });
}
