import { AppError } from "@loopwright/core";
import { z } from "zod";

import { compilePolicy } from "../policy/compile.ts";
import type { PolicyKind } from "../policy/document.ts";
import { readPolicy } from "../policy/read.ts";
import type { AppliedLevel, Organisation } from "./landscape.ts";

const account = z.string().regex(/^\d{12}$/, "an account has twelve digits");
const document = z.record(z.string(), z.json());

const levelsFile = z.strictObject({
  /** Whom these policies do not bind. */
  managementAccount: account.optional(),
  /** From the root down. Levels of one name from several files stay apart, and each has to allow. */
  levels: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(200),
        /** Numbers of the accounts below it, or a star for all. */
        accounts: z.array(z.union([z.literal("*"), account])).min(1),
        policies: z.array(z.strictObject({ name: z.string().min(1).max(200), document })).max(100),
      }),
    )
    .max(1_000),
});

const organisationFile = z.strictObject({
  /** Such as o-a1b2c3d4e5. */
  id: z
    .string()
    .regex(/^o-[a-z0-9]{10,32}$/, "such as o-a1b2c3d4e5")
    .optional(),
  managementAccount: account.optional(),
  /** Members by number, the management account too. */
  accounts: z.array(account).min(1).max(100_000),
});

/**
 * Levels of service or resource control policies, and the management account where the file names it. Throws
 * `invalid-input` with the place of what is wrong.
 */
export function levelsFrom(
  value: unknown,
  kind: "scp" | "rcp",
): { levels: AppliedLevel[]; managementAccount: string | null } {
  const given = checked(levelsFile, value);
  const levels = given.levels.map(({ name, accounts, policies }, index) => ({
    name,
    accounts: accounts.includes("*") ? ("all" as const) : accounts,
    policies: policies.map((one, at) => {
      const where = `levels.${index}.policies.${at}.document`;
      return compiledAt(one.document, { kind, name: one.name, where });
    }),
  }));
  return { levels, managementAccount: given.managementAccount ?? null };
}

/** Throws `invalid-input` with the place of what is wrong. */
export function organisationFrom(value: unknown): Organisation {
  const { id = null, managementAccount = null, accounts } = checked(organisationFile, value);
  return { id, managementAccount, accounts };
}

export function compiledAt(
  given: z.infer<typeof document>,
  { kind, name, where }: { kind: PolicyKind; name: string; where: string },
) {
  const read = readPolicy(JSON.stringify(given, null, 2), kind);
  if (read.document) return compilePolicy(read.document, { name, kind });
  const [problem] = read.problems;
  throw refuse([where, problem!.where].filter((part) => part !== "").join("."), problem!.message);
}

export function checked<Shape extends z.ZodType>(shape: Shape, value: unknown): z.infer<Shape> {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw refuse(issue!.path.join("."), issue!.message);
}

const refuse = (where: string, message: string): AppError =>
  new AppError("invalid-input", {
    message: `${message.replace(/\.$/, "")}.`,
    next: "Mend it there; `npx loopwright escalations --help` shows the shape of the file.",
    where,
  });
