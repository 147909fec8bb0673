import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { OpenRun } from "@loopwright/core";
import type { Sandbox } from "@loopwright/sandbox";

import { awsJob, awsSandbox, told } from "./fixtures/sandbox.ts";

let sandbox: Sandbox;
let terminal: OpenRun;
const files = {
  "input.json": '{"UserName": "cy", "Path": "/team/"}\n',
  "policy.json":
    '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}',
};

beforeAll(async () => {
  sandbox = await awsSandbox();
  terminal = await sandbox.open(awsJob({ files }).job);
}, 300_000);
afterAll(async () => {
  await terminal.close();
  await sandbox.close();
});

const run = async (line: string) => told(await terminal.send({ run: line }));
const arn = "arn:aws:iam::111111111111:user/ana";

describe("the AWS CLI", () => {
  it.each([
    ["aws --version", /^aws-cli\/1\.46\.2 Python\/3/],
    ["aws sts get-caller-identity", new RegExp(`"Account": "111111111111",\\s+"Arn": "${arn}"`)],
    ["aws sts get-caller-identity --query Arn --output text", new RegExp(`^${arn}\n$`)],
    ["aws iam list-users --query Users[*].UserName --output text", /^ana\tbo\n$/],
    ["aws iam list-users --query 'Users[?UserName==`bo`].Arn'", /"arn:aws:iam::1{12}:user\/bo"/],
    ["aws iam get-user --user-name bo --output table", /\|\s+UserName\s+\|\s+bo\s+\|/],
    ["aws iam list-users --max-items 1", /"NextToken"/],
    ["aws iam list-users --page-size 1 --query 'Users[].UserName'", /ana/],
    ["aws iam create-user --cli-input-json file://input.json --query User.Path", /"\/team\/"/],
    ["aws iam create-user --generate-cli-skeleton | head -n 2", /"Path": ""/],
    ["aws s3 ls", /tidepool/],
    ["aws s3api list-buckets --query Buckets[].Name --output text", /^tidepool\n$/],
    ["aws iam wait user-exists --user-name bo; echo $?", /^0\n$/],
    ["aws --region eu-west-1 ec2 describe-vpcs --query 'length(Vpcs)'", /^\d+\n$/],
    ["aws configure list", /region\s+us-east-1/],
    ["aws help", /Services:\n {2}accessanalyzer\n/],
    ["aws iam help | grep -c role", /^\d+\n$/],
    ["aws iam create-user help", /--user-name <string> \(required\)[^]*create-user\.html/],
  ])(
    "%s",
    async (line, printed) => {
      const seen = await run(line);
      expect(seen.stdout).toMatch(printed);
      expect(seen).toMatchObject({ end: "finished", exit: 0, stderr: "" });
    },
    60_000,
  );

  it.each([
    [
      "a service's error",
      "aws iam get-user --user-name eve",
      255,
      /^\nAn error occurred \(NoSuchEntity\) when calling the GetUser operation: .*eve/,
    ],
    ["a missing parameter", "aws iam create-user", 2, /arguments are required: --user-name/],
    ["an unknown operation", "aws iam creat-user", 2, /maybe you meant:[^]*create-user/],
    ["an unknown command", "aws imm", 255, /there is no command 'imm'/],
    ["AWS's other services", "aws dynamodb list-tables", 255, /dynamodb is not part of this acc/],
    ["a wrong type", "aws iam list-users --max-items x", 2, /invalid int value: .x./],
    ["a file that is not there", "aws iam create-user --user-name file://no", 255, /No such file/],
    ["JMESPath", "aws iam list-users --query 'Users['", 255, /Bad value for --query/],
    ["credentials", "AWS_ACCESS_KEY_ID= aws iam list-users", 255, /Unable to locate credentials/],
  ])(
    "says what is wrong: %s",
    async (_, line, exit, said) => {
      const seen = await run(line);
      expect(seen).toMatchObject({ end: "finished", exit, stdout: "" });
      expect(seen.stderr).toMatch(said);
    },
    60_000,
  );

  it("takes files, and blobs of files", async () => {
    await run(
      "aws iam put-user-policy --user-name bo --policy-name p --policy-document file://policy.json",
    );
    const seen = await run("aws iam get-user-policy --user-name bo --policy-name p");
    expect(JSON.parse(seen.stdout)).toMatchObject({ PolicyDocument: { Version: "2012-10-17" } });
    const key = await run(
      "KEY=$(aws kms create-key --query KeyMetadata.KeyId --output text); echo $KEY",
    );
    expect(key).toMatchObject({ exit: 0, stdout: expect.stringMatching(/^[0-9a-f-]{36}\n$/) });
    const turned = await run(`printf secret > plain
aws kms encrypt --key-id $KEY --plaintext fileb://plain --query CiphertextBlob --output text | base64 -d > sealed
aws kms decrypt --ciphertext-blob fileb://sealed --query Plaintext --output text | base64 --decode`);
    expect(turned).toMatchObject({ exit: 0, stdout: "secret", stderr: "" });
  }, 60_000);

  it("moves a file to a bucket and back", async () => {
    const up = await run("aws s3 cp policy.json s3://tidepool/p.json");
    expect(up).toMatchObject({
      exit: 0,
      stdout: "upload: ./policy.json to s3://tidepool/p.json\n",
    });
    expect(await run("aws s3 cp s3://tidepool/p.json -")).toMatchObject({
      exit: 0,
      stdout: files["policy.json"],
    });
    expect(
      await run("aws s3 cp s3://tidepool/p.json back.json > /dev/null; cat back.json"),
    ).toMatchObject({
      stdout: files["policy.json"],
    });
    expect(await run("aws s3 cp s3://tidepool/none -")).toMatchObject({ exit: 1, stdout: "" });
  }, 60_000);

  it("takes credentials of a role from variables", async () => {
    await run(`OUT=$(aws sts assume-role --role-arn arn:aws:iam::111111111111:role/auditor --role-session-name ana \\
  --query 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]' --output text)
export AWS_ACCESS_KEY_ID=$(echo $OUT | cut -d ' ' -f 1) AWS_SECRET_ACCESS_KEY=$(echo $OUT | cut -d ' ' -f 2)
export AWS_SESSION_TOKEN=$(echo $OUT | cut -d ' ' -f 3)`);
    const seen = await run("aws sts get-caller-identity --query Arn --output text");
    expect(seen.stdout).toBe("arn:aws:sts::111111111111:assumed-role/auditor/ana\n");
    expect(await run("aws iam list-users")).toMatchObject({
      exit: 255,
      stderr: expect.stringContaining("AccessDenied"),
    });
  }, 60_000);
});
