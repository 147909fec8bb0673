// Reads the service models out of the package that carries the AWS CLI, and so botocore.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import { unzipSync } from "fflate";

import { trimModel } from "./trim-model.js";
import { wanted } from "./wanted.js";

const file = /\/botocore\/data\/([\w-]+)\/([\d-]+)\/service-2\.json$/;

/** @returns {Record<string, object>} the trimmed model of each service, of its newest version */
export function makeModels(services = Object.keys(wanted)) {
  const require = createRequire(import.meta.url);
  const packed = join(dirname(require.resolve("@aws-cdk/asset-awscli-v1")), "layer.zip");
  const found = unzipSync(readFileSync(packed), {
    filter: ({ name }) => services.includes(file.exec(name)?.[1]),
  });
  const newest = {};
  for (const path of Object.keys(found).toSorted()) newest[file.exec(path)[1]] = found[path];
  return Object.fromEntries(
    services.map((service) => {
      const model = JSON.parse(new TextDecoder().decode(newest[service]));
      return [service, trimModel(model, wanted[service])];
    }),
  );
}
