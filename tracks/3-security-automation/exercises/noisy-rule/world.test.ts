import { expect, it } from "vitest";

import { noisyRule } from "./exercise.ts";

const seeds = ["a", "b", "c", "d"];
const commands = /\b(system|popen|getoutput|run|check_output|Popen)\(/;

/** What is right, read from the text of each function alone and not from what it was made of. */
function readTree(files: Record<string, string>): Set<string> {
  const found = new Set<string>();
  for (const [path, text] of Object.entries(files)) {
    if (path.split("/").includes("tests")) continue;
    const fixed = new Set([...text.matchAll(/^([A-Z]\w+) = "/gm)].map(([, name]) => name!));
    text.split("\n").forEach((line, index) => {
      if (!line.startsWith("    ") || /^\s*(#|""")|queue\./.test(line) || !commands.test(line))
        return;
      const rest = text.split("\n").slice(index);
      const end = rest.findIndex((one) => one.endsWith(")") || one.includes("# nosec"));
      const call = rest.slice(0, end + 1).join(" ");
      if (isShell(call) && varies(call, fixed)) found.add(`${path} ${index + 1}`);
    });
  }
  return found;
}

const isShell = (call: string): boolean =>
  /\b(system|popen|getoutput)\(/.test(call) || /shell=(?!False)/.test(call);

/** Whether a name is left once all that is fixed is taken away. */
function varies(call: string, fixed: ReadonlySet<string>): boolean {
  const command = call
    .replace(/,\s*(shell|check)=.*/, "")
    .replace(/^.*?\(\s*(args=)?/, "")
    .replace(/\)\.read\(\)/, ")");
  const bare = command
    .replaceAll(/(\w+\.)?\bquote\(\w+\)/g, "")
    .replaceAll(/f"([^"]*)"/g, (_, text: string) =>
      [...text.matchAll(/\{(\w*)\}/g)].map(([, name]) => name).join(" "),
    )
    .replaceAll(/"[^"]*"/g, "")
    .replaceAll(/#.*/g, "");
  return [...bare.matchAll(/[A-Za-z_]\w*/g)].some(([name]) => !fixed.has(name));
}

it.each(seeds)("what is right is right in the text of seed %s", (seed) => {
  for (const traits of [[], ["values"], ["quoted"], ["silenced"], ["folders"]]) {
    const made = noisyRule.make({ seed, size: 40, traits });
    const { findings } = made.expected(null);
    expect(new Set(findings.map(({ path, line }) => `${path} ${line}`))).toEqual(
      readTree(made.files),
    );
    expect(findings.length).toBeGreaterThan(20);
    expect(Object.values(made.files).some((text) => text.includes("#!"))).toBe(false);
  }
});
