import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { toAppError } from "@loopwright/core";
import { afterAll, expect, test } from "vitest";
import { stringify } from "yaml";

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

const trusts = (principal: object) =>
  policy({ Effect: "Allow", Principal: principal, Action: "sts:AssumeRole" });
const all = { all: policy({ Effect: "Allow", Action: "*", Resource: "*" }) };

/** Two members of an organisation; `limits` is what it lays on them. */
const worldOf = (limits: object[] = []) => ({
  format: 1,
  now: "2026-03-02T09:00:00Z",
  organisation: {
    managementAccount: "999999999999",
    units: [{ name: "Workloads", accounts: ["111122223333", "222222222222"] }],
    policies: limits,
  },
  accounts: [
    { id: "999999999999", name: "root" },
    {
      id: "111122223333",
      name: "shop",
      iam: {
        users: [
          {
            name: "ana",
            inline: {
              code: policy({
                Effect: "Allow",
                Action: ["lambda:UpdateFunctionCode", "lambda:InvokeFunction"],
                Resource: "*",
              }),
            },
          },
        ],
        roles: [
          { name: "report", trust: trusts({ Service: "lambda.amazonaws.com" }), inline: all },
        ],
      },
      regions: { "eu-west-1": { lambda: { functions: [{ name: "report", role: "report" }] } } },
    },
    {
      id: "222222222222",
      name: "data",
      iam: {
        roles: [
          {
            name: "reader",
            trust: trusts({ AWS: "arn:aws:iam::111122223333:role/report" }),
            inline: all,
          },
        ],
      },
    },
  ],
});
const limit = (type: string, statement: object) => ({
  name: "guard",
  type,
  document: policy({ Effect: "Deny", Resource: "*", ...statement }),
  targets: ["Workloads"],
});
const world = saved("world.yaml", stringify(worldOf()));
const report = "arn:aws:iam::111122223333:role/report";

test.each<[string, object[], string[], string[]]>([
  ["as it is", [], [], [`becomes administrator of 111122223333, as ${report}`]],
  [
    "from the administrator of one account into the other",
    [],
    ["--from", report],
    ["becomes administrator of 222222222222, as arn:aws:iam::222222222222:role/reader"],
  ],
  ["where a service control policy stops it", [limit("scp", { Action: "lambda:Update*" })], [], []],
  [
    "where a resource control policy stops it",
    [
      limit("rcp", {
        Principal: "*",
        Action: "sts:AssumeRole",
        Condition: { StringNotEquals: { "aws:PrincipalAccount": "222222222222" } },
      }),
    ],
    ["--from", report],
    [],
  ],
])("a world %s", async (name, limits, more, told) => {
  const file = saved(`${name}.yaml`, stringify(worldOf(limits)));
  const { status, stdout } = await escalations(file, ...more);
  expect(status).toBe(told.length > 0 ? 1 : 0);
  expect(stdout).toMatch(/^2 accounts, 3 users and roles, 2 of them administrators/);
  for (const one of told) expect(stdout).toContain(one);
});

test("a world may be JSON, and its own clock counts", async () => {
  const until = { DateLessThan: { "aws:CurrentTime": "2026-03-03T00:00:00Z" } };
  const past = worldOf([limit("scp", { Action: "lambda:Update*", Condition: until })]);
  const closed = await escalations(saved("closed.json", past));
  const open = await escalations(saved("open.json", { ...past, now: "2026-03-04T00:00:00Z" }));
  expect([closed.status, open.status]).toEqual([0, 1]);
});

test.each<[string, string[], RegExp]>([
  [
    "broken YAML",
    [saved("broken.yaml", "accounts: [\n  - id")],
    /That is no YAML: .*\nWhere: .*broken\.yaml/s,
  ],
  ["a text", [saved("notes.txt", "nothing of the kind")], /neither a world nor what IAM lists/],
  ["YAML that is no world", [saved("other.yaml", "services: {}")], /no user and no role/],
  [
    "a world that cannot be built",
    [saved("half.yaml", "format: 1\naccounts: []")],
    /The world cannot be built: .*\nWhere: .*half\.yaml: now/,
  ],
  [
    "a world in which nobody is",
    [
      saved(
        "void.yaml",
        stringify({
          ...worldOf(),
          accounts: [
            { id: "999999999999", name: "root" },
            { id: "111122223333", name: "shop" },
            { id: "222222222222", name: "data" },
          ],
        }),
      ),
    ],
    /The world has no user and no role/,
  ],
  ["two worlds", [world, world], /A world stands alone/],
  ["a world and an account", [account, world], /A world stands alone/],
  ["a world with policies beside it", [world, "--scp", denied], /A world stands alone/],
])("%s: a clear word", async (_name, args, said) => {
  expect(await escalations(...args)).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(said),
  });
});
