import { describe, expect, test } from "vitest";

import { graded, keyInput, reference, verdicts } from "../fixtures/model.ts";

const threats = keyInput.threats.map(({ id, say, at, stride }) => {
  return { id, text: say, targets: at.slice(0, 1), stride: stride.slice(0, 1) };
});
const vague = {
  id: "vague",
  text: "An attacker could break the security of it in some way.",
  targets: ["album"],
  stride: ["I"],
};
const answers = { draw: { model: reference }, threats: { threats: [...threats, vague] } };
const one = (threat: string, more: object = {}) => ({
  threat,
  likelihood: 4,
  impact: 4,
  mitigations: "",
  why: "",
  ...more,
});
const good = [
  one("stranger", {
    mitigations: "Each picture belongs to one guest and we check the owner.",
    why: "It reaches every guest.",
  }),
  one("script", { mitigations: "We decode each upload." }),
  one("flood", { likelihood: 3, mitigations: "A quota for everybody." }),
];
const says = async (top: object[], more: object = {}, given: object = answers) =>
  verdicts(await graded("rank", { top, ...more }, { answers: given as typeof answers }));

describe("the order, and what is done", () => {
  test.each<[string, object[], string]>([
    ["all of it", good, "top met, mitigations met, risk met, says-scale met"],
    ["nothing", [], "top missed, mitigations missed, risk missed, says-scale missed"],
    [
      "one threat three times",
      [good[0]!, good[0]!, good[0]!],
      "top missed, mitigations missed, risk missed, says-scale met",
    ],
    [
      "what stands beyond the places that are asked for",
      [good[0]!, good[0]!, good[0]!, good[1]!, good[2]!],
      "top missed, mitigations missed, risk missed, says-scale met",
    ],
    ["two of three", good.slice(0, 2), "top met, mitigations met, risk met, says-scale met"],
    [
      "no figures",
      good.map((each) => ({ ...each, likelihood: null })),
      "top met, mitigations met, risk missed, says-scale met",
    ],
    [
      "upside down",
      [
        one("stranger", { likelihood: 1 }),
        one("script", { likelihood: 3 }),
        one("flood", { likelihood: 5 }),
      ],
      "top met, mitigations missed, risk partly, says-scale missed",
    ],
    [
      "mitigations that stop nothing",
      good.map((each) => ({ ...each, mitigations: "We train everybody twice a year." })),
      "top met, mitigations unsure, risk met, says-scale met",
    ],
    [
      "threats that were never named",
      [one("x"), one("y"), one("z")],
      "top missed, mitigations missed, risk missed, says-scale missed",
    ],
  ])("%s", async (_name, top, found) => expect(await says(top)).toBe(found));

  test("a threat may be ranked under its second sentence", async () => {
    const again = {
      ...threats[0]!,
      id: "again",
      text: "Guests can guess the number of an album and look at pictures of others.",
    };
    const given = { ...answers, threats: { threats: [...threats, again] } };
    expect(await says([one("again"), one("script")], {}, given)).toMatch(/^top met/);
    expect(await says([one("again"), one("stranger")], {}, given)).toMatch(/^top missed/);
  });

  test("a threat that was not recognised leaves the order open", async () => {
    const given = { ...answers, threats: { threats: [vague, threats[1]!] } };
    expect(await says([one("vague"), one("script")], {}, given)).toMatch(/^top unsure/);
  });

  test("without threats nothing is ranked", async () => {
    expect(await says(good, {}, { draw: { model: reference } })).toMatch(
      /^top missed, mitigations missed, risk missed/,
    );
  });
});

const sample = keyInput.summary.sample;
describe("the summary", () => {
  test.each<[string, string, string]>([
    ["the sample", sample, "says-stake met, says-next met, length met, plain-words met"],
    ["nothing", "", "says-stake missed, says-next missed, length missed, plain-words missed"],
    [
      "one sentence",
      "Strangers can see private pictures of our guests.",
      "says-stake met, says-next unsure, length missed, plain-words met",
    ],
    [
      "too long",
      `${sample} ${"We will tell you more about it when we know more. ".repeat(12)}`,
      "says-stake met, says-next met, length missed, plain-words met",
    ],
    [
      "in terms",
      "Strangers can see private pictures, since IDOR beats our RBAC and the JWT lacks an aud claim, while CSRF, SSRF and XSS await the WAF.",
      "says-stake met, says-next unsure, length missed, plain-words missed",
    ],
  ])("%s", async (_name, text, found) => {
    expect(verdicts(await graded("summary", { text }))).toBe(found);
  });
});
