import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { OpenRun } from "@loopwright/core";
import type { Sandbox } from "@loopwright/sandbox";

import { awsJob, awsSandbox, told } from "./fixtures/sandbox.ts";

let sandbox: Sandbox;
let terminal: OpenRun;
const { world, job } = awsJob();

beforeAll(async () => {
  sandbox = await awsSandbox();
  terminal = await sandbox.open(job);
}, 300_000);
afterAll(async () => {
  await terminal.close();
  await sandbox.close();
});

/** Written and run in a terminal, since an interpreter for each would take its time. */
async function script(source: string) {
  await terminal.send({ run: `cat > main.py <<'END'\n${source}\nEND` });
  return told(await terminal.send({ run: "python main.py" }));
}

describe("a script with boto3", () => {
  it.each<[string, string, string]>([
    [
      "a client",
      "print(boto3.client('sts').get_caller_identity()['Arn'])",
      "arn:aws:iam::111111111111:user/ana\n",
    ],
    [
      "an exception of a service",
      `iam = boto3.client("iam")
try:
    iam.get_user(UserName="eve")
except iam.exceptions.NoSuchEntityException as error:
    print(error.response["Error"]["Code"], error.response["ResponseMetadata"]["HTTPStatusCode"])`,
      "NoSuchEntity 404\n",
    ],
    [
      "ClientError",
      `from botocore.exceptions import ClientError
try:
    boto3.client("iam").get_role(RoleName="none")
except ClientError as error:
    print(error.operation_name, boto3.exceptions.ClientError is ClientError)`,
      "GetRole True\n",
    ],
    [
      "validation before anything is sent",
      `from botocore.exceptions import ParamValidationError
try:
    boto3.client("iam").create_user(User="x")
except ParamValidationError as error:
    print(str(error).splitlines()[1])`,
      'Missing required parameter in input: "UserName"\n',
    ],
    [
      "a paginator",
      `pages = boto3.client("iam").get_paginator("list_users").paginate(PaginationConfig={"PageSize": 1})
print([user["UserName"] for page in pages for user in page["Users"]])`,
      "['ana', 'bo']\n",
    ],
    [
      "a waiter",
      "boto3.client('iam').get_waiter('user_exists').wait(UserName='bo'); print('there')",
      "there\n",
    ],
    [
      "a session",
      `session = boto3.session.Session(region_name="eu-west-1")
print(session.region_name, session.client("ec2").meta.region_name, boto3.Session is boto3.session.Session)`,
      "eu-west-1 eu-west-1 True\n",
    ],
    [
      "a session of a role",
      `said = boto3.client("sts").assume_role(RoleArn="arn:aws:iam::111111111111:role/auditor", RoleSessionName="step")
key = said["Credentials"]
other = boto3.Session(key["AccessKeyId"], key["SecretAccessKey"], key["SessionToken"])
print(other.client("sts").get_caller_identity()["Arn"])`,
      "arn:aws:sts::111111111111:assumed-role/auditor/step\n",
    ],
    [
      "resources",
      `print(sorted(user.name for user in boto3.resource("iam").users.all()), boto3.resource("iam").User("bo").arn)
print([bucket.name for bucket in boto3.resource("s3").buckets.all()])`,
      "['ana', 'bo'] arn:aws:iam::111111111111:user/bo\n['tidepool']\n",
    ],
    [
      "resources that are not there",
      `for make in (lambda: boto3.resource("ec2"), lambda: boto3.resource("iam").groups):
    try:
        make()
    except (boto3.exceptions.ResourceNotExistsError, NotImplementedError) as error:
        print(error)`,
      "boto3.resource is not there for ec2: use boto3.client('ec2').\nIAM.groups is not there: use boto3.client('iam').\n",
    ],
    [
      "a file to a bucket and back, and a body that streams",
      `import io
s3 = boto3.client("s3")
open("a", "w").write("hello")
s3.upload_file("a", "tidepool", "a")
print(s3.get_object(Bucket="tidepool", Key="a")["Body"].read(2))
s3.download_file("tidepool", "a", "b")
print(open("b").read(), list(s3.get_object(Bucket="tidepool", Key="a")["Body"].iter_lines()))`,
      "b'he'\nhello [b'hello']\n",
    ],
    [
      "a presigned address",
      `print(boto3.client("s3").generate_presigned_url("get_object", Params={"Bucket": "tidepool", "Key": "a"}).split("?")[0])`,
      "https://tidepool.s3.amazonaws.com/a\n",
    ],
    [
      "threads, one after the other",
      `from concurrent.futures import ThreadPoolExecutor, as_completed
iam = boto3.client("iam")
with ThreadPoolExecutor(max_workers=4) as pool:
    futures = [pool.submit(iam.get_user, UserName=name) for name in ("ana", "bo", "eve")]
print(sum(one.exception() is None for one in as_completed(futures)), list(pool.map(str, [1])) if False else "")`,
      "2 \n",
    ],
    [
      "a service that is not part of the account",
      `from botocore.exceptions import UnknownServiceError
try:
    boto3.client("dynamodb")
except UnknownServiceError as error:
    print(str(error)[:32])`,
      "Unknown service: 'dynamodb'. Val\n",
    ],
    ["a version", "print(boto3.__version__.count('.'))", "2\n"],
  ])(
    "has %s",
    async (_, source, printed) => {
      const seen = await script(`import boto3\n${source}\n`);
      expect(seen).toMatchObject({
        stderr: "",
        stdout: printed,
        exit: 0,
        end: "finished",
      });
    },
    60_000,
  );

  it("sleeps in the account's time", async () => {
    const before = world.nowMs;
    const { stdout } = await script(`import datetime, time
began = datetime.datetime.now(datetime.UTC)
time.sleep(3600)
print(began.strftime("%F"), (datetime.datetime.now(datetime.UTC) - began).seconds // 3600)`);
    expect(stdout).toBe("2026-03-02 1\n");
    expect(world.nowMs).toBe(before + 3_600_000);
  });

  it.each([
    ["its end", "", 0, ""],
    ["sys.exit", "import sys; sys.exit(3)", 3, ""],
    ["sys.exit with words", "import sys; sys.exit('no')", 1, "no\n"],
    [
      "an exception",
      "raise ValueError('x')",
      1,
      "Traceback (most recent call last):\n  File \"main.py\", line 1, in <module>\n    raise ValueError('x')\nValueError: x\n",
    ],
    [
      "a syntax error",
      "def f(:",
      1,
      '  File "main.py", line 1\n    def f(:\n          ^\nSyntaxError: invalid syntax\n',
    ],
  ])(
    "has an exit code: %s",
    async (_, source, exit, stderr) => {
      expect(await script(source)).toMatchObject({ end: "finished", exit, stderr, stdout: "" });
    },
    60_000,
  );

  it("leaves nothing to the next one", async () => {
    const source = `import logging, os, sys
print("kept" in globals(), os.environ.get("LEFT"), os.getcwd(), len(logging.root.handlers), "beside" in sys.modules)
import beside
kept, os.environ["LEFT"] = 1, "x"
os.chdir("/tmp")
logging.basicConfig()`;
    await terminal.send({ run: "touch beside.py" });
    const printed = "False None /home/learner/app 0 False\n";
    expect(await script(source)).toMatchObject({ stdout: printed, stderr: "", exit: 0 });
    expect(await script(source)).toMatchObject({ stdout: printed, stderr: "", exit: 0 });
  });

  it.each([
    ["js", "import js"],
    ["pyodide_js", "import pyodide_js"],
    ["a socket", "import socket; socket.create_connection(('127.0.0.1', 80), 1)"],
    ["urllib", "import urllib.request; urllib.request.urlopen('http://169.254.169.254/')"],
    ["a process", "import subprocess; subprocess.run(['ls'], check=True)"],
    ["a file of the machine", "open('/etc/passwd')"],
  ])(
    "reaches nothing else of the host: %s",
    async (_, source) => {
      expect(await script(source)).toMatchObject({ end: "finished", exit: 1, stdout: "" });
    },
    60_000,
  );

  it("is told when a request is too large for the sandbox", async () => {
    const source = `import boto3
boto3.client("s3").put_object(Bucket="tidepool", Key="a", Body=b"x" * 800_000)`;
    const { exit, stderr } = await script(source);
    expect(exit).toBe(1);
    expect(stderr).toMatch(/a request may have at most 700 kB/);
  }, 60_000);
});

describe("other jobs of the image", () => {
  it("runs commands, each with what it printed", async () => {
    const { job } = awsJob({
      input: { commands: ["echo a > f", "cat f nope", "python -c 'import sys; sys.exit(4)'"] },
    });
    expect((await sandbox.run(job)).result).toEqual({
      commands: [
        { exit: 0, stdout: "", stderr: "" },
        { exit: 1, stdout: "a\n", stderr: "cat: nope: No such file or directory\n" },
        { exit: 4, stdout: "", stderr: "" },
      ],
    });
  }, 60_000);

  it("runs a script with its arguments, its files and what is beside it, without an account", async () => {
    const { job } = awsJob({
      files: {
        "lib/part.py": "NAME = __name__\n",
        "data.txt": "data",
        "main.py": `import sys, boto3
from lib.part import NAME
print(sys.argv[1:], open("data.txt").read(), NAME, __name__, flush=True)
boto3.client("iam").list_users()`,
      },
      input: { script: { path: "main.py", args: ["a", "b c"] } },
    });
    expect(told(await sandbox.run({ ...job, services: {} }))).toMatchObject({
      end: "finished",
      exit: 1,
      stdout: "['a', 'b c'] data lib.part __main__\n",
      stderr: expect.stringContaining("Could not connect to the endpoint URL"),
    });
  }, 60_000);

  it("takes the lab's own steps", async () => {
    const { job } = awsJob({
      files: {
        "app.py":
          "import boto3\ndef go():\n    return boto3.client('sts').get_caller_identity()['Account']\n",
      },
    });
    const env = (job.input as { env: Record<string, string> }).env;
    const input = {
      entry: null,
      principals: {},
      setup: [],
      cases: [{ steps: [{ call: { target: "app:go", args: [] } }] }],
      world: { env: { ...env, AWS_DEFAULT_REGION: "us-east-1" } },
    };
    const seen = await sandbox.run({ ...job, input });
    expect(seen.result).toMatchObject({ cases: [{ steps: [{ value: "111111111111" }] }] });
  }, 60_000);
});
