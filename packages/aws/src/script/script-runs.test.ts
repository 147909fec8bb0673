import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Sandbox } from "@loopwright/sandbox";

import { awsSandbox } from "../image/fixtures/sandbox.ts";
import { buildWorld } from "../world/build.ts";
import { ScriptRuns } from "./script-runs.ts";

type Ground = { declared: object; seed: string; region: string };
const worldOn = ({ declared, seed }: Ground) => buildWorld(declared, seed);

const all = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
const ground = (users: string[], throttles: object[] = []): Ground => ({
  seed: "any",
  region: "eu-west-1",
  declared: {
    format: 1,
    now: "2026-03-02T09:00:00Z",
    accounts: [
      {
        id: "111122223333",
        name: "shop",
        iam: { users: users.map((name) => ({ name, keys: 1, inline: { all } })) },
      },
    ],
    throttles,
    start: `arn:aws:iam::111122223333:user/${users[0]!}`,
  },
});

let sandbox: Sandbox;
let runs: ScriptRuns;
beforeAll(async () => {
  sandbox = await awsSandbox();
  runs = new ScriptRuns(sandbox, { timeMs: 10_000, outputBytes: 20_000, calls: 60 });
}, 300_000);
afterAll(async () => {
  await runs.close();
  await sandbox.close();
});

type Files = Record<string, string>;
const run = (source: string, on: Ground | null, files: Files = {}, args: string[] = []) =>
  runs.run(
    { entry: "main.py", args, files: { ...files, "main.py": source } },
    on && { world: worldOn(on), region: on.region },
  );

const listing = `import boto3
print(*sorted(u["UserName"] for u in boto3.client("iam").list_users()["Users"]))`;

describe("scripts, one after the other in one interpreter", () => {
  it("each meet an account of their own", async () => {
    const seen = [
      await run(listing, ground(["ana", "bo"])),
      await run(listing, ground(["cy"])),
      await run(listing, ground(["ana"])),
    ];
    expect(seen.map(({ stdout, exit }) => [stdout, exit])).toEqual([
      ["ana bo\n", 0],
      ["cy\n", 0],
      ["ana\n", 0],
    ]);
    expect(seen[1]!.calls).toMatchObject([{ service: "iam", operation: "ListUsers" }]);
  });

  it("leave each other nothing: no file, no variable, no name", async () => {
    await run(
      "import os, builtins\nopen('left.txt', 'w').write('x')\nos.environ['LEFT'] = '1'\nleft = 1",
      ground(["ana"]),
      { "data/in.txt": "a" },
    );
    const { stdout } = await run(
      "import os\nprint(sorted(os.listdir('.')), os.environ.get('LEFT'), 'left' in globals())",
      ground(["ana"]),
    );
    expect(stdout).toBe("['main.py'] None False\n");
  });

  it("have arguments, files, an exit code, and tell what they wrote", async () => {
    const source =
      "import sys\nopen('out.json', 'w').write(open(sys.argv[1]).read() * 2)\nsys.exit(3)";
    const seen = await run(source, null, { "in/a.txt": "ab" }, ["in/a.txt"]);
    expect(seen).toMatchObject({ exit: 3, written: { "out.json": "abab" }, calls: [] });
  });

  it("read files as they are, with bytes that are no UTF-8", async () => {
    const source = "print(open('in.txt', 'rb').read())";
    const { stdout } = await run(source, null, { "in.txt": "\uFEFFGr\uDCFC\uDCDFe\0" });
    expect(stdout).toBe(String.raw`b'\xef\xbb\xbfGr\xfc\xdfe\x00'` + "\n");
  });

  it("go on in the account as the run before left it, where the same one is given", async () => {
    const world = worldOn(ground(["ana"]));
    const source = `import boto3
iam = boto3.client("iam")
iam.create_user(UserName=f"u{len(iam.list_users()['Users'])}")`;
    const again = () =>
      runs.run(
        { entry: "main.py", args: [], files: { "main.py": source } },
        { world, region: "eu-west-1" },
      );
    const [first, second] = [await again(), await again()];
    expect([first.calls.length, second.calls.length]).toEqual([2, 2]);
    expect(second.calls[1]).toMatchObject({ input: { UserName: "u2" }, readOnly: false });
  });

  it("without an account are told so", async () => {
    const { exit, stderr } = await run(listing, null);
    expect(exit).toBe(1);
    expect(stderr).toMatch(/Error/);
  });
});

/** The default of the SDK gives up after 20 seconds at most; more attempts, with time in between, get through. */
const patient = `import boto3
from botocore.config import Config
iam = boto3.client("iam", config=Config(retries={"mode": "standard", "max_attempts": 12}))
print(len(iam.list_users()["Users"]))`;
const impatient = `import boto3
from botocore.exceptions import ClientError
try:
    print(len(boto3.client("iam").list_users()["Users"]))
except ClientError as error:
    print(error.response["Error"]["Code"])`;

describe("a service that has too much to do", () => {
  const busy = () => ground(["ana"], [{ call: "iam:ListUsers", seconds: 25 }]);
  it("lets a patient script through", async () => {
    expect(await run(patient, busy())).toMatchObject({ stdout: "1\n", exit: 0 });
  });
  it("refuses one that asks as the SDK does by itself", async () => {
    expect((await run(impatient, busy())).stdout).toMatch(/^Throttling\n/);
  });
});

describe("what never ends, ends, and the next one is unharmed", () => {
  it.each<[string, string, string]>([
    ["a loop", "while True: pass", "time"],
    [
      "pages without end",
      "import boto3\niam = boto3.client('iam')\nwhile True: iam.list_users()",
      "calls",
    ],
    ["output without end", "while True: print('x' * 1000)", "output"],
  ])("%s", async (_name, source, end) => {
    const seen = await run(source, ground(["ana"]));
    expect(seen).toMatchObject({ end, exit: null });
    expect((await run(listing, ground(["ana"]))).stdout).toBe("ana\n");
  });

  it("recursion without end is the script's own error", async () => {
    const { end, exit, stderr } = await run("def f(): f()\nf()", ground(["ana"]));
    expect([end, exit]).toEqual(["finished", 1]);
    expect(stderr).toMatch(/RecursionError/);
  });

  it("a socket is not there", async () => {
    const source = "import socket\nsocket.create_connection(('127.0.0.1', 80), 1)";
    const { exit, stderr } = await run(source, ground(["ana"]));
    expect(exit).toBe(1);
    expect(stderr).toMatch(/Error/);
  });
});
