import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { toAppError } from "@loopwright/core";
import { readModel } from "@loopwright/threat-model/formats";

import { command } from "../../commands/model.ts";
import type { Run } from "../command.ts";
import { readEnv } from "../env.ts";
import { paintWith } from "../paint.ts";
import { linesIn } from "./line-of.ts";

const bin = fileURLToPath(new URL("../../bin/loopwright.js", import.meta.url));

const shop = `model Photo sharing
zone internet 0: Internet
zone cloud 80: AWS account
data photo restricted: Passport scans (personal)
process app in internet: Mobile app <mobile-app>
process api in cloud: Photo API <aws-lambda>
store photos in cloud: Photos <aws-s3> {photo}
app -> api: upload [HTTP, no encryption, no authentication] {photo}
api -> photos: keep [AWS API, sigv4] {photo}
mitigate m1 done: Require a signed URL
threat t1 T 4x5 on app by m1: Uploads are replaced
`;
const safer = shop.replace("HTTP, no encryption, no authentication", "HTTPS, session");
const ownRules = `format: 1
rules:
  - id: photos-abroad
    title: "{element} keeps photos abroad"
    stride: I
    cwe: [359]
    weight: 3
    note: Photos of customers stay in the region in which their owners live, whatever is cheaper.
    statement: { source: A person, prerequisites: "", action: reads photos, impact: harm, goals: [confidentiality] }
    mitigations: [{ text: Keep them in the region of the customer }]
    sources: ["https://example.com/"]
    on: element
    when: { technology: [aws-s3] }
`;

const home = process.cwd();
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "loopwright-model-"));
  const files = {
    "shop.tm": shop,
    "safer.tm": safer,
    "own.yaml": ownRules,
    "broken.tm": `${shop}zone moon 400\n`,
    "bad-rules.yaml": ownRules.replace("aws-s3", "aws-s4"),
    "dragon.json": '{"summary":{"title":"x"},"detail":',
    "no.json": '{"a":1}',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  process.chdir(folder);
});
afterAll(async () => {
  process.chdir(home);
  await rm(folder, { recursive: true });
});

type Ended = { code: number | null; out: string; err: string };

/** As from a shell: another process, its exit code and both its outputs. */
const fromShell = (...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const env = { ...process.env, NO_COLOR: "1" };
    const child = spawn(process.execPath, [bin, "model", ...args], { cwd: folder, env });
    let out = "";
    let err = "";
    child.stdout.on("data", (part) => (out += String(part)));
    child.stderr.on("data", (part) => (err += String(part)));
    child.once("close", (code) => resolve({ code, out, err }));
  });

/** The same verb without a process of its own, for what needs many runs. */
async function model(...args: string[]): Promise<Ended> {
  const ended: Ended = { code: 0, out: "", err: "" };
  const { values, positionals } = parseArgs({
    args,
    options: command.options!,
    allowPositionals: true,
  });
  try {
    const code = await command.run({
      positionals,
      options: values as Run["options"],
      env: readEnv(),
      paint: paintWith(false),
      say: (text) => (ended.out += `${text}\n`),
      note: (text) => (ended.err += `${text}\n`),
    });
    return { ...ended, code: code ?? 0 };
  } catch (error) {
    const { exitCode, message, where, next } = toAppError(error);
    return { ...ended, code: exitCode, err: `${message}\nWhere: ${where}\nNext: ${next}\n` };
  }
}

const read = async (name: string): Promise<string> => readFile(join(folder, name), "utf8");

it.each<[string, string[], number, RegExp]>([
  ["help", ["--help"], 0, /--fail-on[^]*Exit codes: 0 done[^]*1 findings/],
  ["a finding that counts", ["analyze", "shop.tm", "--fail-on", "high"], 1, /high[^]*or above|high\./],
  ["no such file", ["convert", "none.tm", "--to", "svg"], 4, /Where: none\.tm/],
])("ends as a shell expects: %s", async (_name, args, code, says) => {
  const ended = await fromShell(...args);
  expect([ended.code, ended.out + ended.err]).toEqual([code, expect.stringMatching(says)]);
}); // prettier-ignore

it.each<[string, string[], number, RegExp]>([
  ["no verb", [], 2, /A verb is missing[^]*analyze, diff, convert, report/],
  ["an unknown verb", ["fly"], 2, /no verb “fly”/],
  ["a verb of every object", ["constructor"], 2, /no verb “constructor”/],
  ["no file", ["analyze"], 2, /A model is missing/],
  ["a file that is not there", ["analyze", "none.tm"], 4, /cannot be opened[^]*Where: none\.tm/],
  ["a folder", ["analyze", "."], 4, /Name a file, not a folder/],
  ["a broken line", ["analyze", "broken.tm"], 2, /Where: broken\.tm: .*12/],
  ["broken JSON", ["analyze", "dragon.json"], 2, /Where: dragon\.json: line 1/],
  ["JSON of another kind", ["report", "no.json"], 2, /no format that is read/],
  ["no such severity", ["analyze", "shop.tm", "--fail-on", "x"], 2, /“x” is no severity/],
  ["rules with a wrong name", ["analyze", "shop.tm", "--rules", "bad-rules.yaml"], 2, /“aws-s4” is no technology[^]*Where: bad-rules\.yaml: rules\[0\]/],
  ["a baseline that is none", ["analyze", "shop.tm", "--baseline", "no.json"], 2, /of no known form/],
  ["no target", ["convert", "shop.tm"], 2, /--to is missing[^]*threat-composer/],
  ["an unknown target", ["convert", "shop.tm", "--to", "toString"], 2, /no format “toString”/],
  ["one model to compare", ["diff", "shop.tm"], 2, /The model after is missing/],
  ["two reports at once", ["report", "shop.tm", "--html", "--markdown"], 2, /either HTML or Markdown/],
  ["a file that cannot be written", ["report", "shop.tm", "--out", "none/x.md"], 2, /cannot be written/],
])("refuses or explains %s", async (_name, args, code, says) => {
  const ended = await model(...args);
  expect([ended.code, ended.out + ended.err]).toEqual([code, expect.stringMatching(says)]);
}); // prettier-ignore

describe("model analyze", () => {
  it("says what it found, and fails only when it is asked to", async () => {
    const plain = await model("analyze", "shop.tm");
    expect(plain).toMatchObject({ code: 0, out: expect.stringMatching(/Photo sharing shop\.tm\n {2}[1-9]\d* high/) }); // prettier-ignore
    expect(await model("analyze", "shop.tm", "--fail-on", "high")).toMatchObject({ code: 1 });
  });

  it.each<[string, string[]]>([
    ["JSON", ["--json"]],
    ["SARIF", ["--sarif", "base.sarif"]],
  ])("passes on what a baseline of %s knows, and on nothing else", async (_name, how) => {
    const first = await model("analyze", "safer.tm", ...how);
    const file = how[1] ?? "base.json";
    if (how.length === 1) await writeFile(join(folder, file), first.out);
    const fail = ["--fail-on", "low", "--baseline", file];
    expect(await model("analyze", "safer.tm", ...fail)).toMatchObject({ code: 0 });
    expect(await model("analyze", "shop.tm", ...fail)).toMatchObject({ code: 1 });
  });

  it("counts neither what was decided nor what a threat answers", async () => {
    const found = JSON.parse((await model("analyze", "safer.tm", "--json")).out) as {
      files: { findings: { id: string }[] }[];
    };
    const ids = found.files[0]!.findings.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(1);
    const [first, ...others] = ids;
    const answer = (state: string) =>
      `${safer}threat t9 on api: Answered\n  finding: ${first}\n  state: ${state}\n${others.map((id) => `decide ${id} accepted: Known\n`).join("")}`;
    for (const [state, code] of [["mitigated", 0], ["accepted", 0], ["open", 1]] as const) {
      await writeFile(join(folder, "answered.tm"), answer(state));
      const ended = await model("analyze", "answered.tm", "--fail-on", "low");
      expect([state, ended.code, ended.err]).toEqual([state, code, expect.any(String)]);
    }
  }); // prettier-ignore

  it("says on standard error what it had to guess", async () => {
    await writeFile(join(folder, "guess.tm"), `${shop}zone moon\n`);
    const ended = await model("analyze", "guess.tm", "--json");
    expect(ended.err).toMatch(/guess\.tm: line 12: The trust of moon/);
    expect(JSON.parse(ended.out)).toMatchObject({ files: [{ file: "guess.tm", format: "lines" }] });
  });

  it("takes a team's own rules, and several files", async () => {
    const ended = await model("analyze", "shop.tm", "safer.tm", "--rules", "own.yaml", "--json");
    const { files } = JSON.parse(ended.out) as {
      files: { file: string; findings: { id: string }[] }[];
    };
    expect(files.map(({ file }) => file)).toEqual(["shop.tm", "safer.tm"]);
    for (const { findings } of files) {
      expect(findings.map(({ id }) => id)).toContain("photos-abroad:photos");
    }
  });

  it("writes SARIF that points to the lines of the file", async () => {
    const ended = await model("analyze", "shop.tm", "--rules", "own.yaml", "--sarif", "out.sarif");
    expect(ended).toMatchObject({ code: 0, err: expect.stringContaining("Wrote out.sarif.") });
    const { runs } = JSON.parse(await read("out.sarif")) as {
      runs: { results: { ruleId: string; locations: unknown[] }[] }[];
    };
    const own = runs[0]!.results.find(({ ruleId }) => ruleId === "photos-abroad");
    expect(own!.locations[0]).toMatchObject({
      physicalLocation: { artifactLocation: { uri: "shop.tm" }, region: { startLine: 7 } },
    });
  });
});

describe("model diff", () => {
  it.each<[string, string[], RegExp]>([
    ["in sentences", [], /^- Flow “upload” is no longer encrypted, before tls: \d+ new threat/],
    ["as Markdown", ["--markdown"], /^## What it means\n\n- Flow “upload”[^]*## Changed/],
    ["as JSON", ["--json"], /^\{[^]*"appeared": \[\n\s+"[a-z-]+:app-api"/],
  ])("says what changed %s", async (_name, how, says) => {
    const ended = await model("diff", "safer.tm", "shop.tm", ...how);
    expect([ended.code, ended.out]).toEqual([0, expect.stringMatching(says)]);
  });

  it("says when nothing did", async () => {
    expect((await model("diff", "shop.tm", "shop.tm")).out).toBe("Nothing changed.\n");
  });
});

describe("model convert and report", () => {
  it.each<[string, RegExp]>([
    ["json", /^\{\s+"format": 1/],
    ["lines", /^model Photo sharing\n/],
    ["threat-composer", /"schema": 1/],
    ["threat-dragon", /"diagrams"/],
    ["otm", /"otmVersion"/],
    ["otm-yaml", /^otmVersion: /],
    ["csv", /Uploads are replaced/],
    ["mermaid", /^flowchart LR/],
    ["svg", /^<svg xmlns/],
  ])("converts to %s", async (to, says) => {
    const ended = await model("convert", "shop.tm", "--to", to);
    expect([ended.code, ended.out]).toEqual([0, expect.stringMatching(says)]);
  });

  it("says on standard error what is lost, and keeps the file clean", async () => {
    const ended = await model("convert", "shop.tm", "--to", "svg", "--out", "shop.svg");
    expect(ended).toMatchObject({
      code: 0,
      out: "",
      err: expect.stringMatching(/shop\.tm: lost: /),
    });
    expect(await read("shop.svg")).toMatch(/<\/svg>\n$/);
  });

  it("comes back from another tool's file with nothing changed", async () => {
    await model("convert", "shop.tm", "--to", "json", "--out", "shop.json");
    expect((await model("diff", "shop.tm", "shop.json")).out).toBe("Nothing changed.\n");
  });

  it.each<[string, string[], RegExp]>([
    ["Markdown", [], /^# Photo sharing\n/],
    ["HTML", ["--html"], /^<!doctype html>[^]*<svg/],
  ])("reports as %s", async (_name, how, says) => {
    const ended = await model("report", "shop.tm", ...how);
    expect([ended.code, ended.out]).toEqual([0, expect.stringMatching(says)]);
  });
});

it.each<[string, string, Record<string, number>]>([
  ["typed lines", shop, { app: 5, api: 6, photos: 7, "app-api": 8, "api-photos": 9 }],
  ["typed lines that turn back", "process a\nprocess b\nb <- a: x\na -> b: y\n", { "a-b": 3, "a-b-2": 4 }],
  ["JSON", '{"format":1,"title":"x",\n"elements":[\n{"id":"a","name":"A","type":"actor"},\n{"id":"b","name":"B","type":"store"}]}', { a: 3, b: 4 }],
])("finds the lines of parts in %s", (_name, text, expected) => {
  const { model, format } = readModel(text, "a.tm");
  const lineOf = linesIn({ file: "a.tm", model, format, text });
  const found = Object.keys(expected).map((id) => [id, lineOf(id)]);
  expect(Object.fromEntries(found)).toEqual(expected);
}); // prettier-ignore
