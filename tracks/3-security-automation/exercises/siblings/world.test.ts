import { describe, expect, it } from "vitest";

import { siblings } from "./exercise.ts";
import { flaws } from "./flaws.ts";
import { lookalikes } from "./lookalikes.ts";

const opens = /(\bopen|send_file|deliver|remove|drop|read_text|read_bytes|unlink)\(/;
const made = (seed: string, size: number, traits: string[] = []) => {
  const { files, expected } = siblings.make({ seed, size, traits });
  return { files, ...expected(null) };
};

it("has fifteen forms and more of each, no two alike", () => {
  for (const all of [flaws, lookalikes]) {
    const shown = all.filter(({ family }) => family !== "unseen");
    expect(shown.length).toBeGreaterThan(15);
    expect(all.length - shown.length).toBeGreaterThan(5);
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  }
});

it("marks one line of each flaw, which opens a file, and none of what is safe", () => {
  const marked = flaws.map(({ id, text }) => ({
    id,
    lines: text.split("\n").filter((line) => line.endsWith(" #!")),
  }));
  expect(marked.filter(({ lines }) => lines.length !== 1)).toEqual([]);
  for (const { lines } of marked)
    expect(lines[0]).toMatch(/(\bopen|~send|~remove|read_text|read_bytes|unlink)\(/);
  expect(lookalikes.filter(({ text }) => text.includes("#!"))).toEqual([]);
});

describe.each(["a", "b", "c"])("a tree of seed %s", (seed) => {
  it.each([[[]], [["strangers"]], [["unreadable"]]])(
    "with %j reports lines that open",
    (traits) => {
      const { files, findings } = made(seed, 60, traits);
      for (const { path, line } of findings)
        expect(files[path!]!.split("\n")[Number(line) - 1]).toMatch(opens);
      const all = Object.values(files).join("\n");
      expect(all).not.toMatch(/#!|~[a-z]|\$[CTfnp]\b/);
      expect(new Set(findings.map(({ path, line }) => `${path} ${line}`)).size).toBe(
        findings.length,
      );
    },
  );

  it("names what is no Python, and nothing that is", () => {
    const { files, findings, unread, exit } = made(seed, 30, ["unreadable"]);
    expect([unread.length, exit]).toEqual([6, 2]);
    const odd = Object.entries(files).filter(
      ([, text]) =>
        text.startsWith("\uFEFF") || text.includes("latin-1") || text.includes("FORM ="),
    );
    expect(odd).toHaveLength(18);
    for (const [path] of odd) expect(unread).not.toContain(path);
    const withFindings = odd.filter(([path]) => findings.some((one) => one.path === path));
    expect(withFindings.length).toBeGreaterThan(8);
  });
});
