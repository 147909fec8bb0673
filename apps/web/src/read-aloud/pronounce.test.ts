import { describe, expect, test } from "vitest";

import { pronounced, pronouncedCode } from "./pronounce.ts";

describe("what a voice says for", () => {
  test.each([
    ["plain words", "Nothing changes here.", "Nothing changes here."],
    ["e.g.", "a list, e.g. of hosts", "a list, for example, of hosts"],
    ["i.e.", "the owner, i.e., Alice", "the owner, that is, Alice"],
    ["an address", "169.254.169.254", "169 dot 254 dot 169 dot 254"],
    ["a network", "10.0.0.0/8", "10 dot 0 dot 0 dot 0 slash 8"],
    ["a version", "TLS 1.3", "TLS 1.3"],
    ["an action", "s3:GetObject", "s3 Get Object"],
    ["all actions", "s3:*", "s3 star"],
    ["an ARN", "arn:aws:iam::111122223333:root", "arn aws iam 1 1 1 1 2 2 2 2 3 3 3 3 root"],
    ["a time of day", "at 10:42", "at 10:42"],
    ["a colon of prose", "first: second", "first: second"],
    ["a variable", "${aws:username}", "aws username"],
    ["a name with underscores", "content_length_range", "content length range"],
    ["a name in camels", "AssumeRole on DynamoDB", "Assume Role on Dynamo DB"],
    ["abbreviations", "IAM, KMS and XSS", "IAM, KMS and XSS"],
    ["C++", "C++ and C#", "C plus plus and C sharp"],
    [
      "a link",
      "RFC 8446: https://www.rfc-editor.org/rfc/rfc8446",
      "RFC 8446: link to rfc-editor.org",
    ],
    ["an arrow", "browser → edge", "browser to edge"],
    ["a weakness", "CWE-89", "CWE-89"],
  ])("%s", (_name, written, said) => {
    expect(pronounced(written)).toBe(said);
  });
});

test.each([
  ["if user.is_admin == true:", "if user dot is admin equals true:"],
  ["rows = db.query(sql, [id])", "rows is db dot query, sql, id"],
  ["}", ""],
])("code: %s", (line, said) => {
  expect(pronouncedCode(line)).toBe(said);
});
