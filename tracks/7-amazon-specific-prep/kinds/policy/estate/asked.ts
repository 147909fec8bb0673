import { slug } from "@loopwright/core";
import { z } from "zod";

/** One request, in the words of the estate. */
export const asked = z.strictObject({
  id: slug,
  /** Id of a principal; or a service's name, an identity provider, “anonymous”. */
  who: z.string().min(1).max(200),
  does: z.string().regex(/^[a-z0-9-]+:[A-Za-z0-9]+$/, "such as s3:GetObject"),
  /** Id of a resource, with what follows its ARN (receipts/2026/a.pdf); or an ARN; or * where there is none. */
  to: z.string().min(1).max(400),
  /** Condition keys of this request, beside those that the estate gives. */
  with: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
  /** Id of the VPC endpoint through which it comes. */
  through: slug.optional(),
  /** Ids of the policies that the session was made with. */
  session: z.array(slug).max(5).optional(),
  /** What it is about, in a few words. */
  about: z.string().trim().min(5).max(160),
  expect: z.enum(["allow", "deny"]),
});
export type Asked = z.infer<typeof asked>;
