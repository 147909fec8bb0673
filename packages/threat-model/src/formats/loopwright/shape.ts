import { z } from "zod";

import { model } from "../../model/model.ts";

/** Our own JSON. Only its version is looked at before the model itself is. */
export const loopwrightFile = z
  .looseObject({
    format: z.literal(1, "its format is newer than 1, and 1 is the newest that is known"),
  })
  .pipe(model);
