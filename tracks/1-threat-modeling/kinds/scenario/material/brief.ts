import { z } from "zod";

const words = z.string().min(10, "say it in a sentence").max(400);

export const modes = ["model", "design", "update"] as const;

/** brief.yaml of a scenario: public. The system itself is told in brief.md. */
export const brief = z
  .strictObject({
    /** model: draw what is described. design: build it safely. update: change what is there. */
    mode: z.enum(modes),
    /** What the interviewer says first. */
    opening: words,
    scale: z.strictObject({
      /** People whom the system serves; internal tools count those behind the data. */
      customers: z.int().positive(),
      load: words,
      tenants: words,
      blastRadius: words,
    }),
    /** Rules of the trade that bind the system. */
    rules: z.array(z.enum(["gdpr", "psd2", "pci-dss", "e-privacy", "cra", "ai-act"])).default([]),
    /** Mode update: a file of files/ with the model as it stands, in typed lines. */
    model: z.string().max(200).optional(),
    /** Mode update: what is about to change. */
    change: words.optional(),
  })
  .refine((one) => one.mode !== "update" || (one.model !== undefined && one.change !== undefined), {
    message: "mode update needs model and change",
    path: ["model"],
  });
export type ScenarioBrief = z.infer<typeof brief>;
