import { expect, test } from "vitest";

import type { Exemplar, Json, WrongAnswer } from "@loopwright/core";

import { material, portsRunning } from "./fixture.ts";
import { proveMutants } from "./prove-mutants.ts";

const starter = material.files["app.py"]!;
/** The starter with both flaws closed, each by a line of its own. */
const repaired = `closes injection\n${starter}closes ownership\n`;

const exemplar = (text: string): Exemplar => ({
  slug: "both",
  title: "Both",
  note: "",
  answer: { stages: { repair: { files: { "app.py": text } } }, actions: [] },
});

const wrong = (flaw: string, fails = [`fix-${flaw}`], meets = ["keeps"]): WrongAnswer => ({
  ...exemplar(repaired),
  slug: `leaves-${flaw}`,
  expect: { belief: "One is enough to close them all.", fails, meets },
});

/** Functions hold; an attack fails where the program has the line that closes its flaw. */
const ports = portsRunning(async ({ files, input }) => {
  const { cases } = input as { cases: { steps: [{ http: { path: string } }] }[] };
  const reported = cases.map(({ steps: [{ http }] }) => {
    const number = Number(http.path.split("/").at(-1));
    const flaw = number < 2 ? "" : number < 5 ? "closes injection" : "closes ownership";
    const status = files["app.py"]!.includes(flaw) ? 200 : 500;
    return { steps: [{ kind: "http", status, headers: [], body: "" }] };
  });
  const result = { cases: reported } as unknown as Json;
  return { end: "finished", result, stdout: "", stderr: "", calls: [] };
});

const caught = async (exemplars: Exemplar[], wrongs: WrongAnswer[]) => {
  const lines = await proveMutants({ ...material, ports }, { exemplars, wrong: wrongs });
  return lines.map(({ ok }) => ok);
};

test.each<[string, Exemplar[], WrongAnswer[], boolean[]]>([
  ["each flaw has a hunk of its own", [exemplar(repaired)], [], [true, true]],
  ["there is no exemplar", [], [], [false, false]],
  [
    "one hunk closes both",
    [exemplar(`${starter}closes injection closes ownership\n`)],
    [],
    [false, false],
  ],
  [
    "a wrong repair leaves one of them alone",
    [],
    [wrong("injection", undefined, ["keeps", "fix-ownership"])],
    [true, false],
  ],
  ["a wrong repair says nothing of the other", [], [wrong("injection")], [false, false]],
  [
    "a wrong repair leaves both",
    [],
    [wrong("injection", ["fix-injection", "fix-ownership"])],
    [false, false],
  ],
])("%s", async (_, exemplars, wrongs, expected) => {
  expect(await caught(exemplars, wrongs)).toEqual(expected);
});
