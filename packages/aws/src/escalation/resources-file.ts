import { z } from "zod";

import { resourceTypes } from "./things.ts";
import type { Resource } from "./landscape.ts";
import { checked, compiledAt } from "./organisation-file.ts";

const resourcesFile = z.strictObject({
  resources: z
    .array(
      z.strictObject({
        type: z.enum(resourceTypes),
        arn: z
          .string()
          .regex(/^arn:aws[\w-]*:[a-z0-9-]+:[a-z0-9-]*:\d{12}:./, "an ARN with its account"),
        /** Of the role that it carries: a function's, a stack's, the one in an instance's profile. */
        role: z
          .string()
          .regex(/^arn:aws[\w-]*:iam::\d{12}:role\/./, "the ARN of a role")
          .optional(),
        /** All its tags; left out where nobody knows them. */
        tags: z.record(z.string(), z.string()).optional(),
        /** The policy at it, such as that of a function. */
        policy: z.record(z.string(), z.json()).optional(),
      }),
    )
    .max(50_000),
});

/** What runs, as a file gives it. Throws `invalid-input` with the place of what is wrong. */
export function resourcesFrom(value: unknown): Resource[] {
  return checked(resourcesFile, value).resources.map((one, index) => {
    const { type, arn, role = null, tags = null, policy } = one;
    const where = `resources.${index}.policy`;
    const name = `policy of ${arn}`;
    const compiled = policy ? compiledAt(policy, { kind: "resource", name, where }) : null;
    return { type, arn, role, tags, policy: compiled };
  });
}
