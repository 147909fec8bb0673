import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const bin = fileURLToPath(new URL("../bin/loopwright.js", import.meta.url));
const exemplars = fileURLToPath(
  new URL(
    "../../../tracks/2-secure-code-review/drills/order-api/answer/exemplars",
    import.meta.url,
  ),
);

const drills = (path: string) => fileURLToPath(new URL(`../../../tracks/${path}`, import.meta.url));
const orderApi = drills("2-secure-code-review/drills/order-api");
const csrf = drills("8-interview-scenarios/drills/web-csrf-samesite");

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "loopwright-cli-"));
});
afterAll(() => rm(folder, { recursive: true }));

type Ended = { code: number | null; out: string; err: string };

type Given = { input?: string; env?: Record<string, string> };

function loopwright(args: string[], { input = "", env: more = {} }: Given = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const env = { ...process.env, LOOPWRIGHT_DATA: join(folder, "data"), NO_COLOR: "1", ...more };
    const child = spawn(process.execPath, [bin, ...args], { env });
    let out = "";
    let err = "";
    child.stdout.on("data", (part) => (out += String(part)));
    child.stderr.on("data", (part) => (err += String(part)));
    child.stdin.on("error", () => {}); // It may stop reading an answer that is too large.
    child.stdin.end(input);
    child.once("close", (code) => resolve({ code, out, err }));
  });
}

const write = async (name: string, value: unknown): Promise<string> => {
  const file = join(folder, name);
  await writeFile(file, typeof value === "string" ? value : JSON.stringify(value));
  return file;
};

it("begins a drill with a person's own code, outside of the repository", async () => {
  const env = { LOOPWRIGHT_DRILLS: join(folder, "own") };
  const code = join(folder, "code");
  await mkdir(join(code, "node_modules"), { recursive: true });
  await writeFile(join(code, "shop.py"), "\r\ndef pay(request):\r\n    return request.json\r\n");
  await writeFile(join(code, "logo.png"), Buffer.from([137, 80, 78, 71, 0, 1]));
  await writeFile(join(code, "node_modules", "lib.js"), "1\n");
  const made = await loopwright(["new-drill", "review", "my-shop", "--from", code], { env });
  expect(made).toMatchObject({ code: 0, out: expect.stringMatching(/Made .*my-shop/) });
  expect((await loopwright(["drills"], { env })).out).toMatch(/my-shop .*draft/);
  const shown = await loopwright(["show", "my-shop"], { env });
  expect(shown.out).toMatch(/shop\.py/);
  expect(shown.out).not.toMatch(/logo|lib\.js/);
  const answer = await write("found.json", nothingFound);
  expect((await loopwright(["grade", "my-shop", answer], { env })).out).toMatch(/FILL IN/);
  const checked = await loopwright(["check", join(env.LOOPWRIGHT_DRILLS, "my-shop")], { env });
  expect(checked.err).toMatch(/exemplar/);
}, 60_000);

it.each<[string, string[], RegExp]>([
  ["no folder of one's own", ["--from", "."], /Set LOOPWRIGHT_DRILLS/],
  ["no such folder", ["--from", "nowhere", "--into", "x"], /cannot be read/],
])("does not begin a drill with %s", async (_, more, problem) => {
  const refused = await loopwright(["new-drill", "review", "mine", ...more]);
  expect(refused).toMatchObject({ code: 2, err: expect.stringMatching(problem) });
});

const nothingFound = { stages: { review: { findings: [] } }, actions: [] };

describe("loopwright", () => {
  it.each<[string, string[], number, RegExp]>([
    ["no verb", [], 0, /Usage: npx loopwright <verb>/],
    ["--help", ["--help"], 0, /Exit codes:/],
    ["help of a verb", ["grade", "--help"], 0, /<drill> <answer-file\|->/],
    ["drills", ["drills"], 0, /order-api/],
    ["drills of a track", ["drills", "--track", "secure-code-review"], 0, /order-api/],
    ["drills of another track", ["drills", "--track", "nothing"], 0, /No drills here/],
    ["a drill", ["show", "order-api"], 0, /## 1\. Find[\s\S]*orders\.py/],
    ["a schema", ["schema", "review"], 0, /"findings"/],
    ["an unknown verb", ["fly"], 2, /no verb “fly”/],
    ["an unknown option", ["drills", "--fly"], 2, /--help/],
    ["an unknown drill", ["show", "nothing"], 4, /no drill “nothing”/],
    ["an unknown kind", ["schema", "nothing"], 4, /Use one of: .*review/],
    ["a drill and no answer", ["grade", "order-api"], 2, /answer file is missing/],
    [
      "an answer file that is not there",
      ["grade", "order-api", "/nothing.json"],
      4,
      /cannot be opened/,
    ],
    ["a port that is none", ["start", "--port", "80000"], 2, /“80000” is no port/],
    ["a new drill of no kind", ["new-drill", "nothing", "x"], 2, /no such kind/],
    ["a new drill that exists", ["new-drill", "review", "order-api"], 2, /exists/],
  ])("%s", async (_name, args, code, says) => {
    const ended = await loopwright(args);
    expect([ended.code, ended.out + ended.err]).toEqual([code, expect.stringMatching(says)]);
  });

  it("refuses to prove a folder without drills", async () => {
    const ended = await loopwright(["check", folder]);
    expect([ended.code, ended.err]).toEqual([4, expect.stringMatching(/no drill here/)]);
  });

  it("refuses to measure where nothing is graded as prose", async () => {
    const ended = await loopwright(["calibrate", orderApi]);
    expect([ended.code, ended.err]).toEqual([4, expect.stringMatching(/graded as prose/)]);
  });

  it.each<[string, string[], RegExp]>([
    ["in a line", [], /100 %.*web-csrf-samesite/],
    ["as a table", ["--markdown"], /^\| web-csrf-samesite \| \d+ % \| 100 % /m],
    ["as JSON", ["--json"], /"pairs":\{"right":4,"of":4\}/],
  ])("measures the prose grader on a question, %s", async (_name, args, says) => {
    const ended = await loopwright(["calibrate", csrf, ...args]);
    expect([ended.code, ended.out]).toEqual([0, expect.stringMatching(says)]);
  });

  it("lists drills as JSON and nothing else", async () => {
    const { out } = await loopwright(["drills", "--json"]);
    expect(JSON.parse(out)).toContainEqual(expect.objectContaining({ id: "order-api", level: 2 }));
  });

  it("shows nothing of the answer", async () => {
    const { out } = await loopwright(["show", "order-api"]);
    expect(out).not.toMatch(/CWE-\d|missing-owner-check|nonce/);
  });
});

describe("loopwright grade", () => {
  it.each<[string, string | object, number, RegExp]>([
    ["what is no JSON", "{", 2, /not JSON/],
    ["an answer of another shape", { review: {} }, 2, /does not fit/],
    ["an answer without a stage", { stages: {} }, 2, /no stage/],
    ["an answer to an unknown stage", { stages: { flight: {} } }, 2, /no stage “flight”/],
    [
      "an answer whose field does not fit",
      { stages: { review: { findings: [{}] } } },
      2,
      /does not fit/,
    ],
    ["10 MB", "x".repeat(10_000_000), 2, /more/],
    ["deep JSON", `{"stages":${"[".repeat(50_000)}${"]".repeat(50_000)}}`, 2, /nested/],
  ])("refuses %s", async (name, answer, code, says) => {
    const file = await write(`${name.replaceAll(" ", "-")}.json`, answer);
    const ended = await loopwright(["grade", "order-api", file]);
    expect([ended.code, ended.err]).toEqual([code, expect.stringMatching(says)]);
    expect(ended.err).toMatch(/^Next: /m);
  });

  it("exits with 1 and names what is essential, from standard input", async () => {
    const input = JSON.stringify(nothingFound);
    const { code, out } = await loopwright(["grade", "order-api", "-"], { input });
    expect(code).toBe(1);
    expect(out).toMatch(/Does not pass: 0 of 100; passes at 70/);
    expect(out).toMatch(/Essential and not met: .*find-missing-owner-check/);
  });

  it("grades a repair by running it, and exits with 0 when it passes", async () => {
    const { readFile } = await import("node:fs/promises");
    const code = await readFile(join(exemplars, "scoped-queries/files/orders.py"), "utf8");
    const file = await write("repair.json", {
      stages: { repair: { files: { "orders.py": code } } },
    });
    const ended = await loopwright(["grade", "order-api", file, "--json"]);
    expect(ended.code).toBe(0);
    expect(JSON.parse(ended.out)).toMatchObject({
      drill: "order-api",
      passed: true,
      range: { low: 100, high: 100 },
      blockedBy: [],
    });
  });
});

describe("loopwright check", () => {
  const drills = join("tracks", "8-interview-scenarios", "drills");
  const two = ["ai-agent-with-tools", "ai-llm-assisted-review"].map((id) => join(drills, id));

  it("takes several paths, each drill once", async () => {
    const [first, second] = two as [string, string];
    const ended = await loopwright(["check", first, second, first, "--json"]);
    const { proofs, failed } = JSON.parse(ended.out);
    expect(proofs.map(({ id }: { id: string }) => id)).toEqual([
      "ai-agent-with-tools",
      "ai-llm-assisted-review",
    ]);
    expect({ failed, code: ended.code }).toEqual({ failed: 0, code: 0 });
  });

  it("refuses a path at which nothing stands, also beside one that is good", async () => {
    const ended = await loopwright(["check", two[0]!, join(drills, "nothing")]);
    expect(ended.code).toBe(4);
    expect(ended.err).toContain("nothing");
  });
});

describe("loopwright new-drill", () => {
  it("makes a drill of scripts that proves itself", async () => {
    await loopwright(["new-drill", "script", "open-ports", "--into", folder]);
    const proof = await loopwright(["check", join(folder, "open-ports")]);
    expect(proof).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+ passed, 0 failed/) });
  });

  it("makes a drill that proves itself, and that fails without confinement or without a hidden test", async () => {
    const made = await loopwright(["new-drill", "review", "case-notes", "--into", folder]);
    expect(made).toMatchObject({ code: 0 });
    const drill = join(folder, "case-notes");
    const proof = await loopwright(["check", drill]);
    const unconfined = await loopwright(["check", drill], { env: { LOOPWRIGHT_SANDBOX: "off" } });
    expect(unconfined).toMatchObject({
      code: 1,
      err: expect.stringMatching(/exemplar .* meets every criterion: .*unsure/),
    });
    expect(proof).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+ passed, 0 failed/) });
    const { readFile } = await import("node:fs/promises");
    const tests = join(drill, "answer/tests.yaml");
    const text = await readFile(tests, "utf8");
    await writeFile(tests, text.slice(0, text.lastIndexOf("  - name:")));
    const broken = await loopwright(["check", drill]);
    expect(broken.code).toBe(1);
    expect(broken.err).toMatch(/2 exploit tests; at least 3/);
  });
});

describe("export, import and backup", () => {
  const env = (name: string) => ({ env: { LOOPWRIGHT_DATA: join(folder, name) } });

  it("carry everything from one data folder to another", async () => {
    const file = join(folder, "all.jsonl.gz");
    expect(await loopwright(["export", file], env("from"))).toMatchObject({ code: 0 });
    expect(await loopwright(["export", file], env("from"))).toMatchObject({
      code: 5,
      err: expect.stringMatching(/a file of this name already/),
    });
    expect(await loopwright(["import", file], env("to"))).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Imported: 0 attempts, 0 documents, 0 reviews of cards\./),
    });
    const saved = await loopwright(["backup"], env("to"));
    expect(saved).toMatchObject({ code: 0, out: expect.stringMatching(/backups.*\.jsonl\.gz/) });
  });

  it.each<[string, () => Promise<string>, number, RegExp]>([
    ["that is not there", () => Promise.resolve(join(folder, "none.gz")), 4, /no such file/],
    ["that is none", () => write("text.gz", "hello"), 2, /no archive of Loopwright/],
  ])("import refuses a file %s", async (_name, file, code, words) => {
    const ended = await loopwright(["import", await file()], env("to"));
    expect(ended).toMatchObject({ code, err: expect.stringMatching(words) });
  });

  it("comes from a server that runs, and from the folder once that was killed", async () => {
    const data = join(folder, "served");
    const started = { ...process.env, LOOPWRIGHT_DATA: data, NO_COLOR: "1" };
    const server = spawn(process.execPath, [bin, "start", "--port", "0"], { env: started });
    await new Promise<void>((resolve, reject) => {
      server.stdout.on("data", (part) => String(part).includes("Ctrl+C") && resolve());
      server.once("close", () => reject(new Error("the server ended")));
    });
    const whileItRuns = await loopwright(["export", join(folder, "running.gz")], env("served"));
    server.removeAllListeners("close");
    const ended = new Promise((resolve) => server.once("close", resolve));
    server.kill("SIGKILL");
    await ended;
    const afterwards = await loopwright(["export", join(folder, "killed.gz")], env("served"));
    expect([whileItRuns.code, afterwards.code]).toEqual([0, 0]);
  });
});
