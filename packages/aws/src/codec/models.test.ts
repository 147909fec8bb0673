import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

// @ts-expect-error plain JavaScript, run by hand
import { makeModels } from "../../scripts/botocore-models.js";
// @ts-expect-error plain JavaScript, run by hand
import { printModel } from "../../scripts/trim-model.js";
import { modelOf, operationsOf } from "./model.ts";

test.each(["sts", "s3control"])(
  "the committed model of %s is the one that the package gives",
  (service) => {
    const made = (makeModels as (of: string[]) => Record<string, object>)([service])[service];
    const committed = readFileSync(
      new URL(`../../models/${service}.json`, import.meta.url),
      "utf8",
    );
    expect((printModel as (model: object) => string)(made!)).toBe(committed);
  },
);

test.each([
  ["iam", "query", 176, 176],
  ["sts", "query", 11, 11],
  ["s3", "rest-xml", 113, 116],
  ["s3control", "rest-xml", 11, 97],
  ["kms", "json", 54, 54],
  ["secretsmanager", "json", 23, 23],
  ["ec2", "ec2", 91, 775],
  ["lambda", "rest-json", 39, 85],
  ["cloudtrail", "json", 12, 60],
  ["logs", "json", 10, 118],
  ["guardduty", "rest-json", 8, 90],
  ["accessanalyzer", "rest-json", 25, 39],
  ["organizations", "json", 63, 63],
  ["securityhub", "rest-json", 5, 116],
] as const)("%s speaks %s and knows %i of %i operations", (service, protocol, known, all) => {
  const { metadata, operations } = modelOf(service);
  expect([metadata.protocol, operations.size, operationsOf(service).length]).toEqual([
    protocol,
    known,
    all,
  ]);
});
