import { execFile, spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { awsPythonPath } from "@loopwright/aws/image";
import { buildWorld, sandboxDoor } from "@loopwright/aws/world";
import { createSandbox } from "@loopwright/sandbox";
import { IAMClient, ListUsersCommand, PutUserPolicyCommand } from "@aws-sdk/client-iam";
import { ListBucketsCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { places } from "../places.ts";
import { sandboxOptions } from "../sandbox-options.ts";

const bin = fileURLToPath(new URL("../../bin/loopwright.js", import.meta.url));
const all = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
const declared = {
  format: 1,
  now: "2026-03-02T09:00:00Z",
  start: "arn:aws:iam::111111111111:user/ana",
  accounts: [
    {
      id: "111111111111",
      name: "Shop",
      iam: {
        users: [{ name: "ana", keys: 1, inline: { all } }, { name: "bo" }],
        roles: [
          {
            name: "reader",
            trust: {
              Version: "2012-10-17",
              Statement: [
                { Effect: "Allow", Principal: { AWS: "111111111111" }, Action: "sts:AssumeRole" },
              ],
            },
          },
        ],
      },
    },
  ],
};

/** What a learner's script does: lists, changes, meets errors, becomes somebody else. */
const script = `
import boto3, json
from botocore.exceptions import ClientError

def told(call):
    try:
        answer = call()
    except ClientError as error:
        return {"code": error.response["Error"]["Code"], "message": str(error), "status": error.response["ResponseMetadata"]["HTTPStatusCode"]}
    answer.pop("ResponseMetadata", None)
    return answer

sts, iam, s3, kms = (boto3.client(name, region_name="us-east-1") for name in ("sts", "iam", "s3", "kms"))
seen = [
    told(sts.get_caller_identity),
    told(lambda: iam.create_user(UserName="cy", Tags=[{"Key": "team", "Value": "search"}])),
    told(lambda: iam.create_user(UserName="cy")),
    told(lambda: iam.get_user(UserName="nobody")),
    [user["UserName"] for page in iam.get_paginator("list_users").paginate(PaginationConfig={"PageSize": 2}) for user in page["Users"]],
    told(lambda: iam.put_user_policy(UserName="cy", PolicyName="p", PolicyDocument="{")),
    told(lambda: s3.create_bucket(Bucket="shop-reports-81")),
    told(lambda: s3.put_object(Bucket="shop-reports-81", Key="q1/a b.csv", Body=b"1,2\\n")),
    s3.get_object(Bucket="shop-reports-81", Key="q1/a b.csv")["Body"].read().decode(),
    told(lambda: s3.get_object(Bucket="shop-reports-81", Key="none")),
    told(lambda: s3.get_public_access_block(Bucket="shop-reports-81")),
    told(lambda: kms.create_key(Description="orders")),
]
session = sts.assume_role(RoleArn="arn:aws:iam::111111111111:role/reader", RoleSessionName="reading")["Credentials"]
other = boto3.client("iam", region_name="us-east-1", aws_access_key_id=session["AccessKeyId"], aws_secret_access_key=session["SecretAccessKey"], aws_session_token=session["SessionToken"])
seen.append(told(other.list_users))
print(json.dumps(seen, default=str, indent=1, sort_keys=True))
`;

let folder = "";
let served: ChildProcess;
let env: Record<string, string> = {};
/** What the script printed that reached the world over HTTP. */
let outside = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "loopwright-doors-"));
  await writeFile(join(folder, "world.yaml"), JSON.stringify(declared));
  await writeFile(join(folder, "script.py"), script);
  served = spawn(process.execPath, [bin, "aws", join(folder, "world.yaml"), "--json"]);
  const [line] = await new Promise<string[]>((resolve, reject) => {
    let out = "";
    served.stdout!.on("data", (part) => {
      out += String(part);
      if (out.includes("\n")) resolve(out.split("\n"));
    });
    served.once("exit", (code) => reject(new Error(`aws ended with ${code}`)));
  });
  env = JSON.parse(line!) as Record<string, string>;
  outside = await bySystemPython();
}, 180_000);

afterAll(async () => {
  served.kill("SIGKILL");
  await rm(folder, { recursive: true });
});

async function bySystemPython(): Promise<string> {
  const PYTHONPATH = (await awsPythonPath(places.cache)).join(delimiter);
  const python = process.platform === "win32" ? "python" : "python3";
  const run = promisify(execFile)(python, ["-B", join(folder, "script.py")], {
    env: { ...process.env, ...env, PYTHONPATH },
  });
  return (await run).stdout;
}

async function bySandbox(): Promise<{ stdout: string; stderr: string }> {
  const world = buildWorld(declared, "practice");
  const { accessKeyId, secretAccessKey } = world.start!;
  const options = sandboxOptions({ sandboxOff: false } as never);
  const sandbox = await createSandbox({ ...options, warm: 0 });
  try {
    return await sandbox.run({
      language: "python",
      image: "aws",
      files: { "script.py": script },
      input: {
        env: { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey },
        script: { path: "script.py" },
      },
      limits: { timeMs: 60_000, memoryMb: 640 },
      services: { aws: sandboxDoor(world) },
    });
  } finally {
    await sandbox.close();
  }
}

const clientOptions = () => ({
  endpoint: env["AWS_ENDPOINT_URL"]!,
  region: "us-east-1",
  credentials: {
    accessKeyId: env["AWS_ACCESS_KEY_ID"]!,
    secretAccessKey: env["AWS_SECRET_ACCESS_KEY"]!,
  },
});

const policy = (more: object) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*", ...more }],
  });

type Asked = { method?: string; path: string; headers?: Record<string, string>; body?: Buffer };

/** Of a request as it stands, which no client would send. */
function statusOf({ method = "GET", path, headers = {}, body }: Asked): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(env["AWS_ENDPOINT_URL"]!);
    const sent = request({ hostname, port, method, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.once("error", reject);
    sent.end(body);
  });
}

describe("the doors to a world", () => {
  it("give the same to a script in the sandbox and to one of the system's Python over HTTP", async () => {
    const inside = await bySandbox();
    expect(inside.stderr).toBe("");
    expect(inside.stdout).toBe(outside);
    expect(outside).toContain("EntityAlreadyExists");
    expect(outside).toContain("is not authorized to perform: iam:ListUsers");
  }, 180_000);

  it("give the same lists to the SDK for JavaScript", async () => {
    const options = clientOptions();
    const { Users } = await new IAMClient(options).send(new ListUsersCommand({}));
    expect(Users!.map(({ UserName }) => UserName)).toEqual(["ana", "bo", "cy"]);
    const { Buckets } = await new S3Client(options).send(new ListBucketsCommand({}));
    expect(Buckets!.map(({ Name }) => Name)).toEqual(["shop-reports-81"]);
  });

  it.each([
    ["a policy of 10 MB", policy({ Sid: "x".repeat(10_000_000) }), /RequestEntityTooLarge/],
    [
      "a condition operator that is none",
      policy({ Condition: { StringLooksLike: { a: "b" } } }),
      /MalformedPolicyDocument/,
    ],
    ["a policy of ten thousand brackets", "[".repeat(10_000), /MalformedPolicyDocument/],
    ["no JSON", "\u0000{", /MalformedPolicyDocument|Validation/],
  ])("refuse %s, and go on", async (_what, PolicyDocument, code) => {
    const client = new IAMClient(clientOptions());
    const put = new PutUserPolicyCommand({ UserName: "bo", PolicyName: "p", PolicyDocument });
    await expect(client.send(put)).rejects.toMatchObject({
      name: expect.stringMatching(code) as string,
    });
    await expect(client.send(new ListUsersCommand({}))).resolves.toHaveProperty("Users");
  });

  it.each([
    ["a key that is no UTF-8", { path: "/shop-reports-81/%ff%fe" }],
    [
      "a body that is no UTF-8",
      { method: "POST", path: "/", body: Buffer.from([0xff, 0xfe, 0x00]) },
    ],
    ["a body of 12 MB", { method: "PUT", path: "/b/k", body: Buffer.alloc(12_000_000) }],
    [
      "a header of nonsense",
      { path: "/", headers: { authorization: "AWS4-HMAC-SHA256 Credential=/" } },
    ],
  ])("answer %s with an error of the client’s, and go on", async (_what, asked) => {
    expect(await statusOf(asked)).toBeGreaterThanOrEqual(400);
    expect(await statusOf(asked)).toBeLessThan(500);
    const { Users } = await new IAMClient(clientOptions()).send(new ListUsersCommand({}));
    expect(Users!.length).toBeGreaterThan(0);
  });

  it("close when they are interrupted", async () => {
    const ended = new Promise((resolve) => served.once("exit", resolve));
    served.kill("SIGTERM");
    expect(await ended).toBe(0);
  });
});
