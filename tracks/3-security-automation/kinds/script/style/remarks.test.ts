import { awsImage } from "@loopwright/aws/image";
import { ScriptRuns } from "@loopwright/aws/script";
import { createSandbox, type Sandbox } from "@loopwright/sandbox";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

import { styleRemarks } from "./remarks.ts";

const cacheFolder = join(tmpdir(), "loopwright-aws-image");
let sandbox: Sandbox;
let runs: ScriptRuns;
beforeAll(async () => {
  sandbox = await createSandbox({ images: [awsImage({ cacheFolder })], warm: 0, cacheFolder });
  runs = new ScriptRuns(sandbox, { timeMs: 10_000, outputBytes: 100_000, calls: 10 });
}, 300_000);
afterAll(async () => {
  await runs.close();
  await sandbox.close();
});

const long = Array.from({ length: 45 }, (_, index) => `    x${index} = ${index}`).join("\n");

it.each<[string, RegExp[]]>([
  ["try:\n    f()\nexcept:\n    pass", [/^Line 3 catches everything and says nothing/]],
  [
    "for x in y:\n    try:\n        f()\n    except Exception:\n        continue",
    [/^Line 4 .* nothing/],
  ],
  ["try:\n    f()\nexcept Exception as e:\n    print(e)", [/^Line 3 catches every error/]],
  ["try:\n    f()\nexcept ClientError:\n    pass", []],
  ["def f(a=[]):\n    return a", [/the default of f is made once/]],
  ["def f(*, a={}):\n    return a", [/the default of f/]],
  ["list = [1]", [/new meaning to list/]],
  ["a == None", [/compares with None/]],
  ["a is None", []],
  ["text = open('a').read()", [/leaves it open/]],
  ["with open('a') as file:\n    text = file.read()", []],
  ["import json", [/json is imported and not used/]],
  ["import os.path\nos.path.join('a', 'b')", []],
  ["from a import b as c\nc()", []],
  ["from datetime import datetime\ndatetime.utcnow()", [/utcnow\(\) gives a time without a zone/]],
  [`def f():\n${long}`, [/f is longer than a screen/]],
  [long.replaceAll("    ", ""), [/^The whole program is one piece/]],
  ["def broken(:", []],
  ["(".repeat(5_000), []],
  ["\u0000", []],
  ["", []],
])("of %j", async (source, expected) => {
  const remarks = await styleRemarks(source, runs);
  expect(remarks.map(({ text }) => text)).toEqual(
    expected.map((pattern) => expect.stringMatching(pattern)),
  );
  expect(remarks.every(({ weight }) => weight === "informative")).toBe(true);
});

it("says three things at most, and what matters first", async () => {
  const source = "import json\nlist = 1\na == None\ntry:\n    f()\nexcept:\n    pass";
  const remarks = await styleRemarks(source, runs);
  expect(remarks).toHaveLength(3);
  expect(remarks[0]!.text).toMatch(/^Line 6 catches everything/);
});

it("never runs the program", async () => {
  expect(await styleRemarks("import sys\nsys.exit('ran')\nprint(1)", runs)).toEqual([]);
});
