import { expect, test } from "vitest";

import { saidOf, saidText } from "./said.ts";

const old = {
  title: "ORDER BY injection",
  cwe: [89],
  fix: "Bind it.",
  prevent: "One builder.",
  ask: "And columns?",
};
const whole = { ...old, say: "The sort is pasted.", scale: "A rule for all." };

test.each<[string, Parameters<typeof saidOf>[0], string[]]>([
  ["all of it", whole, ["say", "fix", "prevent", "scale", "ask"]],
  ["an older drill", old, ["fix", "prevent", "ask"]],
  ["a blank part", { ...old, say: " " }, ["fix", "prevent", "ask"]],
])("%s", (_name, flaw, ids) => {
  expect(saidOf(flaw).map(({ id }) => id)).toEqual(ids);
});

test("the copy names the flaw and its class", () => {
  expect(saidText(old)).toBe(
    "ORDER BY injection (CWE-89, SQL Injection)\n\nThe smallest safe repair: Bind it.\n\nWhat keeps the class out: One builder.\n\nAsked next: And columns?",
  );
});
