import { expect, test } from "vitest";

import { cards } from "./cards.ts";
import { mark, material, rightFindings } from "./fixture.ts";
import { gradeReview } from "./grade-review.ts";
import type { Finding } from "./answer.ts";

async function made(findings: Finding[], stage: "review" | "repair" = "review") {
  const answer = { findings };
  const grade = await gradeReview({ ...material, answer, ports: {} });
  return cards({ ...material, stage, answer, grade: { status: "graded", ...grade } });
}

test.each<[string, Finding[], string[]]>([
  ["nothing marked: the weightiest first", [], ["ownership", "injection"]],
  ["one found", [mark(6, 6, { cwe: 89 })], ["ownership"]],
  ["all found", rightFindings, []],
])("%s", async (_name, findings, ids) => {
  expect((await made(findings)).map(({ id }) => id)).toEqual(ids);
});

test("a card stands alone: the code on its front, the flaw on its back only", async () => {
  const [card] = await made([mark(6, 6, { cwe: 89 })]);
  expect(card?.front).toContain(
    "`app.py` from line 8: what is wrong here, and what does it cost a customer?\n\n~~~python\nline 8\n",
  );
  expect(card?.front).toContain("line 12\n");
  expect(card?.front).not.toMatch(/ownership|639|address/i);
  expect(card?.back).toMatch(/^\*\*Missing ownership check\*\* \(CWE-639/);
  expect(card?.back).toContain("Repair: Guard home addresses where it is read.");
});

test("the repair makes no cards", async () => {
  expect(await made([], "repair")).toEqual([]);
});
