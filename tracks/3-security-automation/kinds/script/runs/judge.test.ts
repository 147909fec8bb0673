import type { LoggedCall, ScriptRun } from "@loopwright/aws/script";
import { describe, expect, it } from "vitest";

import type { Criterion, ScriptBrief } from "../brief.ts";
import type { ScriptKey } from "../key.ts";
import { judgeRuns } from "./judge.ts";
import type { Seen } from "./seen.ts";

const schema = {
  type: "object",
  required: ["findings"],
  properties: { findings: { type: "array" } },
};
const call = (name: string, readOnly = true, error: string | null = null) => {
  const [service, operation] = name.split(":");
  return { service, operation, readOnly, error } as LoggedCall;
};
const right = JSON.stringify({ findings: [{ user: "ana" }] });
const clean: ScriptRun = {
  end: "finished",
  exit: 1,
  stdout: right,
  stderr: "",
  written: {},
  calls: [call("iam:ListUsers"), call("iam:UpdateAccessKey", false)],
  where: null,
};
const secret = "wJalrXUtnFEMI";

type Change = Partial<ScriptRun> & Pick<Partial<Seen>, "second" | "wrongAfter">;

/** What one run, changed in one way, makes of a criterion of this type. */
function verdictOf(type: Criterion["type"], { second = null, wrongAfter = [], ...run }: Change) {
  const criterion = {
    id: "one",
    type,
    title: "",
    weight: 1,
    essential: true,
    task: 1,
    atLeast: 0.5,
  };
  const brief = {
    criteria: [criterion],
    output: { schema, identity: ["user"], example: {} },
  } as unknown as ScriptBrief;
  const key = {
    needs: ["iam:ListUsers"],
    changes: ["iam:UpdateAccessKey"],
    budget: { base: 1, each: 1 },
  } as unknown as ScriptKey;
  const seen = {
    hidden: { id: "w", title: "A world", size: 2, traits: [], tells: ["one"] },
    made: { count: 2, secrets: ["of the world"] },
    expected: { findings: [{ user: "ana" }], unread: [], exit: 1 },
    run: { ...clean, ...run },
    secrets: [secret],
    second,
    wrongAfter,
  } as unknown as Seen;
  return judgeRuns({ brief, key }, [seen])["one"]!;
}

const types: Criterion["type"][] = [
  "findings",
  "recall",
  "precision",
  "format",
  "exit",
  "read-only",
  "privilege",
  "budget",
  "secrets",
  "repaired",
];
const calls = (...names: LoggedCall[]) => ({ calls: names });

describe("a criterion", () => {
  it.each(types)("%s is met by a run that is right", (type) => {
    expect(verdictOf(type, {}).verdict).toBe("met");
  });

  it.each<[Criterion["type"], string, Change]>([
    ["findings", "one that is missing", { stdout: '{"findings":[]}' }],
    ["recall", "one that is missing", { stdout: '{"findings":[]}' }],
    [
      "precision",
      "more that is wrong than right",
      { stdout: '{"findings":[{"user":"ana"},{"user":"bo"},{"user":"cy"}]}' },
    ],
    ["precision", "nothing at all", { stdout: '{"findings":[]}' }],
    ["format", "no JSON", { stdout: "done" }],
    ["exit", "another code", { exit: 0 }],
    ["read-only", "a change", calls(call("iam:DeleteUser", false))],
    [
      "read-only",
      "a change that was refused",
      calls(call("iam:DeleteUser", false, "AccessDenied")),
    ],
    [
      "read-only",
      "a change in the second run",
      { second: { ...clean, calls: [call("iam:DeleteUser", false)] } },
    ],
    ["privilege", "a call that nothing needs", calls(call("iam:ListRoles"))],
    [
      "budget",
      "more calls than are enough",
      calls(...Array.from({ length: 4 }, () => call("iam:ListUsers"))),
    ],
    ["secrets", "its key in the output", { stdout: `${right} `, stderr: secret }],
    ["secrets", "a secret of the world in a file", { written: { "a.txt": "of the world" } }],
    ["repaired", "what does not hold afterwards", { wrongAfter: ["the door is open"] }],
    ["repaired", "the same change again", { second: clean }],
  ])("%s fails for %s", (type, _what, change) => {
    expect(verdictOf(type, change).verdict).toBe("missed");
  });

  it.each(["recall", "precision"] as const)("%s is met at its share, and not above it", (type) => {
    const two = `{"findings":[{"user":"ana"},{"user":"bo"}]}`;
    expect(verdictOf(type, { stdout: two }).verdict).toBe("met");
  });

  it.each(types)("%s fails for a run that was stopped, and says why", (type) => {
    const { verdict, evidence } = verdictOf(type, { end: "calls", exit: null });
    expect(verdict).toBe("missed");
    expect(JSON.stringify(evidence)).toContain("more than 6,000 calls");
  });

  it.each(["read-only", "privilege", "budget", "secrets"] as const)(
    "%s is not met by a run that finds nothing",
    (type) => {
      expect(verdictOf(type, { stdout: '{"findings":[]}', calls: [] }).verdict).toBe("missed");
    },
  );

  it("tells what calls without measure would come to in a large account", () => {
    const four = calls(...Array.from({ length: 4 }, () => call("iam:ListUsers")));
    expect(JSON.stringify(verdictOf("budget", four).evidence)).toContain(
      "4 calls for 2 things; 3 are enough. 2,000 would take 4,000.",
    );
  });

  it("says where it ran", () => {
    expect(JSON.stringify(verdictOf("exit", { where: "browser" }))).toContain("in this browser");
  });
});
