import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { awsImage } from "@loopwright/aws/image";
import { buildWorld, sandboxDoor } from "@loopwright/aws/world";
import type { Job, OpenRun } from "@loopwright/core";
import { createSandbox } from "@loopwright/sandbox";

import { below, median, timed, type Figure } from "./table.ts";

const commands = [
  "aws iam list-users",
  "aws iam get-user --user-name ana --query User.Arn --output text",
  "aws sts get-caller-identity --output table",
  "aws s3 ls",
  "aws kms list-keys",
  "aws ec2 describe-security-groups --query 'SecurityGroups[].GroupId'",
];
const script = `import boto3
iam = boto3.client("iam")
for page in iam.get_paginator("list_users").paginate():
    print([user["UserName"] for user in page["Users"]])
`;
const rounds = 4;

/** The terminal of an account: from an empty cache to a command, as a learner waits for it. */
export async function commandsOfTheCli(): Promise<Figure[]> {
  const cacheFolder = mkdtempSync(join(tmpdir(), "loopwright-aws-bench-"));
  const sandbox = await createSandbox({
    images: [awsImage({ cacheFolder })],
    warm: 0,
    cacheFolder,
  });
  try {
    const cold = await timed(async () => (await sandbox.open(job())).close());
    const opening: number[] = [];
    const opened: OpenRun[] = [];
    for (let round = 0; round < rounds; round++) {
      await opened.at(-1)?.close();
      opening.push(await timed(async () => opened.push(await sandbox.open(job()))));
    }
    const terminal = opened.at(-1)!;
    const { times, failed } = await run(terminal);
    const scripts = await timedScripts(terminal);
    await terminal.close();
    return [
      {
        what: "account terminal, nothing prepared",
        value: `${(cold / 1000).toFixed(1)} s`,
        aim: "none",
        held: true,
      },
      below({
        what: "account terminal opened, prepared",
        value: median(opening),
        below: 1500,
        unit: "ms",
      }),
      {
        ...below({
          what: `CLI command, warm, median of ${times.length}`,
          value: median(times),
          below: 400,
          unit: "ms",
        }),
        ...(failed ? { held: false } : {}),
      },
      below({ what: "boto3 script, warm", value: median(scripts), below: 400, unit: "ms" }),
    ];
  } finally {
    await sandbox.close();
    rmSync(cacheFolder, { recursive: true, force: true });
  }
}

async function run(terminal: OpenRun) {
  const times: number[] = [];
  let failed = 0;
  for (let round = 0; round <= rounds; round++) {
    for (const command of commands) {
      let exit: unknown = null;
      const ms = await timed(async () => {
        exit = ((await terminal.send({ run: command })).result as { exit: number } | null)?.exit;
      });
      if (exit !== 0) failed += 1;
      // The first round reads each service's model.
      if (round > 0) times.push(ms);
    }
  }
  return { times, failed };
}

async function timedScripts(terminal: OpenRun): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const ms = await timed(() => terminal.send({ run: "python main.py" }));
    if (round > 0) times.push(ms);
  }
  return times;
}

function job(): Job {
  const everything = { Effect: "Allow", Action: "*", Resource: "*" };
  const all = { Version: "2012-10-17", Statement: [everything] };
  const users = [{ name: "ana", keys: 1, inline: { all } }, { name: "bo" }];
  const world = buildWorld(
    {
      format: 1,
      now: "2026-03-02T09:00:00Z",
      start: "arn:aws:iam::111111111111:user/ana",
      accounts: [
        {
          id: "111111111111",
          name: "Shop",
          iam: { users },
          s3: { buckets: [{ name: "tidepool" }] },
        },
      ],
    },
    "bench",
  );
  const { accessKeyId, secretAccessKey } = world.start!;
  const env = { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey };
  return {
    language: "python",
    image: "aws",
    files: { "main.py": script },
    input: { env },
    services: { aws: sandboxDoor(world) },
    limits: { timeMs: 30_000 },
  };
}
