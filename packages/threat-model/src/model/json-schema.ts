import { z } from "zod";

import { model } from "./model.ts";

/** The published shape of a model's file, JSON Schema draft 2020-12. What has a default may be left out. */
export const modelJsonSchema = (): Record<string, unknown> =>
  z.toJSONSchema(model, { target: "draft-2020-12", io: "input" });
