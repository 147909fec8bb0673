import { expect, test } from "vitest";

import { exactOption, searchOptions } from "./search-options.ts";

const options = [
  { id: "aws-s3", title: "Amazon S3", aliases: ["s3", "s3 bucket"] },
  { id: "object-storage", title: "Object storage", aliases: ["bucket"] },
  { id: "secret-store", title: "Secret store", aliases: ["vault"] },
  { id: "cafe", title: "Café" },
];

test.each([
  ["nothing typed shows all", "", ["aws-s3", "object-storage", "secret-store", "cafe"]],
  ["an exact alias before an inner word", "bucket", ["object-storage", "aws-s3"]],
  [
    "a title that begins so before an inner word",
    "s",
    ["secret-store", "aws-s3", "object-storage"],
  ],
  ["words in any order", "store sec", ["secret-store"]],
  ["without case and accents", "CAFE", ["cafe"]],
  ["nothing fits", "kafka", []],
])("%s", (_name, query, ids) => {
  expect(searchOptions(options, query).map(({ id }) => id)).toEqual(ids);
});

test.each([
  ["S3 bucket", "aws-s3"],
  ["aws-s3", "aws-s3"],
  ["S", undefined],
])("%s names %s", (query, id) => {
  expect(exactOption(options, query)?.id).toBe(id);
});
