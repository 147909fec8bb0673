import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { toAppError } from "@loopwright/core";
import { afterAll, expect, test } from "vitest";

import { command } from "../../commands/escalations.ts";
import type { Run } from "../command.ts";
import { readEnv } from "../env.ts";
import { paintWith } from "../paint.ts";

const bin = fileURLToPath(new URL("../../bin/loopwright.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "loopwright-escalations-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Ended = { status: number; stdout: string; stderr: string };

/** As `loopwright escalations` does it, without a process for each. */
async function escalations(...args: string[]): Promise<Ended> {
  const [said, noted]: [string[], string[]] = [[], []];
  const { values, positionals } = parseArgs({
    args,
    options: command.options ?? {},
    allowPositionals: true,
  });
  const ended = (status: number) => {
    return { status, stdout: said.join("\n"), stderr: noted.join("\n") };
  };
  try {
    const code = await command.run({
      positionals,
      options: values as Run["options"],
      env: readEnv(),
      paint: paintWith(false),
      say: (text) => said.push(text),
      note: (text) => noted.push(text),
    });
    return ended(code ?? 0);
  } catch (error) {
    const { message, where, exitCode } = toAppError(error);
    noted.push(message, `Where: ${where}`);
    return ended(exitCode);
  }
}

const saved = (name: string, value: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof value === "string" ? value : JSON.stringify(value));
  return path;
};

const ana = "arn:aws:iam::111122223333:user/ana";
const policy = (...Statement: object[]) => ({ Version: "2012-10-17", Statement });
const account = saved("account.json", {
  UserDetailList: [
    {
      UserName: "ana",
      Arn: ana,
      UserPolicyList: [
        {
          PolicyName: "self-service",
          PolicyDocument: policy({
            Sid: "Own",
            Effect: "Allow",
            Action: ["iam:PutUserPolicy", "lambda:UpdateFunctionCode"],
            Resource: "*",
          }),
        },
      ],
    },
  ],
});
const denied = saved("scp.json", {
  levels: [
    {
      name: "Root",
      accounts: ["*"],
      policies: [
        {
          name: "guard",
          document: policy(
            { Effect: "Allow", Action: "*", Resource: "*" },
            { Effect: "Deny", Action: "iam:Put*", Resource: "*" },
          ),
        },
      ],
    },
  ],
});

test("a path is printed with its calls and what allows them", async () => {
  const { status, stdout } = await escalations(account);
  expect(status).toBe(1);
  expect(stdout).toMatch(/^1 account, 1 user or role, 0 of them administrators: 1 proven/);
  expect(stdout).toContain(`becomes administrator of 111122223333, as ${ana}`);
  expect(stdout).toMatch(
    /iam:PutUserPolicy on .*user\/ana\n\s+statement 1 \(Own\) of “self-service”/,
  );
});

test("as JSON, in the shape that --help describes", async () => {
  const { status, stdout } = await escalations(account, "--json", "--from", ana);
  expect(status).toBe(1);
  const report = JSON.parse(stdout) as { paths: { steps: { calls: object[] }[] }[] };
  expect(report).toMatchObject({
    format: 1,
    accounts: ["111122223333"],
    principals: 1,
    administrators: [],
    cut: false,
    notices: [],
    paths: [
      {
        from: ana,
        gain: { kind: "administrator", account: "111122223333", as: ana, without: [] },
        proven: true,
        conditions: [],
        alternatives: 0,
        steps: [{ path: "iam-007", group: "self-escalation", from: ana, to: ana }],
      },
    ],
  });
  expect(report.paths[0]!.steps[0]!.calls).toEqual([
    {
      caller: ana,
      action: "iam:PutUserPolicy",
      resource: ana,
      context: {},
      reason: "allowed-by-identity",
      by: { policy: "self-service", statement: 1, sid: "Own" },
    },
  ]);
});

test("a service control policy that stops it leaves nothing to tell", async () => {
  expect(await escalations(account, "--scp", denied)).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("no path found"),
  });
});

const huge = saved("huge.json", "{}");
truncateSync(huge, 50_000_001);

test.each<[string, string[], number, RegExp]>([
  ["no file", [], 2, /files of the accounts are missing/],
  ["a file that is not there", [join(folder, "none.json")], 4, /cannot be read/],
  ["a folder", [folder], 4, /cannot be read/],
  ["more than fifty megabytes", [huge], 2, /may have 50000000 bytes; this has 50000001/],
  [
    "no JSON",
    [saved("broken.json", '{"UserDetailList": [')],
    2,
    /no JSON: .*\nWhere: .*broken\.json/,
  ],
  ["no account", [saved("empty.json", {})], 2, /no user and no role/],
  ["the same account twice", [account, account], 2, /111122223333 is given twice/],
  [
    "policies with a fault",
    [
      account,
      "--scp",
      saved("faulty.json", {
        levels: [
          { name: "Root", accounts: ["*"], policies: [{ name: "x", document: { Statement: 1 } }] },
        ],
      }),
    ],
    2,
    /Where: .*faulty\.json: levels\.0\.policies\.0\.document\.Statement/,
  ],
  [
    "two management accounts",
    [
      account,
      "--scp",
      saved("m1.json", { managementAccount: "999999999999", levels: [] }),
      "--rcp",
      saved("m2.json", { managementAccount: "888888888888", levels: [] }),
    ],
    2,
    /several management accounts: 999999999999, 888888888888/,
  ],
  ["a start that is nobody", [account, "--from", "eve"], 4, /no user or role eve/],
  [
    "resources of no known type",
    [
      account,
      "--resources",
      saved("resources.json", { resources: [{ type: "toaster", arn: "x" }] }),
    ],
    2,
    /resources\.0\.type/,
  ],
])("%s: a clear word and its exit code", async (_name, args, status, said) => {
  expect(await escalations(...args)).toMatchObject({ status, stderr: expect.stringMatching(said) });
});

test("the verb is there, and says what it takes", () => {
  const { status, stdout } = spawnSync(process.execPath, [bin, "escalations", "--help"], {
    encoding: "utf8",
  });
  expect(status).toBe(0);
  expect(stdout).toMatch(/get-account-authorization-details[^]*--scp <value>/);
});
