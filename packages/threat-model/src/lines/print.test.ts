import { expect, test } from "vitest";

import { sampleModel } from "../model/sample.ts";
import { parseLines } from "./parse.ts";
import { printLines } from "./print.ts";

test("a model as it is printed", () => {
  expect(printLines(sampleModel)).toBe(`model Photo sharing

zone internet 0: Internet
zone cloud 80: AWS account
zone vpc 90 in cloud: Production VPC

data photo confidential: Customer photos (personal)

process app in internet: Mobile app <mobile-app>
process api in vpc: Photo API <aws-lambda>
store photos in cloud: Photos <aws-s3> {photo}

app -> api: upload [HTTPS, session] {photo}
api -> photos: keep {photo}

assume a1: The phone is not rooted. about app, m1, t1

mitigate m1 done: Require a signed URL
  lowers: likelihood 2, impact 0
mitigate m2: Watch uploads
  lowers: likelihood 1, impact 1

threat t1 T 4x5 on app-api, api, cloud by m1, m2: Uploads are replaced
  finding: unsigned-upload:app-api

decide unsigned-upload:app-api accepted: For now
decide no-quota:photos not-applicable: Small
`);
});

/** What is typed, and how it is printed. */
test.each([
  ["zone a 10", "zone a 10"],
  ['zone a 10: ""', 'zone a 10: ""'],
  ["process a: A [validation, WAF]", "process a: A [input-validation, waf]"],
  ["process a <lambda>", "process a <aws-lambda>"],
  ["process a\n  technology: lambda", "process a\n  technology: lambda"],
  ["process a\n  controls: validation", "process a\n  controls: validation"],
  ["process a #one #two", "process a #one #two"],
  ['process a\n  tags: ["one two"]', "process a\n  tags: one two"],
  ['process a\n  tags: ["a, b"]', 'process a\n  tags: ["a, b"]'],
  ['process a: "x <y>"', 'process a: "x <y>"'],
  [
    `process a\n  description: "\\n${"[".repeat(80)}"`,
    `process a\n  description: "\\n${"[".repeat(80)}"`,
  ],
  ['process a: "x\\ny"', 'process a: "x\\ny"'],
  ['process a: "\u202ex"', 'process a: "\\u202ex"'],
  ["process a: עברית", "process a: עברית"],
  ["process a\n  out-of-scope:", 'process a\n  out-of-scope: ""'],
  ["process a\n  position: -0, 1", "process a\n  position: -0, 1"],
  ["process a\n  position: -1.5, 2e3", "process a\n  position: -1.5, 2000"],
  ["a -> a [HTTPS, no encryption]", "a -> a [HTTPS, no encryption]"],
  ["a -> a [gRPC, mTLS, unknown encryption]", "a -> a [gRPC, mtls, unknown encryption]"],
  ["a -> a\n  id: loop", "a -> a\n  id: loop"],
  ["a -> a\n  protocol: pigeon", "a -> a\n  protocol: pigeon"],
  ["a -> a\n  route: 1,2 3,4", "a -> a\n  route: 1,2 3,4"],
  ["a -> gone\n  loose: target", "a -> gone\n  loose: target"],
  ["data d: Photos (raw)", 'data d: "Photos (raw)"'],
  ["assume a1: x about gone", 'assume a1: "x about gone"'],
  ["assume a1: x\n  about: gone", "assume a1: x\n  about: gone"],
  ["mitigate x: y\n  owner: Team A", "mitigate x: y\n  owner: Team A"],
  ["threat: x\n  id: TI", "threat: x\n  id: TI"],
  ["threat t1 ti: x", "threat t1 TI: x"],
  [
    "threat t1\n  action: does\n  goals: integrity",
    "threat t1\n  action: does\n  goals: integrity",
  ],
  ["decide a:b accepted:", 'decide a:b accepted: ""'],
])("%j", (typed, expected) => {
  const printed = printLines(parseLines(typed).model);
  const lines = printed
    .replace(/^model ""\n\n?/, "")
    .replace(/^process a\n\n(?=a ->)/, "")
    .trimEnd();
  expect(lines).toBe(expected);
});
