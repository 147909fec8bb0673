import { z } from "zod";

/** A path in the working folder, going nowhere but down. */
const path = z
  .string()
  .max(120)
  .regex(/^(?!.*(^|\/)\.{1,2}(\/|$))[\w.-]+(\/[\w.-]+)*$/, "a plain file name");

/** What is done at a desk: a line of the shell is run, or a file saved. `in` is the stage. */
export const deskAction = <const Stage extends string>(stages: readonly [Stage, ...Stage[]]) => {
  const stage = z.enum(stages);
  return z.union([
    z.strictObject({ in: stage, run: z.string().min(1).max(8_000) }),
    z.strictObject({ in: stage, save: z.strictObject({ path, text: z.string().max(100_000) }) }),
  ]);
};
export type DeskAction<Stage extends string = string> =
  | { in: Stage; run: string }
  | { in: Stage; save: { path: string; text: string } };
