import { describe, expect, test } from "vitest";

import { attackOf } from "./attack.ts";
import { readDrawing } from "../drawing/read.ts";
import { graded, verdicts } from "../fixtures/model.ts";
import { designKey, safeDesign, unsafeDesign } from "../fixtures/design.ts";

const design = { brief: { mode: "design" as const }, key: designKey };
/** The same idea in other names, with a queue between. */
const otherDesign = `
zone net 5
zone aws 90
actor visitor in net: Visitor
process uploader in aws: Uploader <aws-lambda>
store quarantine in aws: Quarantine <aws-s3>
process av in aws: Virus check <malware-scanner>
store public in aws: Checked <aws-s3>
process cdn in aws: Delivery <aws-cloudfront>
visitor -> uploader: put [HTTPS, token]
uploader -> quarantine
av -> quarantine
av -> public
cdn -> public
`;

describe("properties of a design", () => {
  test.each<[string, string, string]>([
    ["a safe design", safeDesign, "property-scanned met, property-known-guests met"],
    ["another safe design", otherDesign, "property-scanned met, property-known-guests met"],
    ["a way around the scan", unsafeDesign, "property-scanned missed, property-known-guests met"],
    [
      "no authentication",
      safeDesign.replace("send [HTTPS, session]", "send [HTTPS]"),
      "property-scanned met, property-known-guests missed",
    ],
    ["nothing", "", "property-scanned missed, property-known-guests missed"],
    [
      "parts without flows",
      safeDesign.replace(/^\w+ -> .*\n/gm, ""),
      "property-scanned missed, property-known-guests missed",
    ],
  ])("%s", async (_name, model, found) => {
    expect(verdicts(await graded("draw", { model }, design))).toBe(found);
  });

  test("says where the way around leads, and what to draw instead", async () => {
    const { criteria, remarks } = await graded("draw", { model: unsafeDesign }, design);
    expect(criteria[0]?.note).toBe("a way leads around: Upload API → Arrivals → Gallery");
    expect(remarks[0]).toMatchObject({ weight: "essential", criterion: "property-scanned" });
    expect(remarks[0]?.text).toMatch(/^Let the gallery read the clean store alone\./);
  });
});

describe("what the rules find on a design is answered", () => {
  const findings = attackOf(readDrawing(safeDesign).model);
  const [first] = findings;
  const answered = async (replies: object[], more: object = {}, model = safeDesign) => {
    const answers = { draw: { model } };
    const given = await graded("threats", { replies, ...more }, { ...design, answers });
    return verdicts(given, "finding-1", "finding-5");
  };
  const reply = (response: string, text: string) => [{ finding: first!.id, response, text }];
  const mitigation = first!.rule.mitigations[0]!.text;

  test("five different rules speak, the worst first", () => {
    expect(findings).toHaveLength(5);
    expect(new Set(findings.map(({ rule }) => rule.id)).size).toBe(5);
  });

  test.each<[string, object[], string]>([
    ["not at all", [], "finding-1 missed, finding-5 missed"],
    ["by what the rule knows", reply("mitigate", mitigation), "finding-1 met, finding-5 missed"],
    [
      "in words that are not known",
      reply("mitigate", "We hold a party about it in the garden next week."),
      "finding-1 unsure, finding-5 missed",
    ],
    ["with a word", reply("mitigate", "Fixed."), "finding-1 missed, finding-5 missed"],
    [
      "accepted with a reason",
      reply("accept", "Three people use it, and the owner of the album takes that risk until May."),
      "finding-1 met, finding-5 missed",
    ],
    [
      "accepted without one",
      reply("accept", "We accept that one."),
      "finding-1 partly, finding-5 missed",
    ],
    [
      "every one accepted",
      findings.map(({ id }) => ({
        finding: id,
        response: "accept",
        text: "The owner of the album takes that risk until the end of May.",
      })),
      "finding-1 met, finding-5 missed",
    ],
  ])("%s", async (_name, replies, found) => expect(await answered(replies)).toBe(found));

  test("by a control in the drawing, and not by deleting the part", async () => {
    const { subject } = first!;
    const without = safeDesign
      .split("\n")
      .filter((line) => !line.includes(subject))
      .join("\n");
    expect(await answered([], { model: without })).toMatch(/^finding-1 missed/);
    const line = safeDesign
      .split("\n")
      .find(
        (one) => one.includes(` ${subject} in `) || one.startsWith(subject.replace("-", " -> ")),
      );
    expect(line).toBeDefined();
  });

  test.each<[string, string, string]>([
    ["one property holds", unsafeDesign, "met"],
    ["none holds", unsafeDesign.replace("send [HTTPS, session]", "send [HTTPS]"), "missed"],
  ])("a good reply on a design of which %s", async (_held, model, verdict) => {
    const [finding] = attackOf(readDrawing(model).model);
    const text = finding!.rule.mitigations[0]!.text;
    const replies = [{ finding: finding!.id, response: "mitigate", text }];
    expect(await answered(replies, {}, model)).toBe(`finding-1 ${verdict}, finding-5 missed`);
  });

  test("an empty sheet has nothing to answer, and proves nothing", async () => {
    expect(await answered([], {}, "")).toBe("finding-1 missed, finding-5 missed");
  });
});
