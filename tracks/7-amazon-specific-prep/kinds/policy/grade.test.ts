import type { Verdict } from "@loopwright/core";
import { describe, expect, it } from "vitest";

import type { WriteAnswer } from "./answer.ts";
import { extremes } from "./extremes.ts";
import { answered, lax, material, ports, right, start } from "./fixture.ts";
import { grade } from "./grade.ts";

const graded = (answer: WriteAnswer) =>
  grade({
    ...material,
    stage: "write",
    answer,
    seed: "1",
    actions: [],
    timing: null,
    earlier: {},
    answers: {},
    ports,
  });

const [allowAll, denyAll] = extremes(material.brief).map(
  ({ answer }) => answer.stages["write"] as WriteAnswer,
);

describe("the grade", () => {
  it.each<[string, WriteAnswer, Verdict[]]>([
    ["of policies that hold", answered(right), ["met", "met"]],
    ["of one that leaves a requirement open", answered(lax), ["met", "missed"]],
    ["of everything allowed", allowAll!, ["missed", "missed"]],
    ["of everything denied", denyAll!, ["missed", "missed"]],
    ["of the start, handed in again", answered(`${start}\n`), ["missed", "missed"]],
    ["of nothing", { documents: {} }, ["missed", "missed"]],
    ["of documents of another drill", { documents: { other: right } }, ["missed", "missed"]],
    ["of a text that is no policy", answered("{"), ["missed", "missed"]],
    ["of an empty document", answered("  "), ["missed", "missed"]],
    ["of one beyond AWS's size", answered(right + " ".repeat(21_000)), ["missed", "missed"]],
    ["of writing let through", answered(right.replace("s3:GetObject", "s3:*")), ["partly", "met"]],
  ])("%s", async (_name, answer, verdicts) => {
    const { criteria } = await graded(answer);
    expect(criteria.map(({ verdict }) => verdict)).toEqual(verdicts);
  });

  it("shows the trace of the first surprise", async () => {
    const { criteria, measures } = await graded(answered(lax));
    expect(criteria[1]).toMatchObject({
      note: "1 of 1 that should be allowed are, 0 of 1 that should be denied are",
      evidence: [
        {
          type: "decision",
          trace: [
            "reader reads receipts/3.pdf: should be denied.",
            "Reader: s3:GetObject on Receipts, /3.pdf, with aws:SecureTransport = false",
            "Allowed: Statement 1 of “Bucket policy”, which stands at the resource, grants it to the caller.",
            ...["resource control", "service control"].flatMap((gate) =>
              ["Root", "Shop"].flatMap((level) => [
                `${gate} (${level}) allows`,
                `  ${gate.startsWith("res") ? "RCPFullAWSAccess" : "FullAWSAccess"}: Statement 1 applies.`,
              ]),
            ),
            "resource allows",
            "  Bucket policy: Statement 1 applies.",
            "identity is silent",
          ],
        },
      ],
    });
    expect(measures).toMatchObject([{ value: 5, unit: "of 6" }]);
  });

  it("says what AWS refuses, and where", async () => {
    const { criteria, remarks } = await graded(answered(right.replace('"Action"', '"Acton"')));
    const words =
      "Bucket policy, line 1, column 124 (Statement[0].Acton): Has prohibited field Acton.";
    expect(criteria[0]?.evidence[0]).toEqual({ type: "reason", text: words });
    expect(remarks).toMatchObject([{ weight: "essential", text: expect.stringContaining(words) }]);
  });

  it.each([
    [
      "recommends first, and for the heaviest",
      lax,
      "actionable",
      /^Name the condition .*Asked next: How/,
    ],
    ["gives what to take along", right, "informative", /^Take along: A principal of everybody/],
  ])("%s", async (_name, text, weight, words) => {
    const { remarks } = await graded(answered(text));
    expect(remarks[0]).toMatchObject({ weight, text: expect.stringMatching(words) });
  });
});
