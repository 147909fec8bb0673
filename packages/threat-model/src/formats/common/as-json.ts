import type { Model } from "../../model/model.ts";

/** A model as a file gives it back: JSON knows no minus zero, and no reader keeps a `__proto__`. For tests. */
export const asJson = (model: Model): Model =>
  JSON.parse(JSON.stringify(model), (key, value: unknown) =>
    key === "__proto__" ? undefined : value,
  ) as Model;
