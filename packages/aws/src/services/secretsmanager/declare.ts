import { z } from "zod";

import type { Place } from "../../world/define.ts";
import { secretText, uuid } from "../../world/ids.ts";
import { policyInput } from "../iam/declare.ts";
import { newSecret } from "./make.ts";
import { secretPolicy } from "./policies.ts";
import type { SecretsState, SecretValue } from "./state.ts";

/** A text, or something that is written down as JSON. */
const value = z.union([z.string(), z.record(z.string(), z.json())]);

const secret = z.strictObject({
  name: z.string().regex(/^[\w/+=.@-]{1,512}$/, "letters, digits and /_+=.@-"),
  value: value.optional(),
  /** What it was before: AWSPREVIOUS. */
  previous: value.optional(),
  base64: z.base64().optional(),
  description: z.string().default(""),
  /** ARN or alias of a key; aws/secretsmanager where left out. */
  kms: z.string().optional(),
  policy: policyInput.optional(),
  tags: z.record(z.string(), z.string()).default({}),
  rotation: z
    .strictObject({ lambda: z.string(), days: z.int().min(1).max(1000).default(30) })
    .optional(),
  /** The six last characters of its ARN, for policies that name it. */
  suffix: z
    .string()
    .regex(/^[A-Za-z0-9]{6}$/)
    .optional(),
  deletedInDays: z.int().min(1).max(30).optional(),
  createdDaysAgo: z.int().min(0).default(100),
});

export const secretsDeclaration = z.strictObject({
  secrets: z.array(secret).max(1000).default([]),
});

const dayMs = 86_400_000;

export function declareSecrets(
  state: SecretsState,
  { secrets }: z.infer<typeof secretsDeclaration>,
  { world, account, region }: Place,
): void {
  for (const given of secrets) {
    const made = newSecret(
      { world, account: account.id, region },
      { name: given.name, suffix: given.suffix ?? secretText(world, 6), key: keyOf(given.kms) },
    );
    made.createdMs = made.changedMs = world.nowMs - given.createdDaysAgo * dayMs;
    made.description = given.description;
    made.tags = new Map(Object.entries(given.tags));
    if (given.policy !== undefined) made.policy = secretPolicy(textOf(given.policy));
    if (given.rotation) {
      const { lambda, days } = given.rotation;
      made.rotation = { lambda, days, rules: { AutomaticallyAfterDays: days } };
      made.rotationOn = true;
    }
    if (given.deletedInDays !== undefined)
      made.deletion = { askedMs: made.createdMs, atMs: world.nowMs + given.deletedInDays * dayMs };
    const add = (stage: string, one: SecretValue) => {
      const id = uuid(world);
      made.versions.set(id, {
        id,
        value: one,
        stages: new Set([stage]),
        createdMs: made.createdMs,
        key: null,
      });
    };
    if (given.previous !== undefined) add("AWSPREVIOUS", { text: textOf(given.previous) });
    if (given.value !== undefined) add("AWSCURRENT", { text: textOf(given.value) });
    else if (given.base64 !== undefined)
      add("AWSCURRENT", { bytes: new Uint8Array(Buffer.from(given.base64, "base64")) });
    state.secrets.set(made.name, made);
  }
}

const keyOf = (kms: string | undefined): string | null =>
  kms === undefined || kms.startsWith("arn:") || kms.startsWith("alias/")
    ? (kms ?? null)
    : `alias/${kms}`;

const textOf = (given: z.infer<typeof value>): string =>
  typeof given === "string" ? given : JSON.stringify(given);
