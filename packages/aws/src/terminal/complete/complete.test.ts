import { describe, expect, it } from "vitest";

import { completeCommand } from "./complete.ts";
import { namesIn } from "./seen.ts";

const files = ["policy.json", "notes.txt", "drafts/trust.json"];
const printed = `{
    "UserName": "parcel-build",
    "Arn": "arn:aws:iam::111111111111:user/parcel-build"
}
2026-01-01 s3://tidepool-invoices/a.txt i-0abc123.`;

const complete = (text: string) =>
  completeCommand({ text, caret: text.length, files, outputs: [printed] });

describe("completion", () => {
  it.each<[string, string, string[] | null]>([
    ["a program", "aw", ["aws"]],
    ["a service that is whole", "aws sts", ["sts"]],
    ["an operation that begins another", "aws iam get-user", ["get-user", "get-user-policy"]],
    ["a service that is begun", "aws st", ["sts"]],
    ["S3's operations beside its copying", "aws s3a", ["s3api"]],
    ["an operation", "aws iam list-user-p", ["list-user-policies"]],
    ["an operation after an option", "aws --region eu-west-1 sts get-c", ["get-caller-identity"]],
    ["an option of it", "aws iam get-user --user", ["--user-name"]],
    ["the CLI's own option", "aws iam get-user --q", ["--query"]],
    ["a value that is known", "aws sts get-caller-identity --output ta", ["table"]],
    ["a file", "cat no", ["notes.txt"]],
    ["a file after its scheme", "aws iam x --d file://po", ["file://policy.json"]],
    ["the scheme", "aws iam x --d fi", ["file://"]],
    ["a name that was printed", "aws iam get-user --user-name par", ["parcel-build"]],
    ["an ARN", "echo arn:aws:iam", ["arn:aws:iam::111111111111:user/parcel-build"]],
    ["an id at the end of a sentence", "aws ec2 x --i i-0", ["i-0abc123"]],
    ["a path of S3", "aws s3 ls s3://t", ["s3://tidepool-invoices/a.txt"]],
    ["no name of a member", "echo UserN", null],
    ["the command after a pipe", "aws iam list-users | gr", ["grep"]],
    ["the command in another", "X=$(aws st", ["sts"]],
    ["after a variable", "AWS_PROFILE=eve aws st", ["sts"]],
    ["in quotes", 'cat "no', ["notes.txt"]],
    [
      "on the next line of the same command",
      "aws iam \\\n  list-account-al",
      ["list-account-aliases"],
    ],
    ["nothing of __proto__", "aws __proto__ ha", null],
    ["nothing of a service that is not there", "aws dynamodb list", null],
  ])("knows %s: %s", (_, text, options) => {
    expect(complete(text)?.options ?? null).toEqual(options);
  });

  it.each([
    ["aws iam list-u", 8],
    ['cat "no', 5],
    ["cat ", 4],
    ["aws iam get-user|he", 17],
  ])("%s is completed from %i", (text, from) => {
    expect(complete(text)?.from).toBe(from);
  });

  it("looks at what stands before the caret", () => {
    expect(completeCommand({ text: "aws st --x", caret: 6, files, outputs: [] })).toEqual({
      from: 4,
      options: ["sts"],
    });
  });

  it("offers the newest names first, and a bounded number", () => {
    expect(namesIn(["alpha beta", "gamma"])).toEqual(["gamma", "alpha", "beta"]);
    const many = Array.from({ length: 9_000 }, (_, at) => `n${at}`).join(" ");
    expect(namesIn([many])).toHaveLength(3_000);
  });
});
