// Writes models/<service>.json anew. By hand, after the package's version has changed:
// node packages/aws/scripts/make-models.js
import { writeFileSync } from "node:fs";

import { makeModels } from "./botocore-models.js";
import { printModel } from "./trim-model.js";

for (const [service, model] of Object.entries(makeModels()))
  writeFileSync(new URL(`../models/${service}.json`, import.meta.url), printModel(model));
