import { expect, test } from "vitest";

import { parseLines } from "../../lines/index.ts";
import type { Model } from "../../model/model.ts";
import { rule } from "../rule.ts";
import { analyseWith } from "./analyse.ts";

const told = {
  stride: "I",
  cwe: [],
  note: "A rule of this test, whose note says nothing more than that.",
  statement: { source: "", prerequisites: "", action: "", impact: "", goals: ["integrity"] },
  mitigations: [{ text: "Do the opposite." }],
  sources: ["https://example.com/"],
} as const;

const flowRule = (when: object, more: object = {}) =>
  rule.parse({
    ...told,
    id: "of-flow",
    on: "flow",
    title: "{source} to {target} by {flow}: {data}",
    when,
    ...more,
  });
const elementRule = (when: object, more: object = {}) =>
  rule.parse({
    ...told,
    id: "of-element",
    on: "element",
    title: "{element} with {data}, {unknown}",
    when,
    ...more,
  });

const read = (lines: string): Model => {
  const { model, problems } = parseLines(lines);
  expect(problems).toEqual([]);
  return model;
};

const shop = read(`
zone net 0: Internet
zone cloud 80: AWS account
data photos confidential: Customer photos (personal)
data news public: News
actor customer in net: Customer <person>
process api in cloud: Photo API <api> [rate limit]
store kept in cloud: Photos <s3> {photos}
store trail: Trail <log-store>
customer -> api: upload [HTTP] {photos, news}
api -> kept: keep [AWS API, sigv4, message-signature]`);

test.each([
  [
    "a crossing and who is asked",
    flowRule({ crosses: true, authentication: ["unknown"], encryption: ["none"] }),
    "Customer to Photo API by upload: Customer photos and News",
    [
      "Customer stands in Internet (trust 0), Photo API in AWS account (trust 80): the flow rises by 80",
      "nothing says how Photo API knows Customer",
      "it is not encrypted on the way",
    ],
    ["customer-api", "customer", "api", "net", "cloud"],
  ],
  [
    "data, a protocol and what is not stated, of both ends",
    flowRule(
      {
        protocol: ["http"],
        data: { atLeast: "internal" },
        lacks: ["csrf-protection"],
        target: { lacks: ["input-validation", "waf"] },
      },
      { unless: [{ source: { controls: ["hardware-key-storage"] } }] },
    ),
    "Customer to Photo API by upload: Customer photos",
    [
      "not stated for Photo API: input is validated, web application firewall",
      "“upload” speaks HTTP",
      "it carries Customer photos, confidential",
      "not stated for “upload”: CSRF protection",
      "not stated for Customer: keys in hardware",
    ],
    ["customer-api", "api", "customer"],
  ],
  [
    "a neighbour, a place and a control that is there",
    elementRule({
      groups: ["api"],
      trust: { atLeast: 50 },
      distance: { atMost: 1 },
      controls: ["rate-limit", "waf"],
      outgoing: { target: { groups: ["object-storage"] }, controls: ["message-signature"] },
      noOutgoing: { target: { groups: ["log", "monitoring"] } },
    }),
    "Photo API with Customer photos and News, {unknown}",
    [
      "Photo API is drawn as API",
      "Photo API stands in AWS account (trust 80)",
      "an attacker is one flow away from Photo API",
      "“keep” leads from Photo API to Photos",
      "Photos is drawn as Amazon S3",
      "stated for “keep”: messages are signed",
      "no flow is drawn from Photo API to log or monitoring",
      "stated for Photo API: rate limit",
    ],
    ["api", "cloud", "api-kept", "kept"],
  ],
  [
    "what stands outside of every zone, out of anybody's reach",
    elementRule({
      type: ["store"],
      trust: { atMost: 50 },
      distance: { atLeast: 9 },
      noIncoming: { data: {} },
    }),
    "Trail with its data, {unknown}",
    [
      "Trail stands outside of all zones (trust 50)",
      "no drawn path leads from outside to Trail",
      "no flow is drawn to Trail from anything of that kind",
    ],
    ["trail"],
  ],
])("says why: %s", (_, one, title, why, about) => {
  const { findings } = analyseWith(shop, [one]);
  expect(findings.map((each) => each.title)).toEqual([title]);
  expect(findings[0]!.why).toEqual(why);
  expect(findings[0]!.about).toEqual(about);
});

test("a score is drop × data × exposure × weight, and its severity follows", () => {
  const score = (weight: number, when: object) =>
    analyseWith(shop, [flowRule(when, { weight })]).findings.map((one) => one.score);
  expect(score(2, { protocol: ["http"] })).toEqual([
    { drop: 4, data: 3, exposure: 3, weight: 2, total: 72, severity: "high" },
  ]);
  expect(score(2, { protocol: ["http"], data: { atLeast: "public" } })[0]!.data).toBe(3);
  // No data is named on the way to the bucket, one flow further in, and no boundary is crossed.
  expect(score(3, { protocol: ["aws-api"] })).toEqual([
    { drop: 1, data: 2, exposure: 2, weight: 3, total: 12, severity: "medium" },
  ]);
  expect(score(1, { protocol: ["aws-api"] })[0]!.severity).toBe("low");
});

test("what stands behind a balancer is scored as if it were called itself", () => {
  const behind = read(`
zone net 0
zone cloud 80
data photos confidential: Photos
process spa in net
process edge in cloud <cdn>
process balancer in cloud <load-balancer>
process api in cloud <api>
process ledger in cloud <api>
edge -> balancer: pass on
balancer -> edge: a ring
balancer -> api: pass on {photos}
spa -> edge: upload {photos}
api -> ledger: post {photos}`);
  const { findings } = analyseWith(behind, [elementRule({ technology: ["api"] })]);
  expect(findings.map(({ subject, score }) => [subject, score.drop, score.exposure])).toEqual([
    ["api", 4, 3],
    ["ledger", 1, 1],
  ]);
});

test("of alternatives one is enough, and the first that holds is said", () => {
  const either = flowRule({
    any: [{ protocol: ["sql"] }, { source: { any: [{ type: ["store"] }, { groups: ["human"] }] } }],
  });
  const { findings } = analyseWith(shop, [either]);
  expect(findings.map(({ subject, why }) => [subject, why])).toEqual([
    ["customer-api", ["Customer is drawn as Person"]],
  ]);
});

const all = elementRule({});
const flows = flowRule({});
test("what is out of scope is not looked at: a part, and a flow between two such parts", () => {
  const model = read(`
process a
  out-of-scope: a partner's
process b
  out-of-scope: a partner's
process c
a -> b
a -> c
c -> b
  out-of-scope: agreed`);
  expect(analyseWith(model, [all]).findings.map((one) => one.subject)).toEqual(["c"]);
  expect(analyseWith(model, [flows]).findings.map((one) => one.subject)).toEqual(["a-c"]);
});

test("loose ends are left out and rings of zones are walked once", () => {
  const model = read(`
zone x 10
zone y 90 in x
process a in y
a -> a`);
  const ring: Model = {
    ...model,
    zones: model.zones.map((one) => ({ ...one, parent: one.id === "x" ? "y" : "x" })),
    flows: [...model.flows, { ...model.flows[0]!, id: "loose", target: "gone" }],
  };
  expect(analyseWith(ring, [all, flows]).findings.map((one) => one.id)).toEqual([
    "of-element:a",
    "of-flow:a-a",
  ]);
});

test("a decision and a threat that began as a finding are found by its id", () => {
  const model = read(`
process a
process b
threat t1
  finding: of-element:b
decide of-element:a accepted: for the pilot`);
  const { findings, shown } = analyseWith(model, [all]);
  expect(findings.map((one) => [one.decision?.state, one.threat])).toEqual([
    ["accepted", null],
    [undefined, "t1"],
  ]);
  expect(shown).toEqual(["of-element:b"]);
});

test("one of the silencers is enough, and names of a model are put in as they are", () => {
  const model = read(`
process a: "{data} $& <b>"
process b [waf]`);
  const silenced = elementRule({}, { unless: [{ controls: ["waf"] }, { type: ["store"] }] });
  expect(analyseWith(model, [silenced]).findings.map((one) => one.title)).toEqual([
    "{data} $& <b> with its data, {unknown}",
  ]);
});
