import { describe, expect, it, test } from "vitest";

import type { Model } from "../model/model.ts";
import { parseLines } from "./parse.ts";

const example = `model Photo sharing
  description: "Upload and share\\nphotos"
zone internet 0
zone cloud 80: AWS account
zone vpc 90 in cloud: Production VPC
data photo confidential: Customer photos (personal, content)
actor customer in internet: Customer <person>
process app in internet: Mobile app <mobile-app>
process api in cloud: Photo API <aws-lambda> [rate limit, input validation]
store photos in cloud: Photos <s3> [encryption-at-rest] {photo}
customer -> app: uses
app -> api: upload [HTTPS, session] {photo}
api <-> photos: keep and fetch [AWS API, sigv4] {photo}
assume a1 confirmed: The phone is not rooted. about app
mitigate m1 done: Require a signed URL for each upload
  lowers: likelihood 2
threat t1 TI 4x5 on app, photos by m1: Uploads are replaced by a stranger
  goals: integrity, "reputation"
  cwe: CWE-345, 639
decide spoofed-client:app-api not-applicable: The app pins its key`;

describe("the example of the contract", () => {
  const { model, notices, problems } = parseLines(example);

  it("is read without a word of complaint", () => {
    expect({ notices, problems }).toEqual({ notices: [], problems: [] });
  });

  test.each<[string, unknown, unknown]>([
    ["model", model, { title: "Photo sharing", description: "Upload and share\nphotos" }],
    ["zone", model.zones[2], { id: "vpc", trust: 90, parent: "cloud", name: "Production VPC" }],
    ["zone without a name", model.zones[0], { id: "internet", trust: 0, name: "internet" }],
    [
      "data",
      model.data[0],
      { class: "confidential", name: "Customer photos", kinds: ["personal", "content"] },
    ],
    ["actor", model.elements[0], { type: "actor", technology: "person", zone: "internet" }],
    [
      "process",
      model.elements[2],
      { technology: "aws-lambda", controls: ["rate-limit", "input-validation"] },
    ],
    [
      "store",
      model.elements[3],
      { technology: "aws-s3", controls: ["encryption-at-rest"], data: ["photo"] },
    ],
    [
      "flow",
      model.flows[1],
      { id: "app-api", protocol: "https", authentication: "session", encryption: "tls" },
    ],
    [
      "flow both ways",
      model.flows[2],
      { bidirectional: true, protocol: "aws-api", authentication: "sigv4" },
    ],
    [
      "flow that says nothing",
      model.flows[0],
      { protocol: "", authentication: "unknown", encryption: "unknown" },
    ],
    [
      "assumption",
      model.assumptions[0],
      { state: "confirmed", text: "The phone is not rooted.", about: ["app"] },
    ],
    ["mitigation", model.mitigations[0], { state: "done", lowers: { likelihood: 2, impact: 0 } }],
    [
      "threat",
      model.threats[0],
      {
        stride: ["T", "I"],
        risk: { likelihood: 4, impact: 5 },
        targets: ["app", "photos"],
        mitigations: ["m1"],
        cwe: [345, 639],
      },
    ],
    [
      "decision",
      model.decisions[0],
      {
        finding: "spoofed-client:app-api",
        state: "not-applicable",
        reason: "The app pins its key",
      },
    ],
  ])("%s", (_name, part, expected) => {
    expect(part).toMatchObject(expected as object);
  });
});

const flow = (text: string) => parseLines(text).model.flows[0]!;

describe("a flow's brackets", () => {
  test.each([
    ["HTTPS", "https", "unknown", "tls", []],
    ["http", "http", "unknown", "none", []],
    ["HTTPS, session", "https", "session", "tls", []],
    ["aws api, SigV4", "aws-api", "sigv4", "tls", []],
    ["API key", "", "api-key", "unknown", []],
    ["gRPC, mTLS", "grpc", "mtls", "tls", []],
    ["gRPC, mutual TLS, no encryption", "grpc", "mtls", "none", []],
    ["SQL, TLS, password", "sql", "password", "tls", []],
    ["HTTPS, no encryption", "https", "unknown", "none", []],
    ["HTTPS, unknown encryption", "https", "unknown", "unknown", []],
    ["no authentication", "", "none", "unknown", []],
    ["plaintext, anonymous", "", "none", "none", []],
    ["unknown authentication", "", "unknown", "unknown", []],
    ["JWT, encrypted", "", "token", "tls", []],
    ["HTTPS, rate limit, HMAC", "https", "unknown", "tls", ["rate-limit", "message-signature"]],
    ["secret handshake", "", "unknown", "unknown", ["secret-handshake"]],
    ["", "", "unknown", "unknown", []],
    [" , ,", "", "unknown", "unknown", []],
  ])("[%s]", (words, protocol, authentication, encryption, controls) => {
    expect(flow(`a -> b: x [${words}]`)).toMatchObject({
      protocol,
      authentication,
      encryption,
      controls,
    });
  });
});

/** The ends of the first flow, and what was said about it. */
describe("friendly typing", () => {
  test.each([
    ["app -> api: upload", "app>api upload"],
    ["app->api:upload", "app>api upload"],
    ["app --> api: upload", "app>api upload"],
    ["app → api: upload", "app>api upload"],
    ["api <- app: upload", "app>api upload"],
    ["api<-app", "app>api app-api"],
    ["app <-> api", "app=api app-api"],
    ["app ↔ api", "app=api app-api"],
    ["app\t->\tapi\t:\tupload\t[HTTPS]", "app>api upload"],
    ["process app\nprocess API\nApp -> api: x", "app>API x"],
    ["first-app->second-api: x", "first-app>second-api x"],
    ["model -> store: x", "model>store x"],
    ['app -> api: "a [b] {c}" [HTTPS]', "app>api a [b] {c}"],
    ["app -> api: C# code #beta", "app>api C# code"],
    ["app -> api: HTTP: the tale", "app>api HTTP: the tale"],
    ["app -> api [HTTPS]: upload {x}", "app>api upload"],
  ])("%s", (text, expected) => {
    const { source, target, bidirectional, name } = flow(text);
    expect(`${source}${bidirectional ? "=" : ">"}${target} ${name}`).toBe(expected);
  });

  test.each<[string, string, (model: Model) => unknown, unknown]>([
    ["words in capitals", "ZONE a 10\nPROCESS b IN a", (m) => m.elements[0]?.zone, "a"],
    [
      "a text that is indented as a whole",
      "\n    zone a 10\n    process b in a\n      description: x",
      (m) => m.elements[0]?.description,
      "x",
    ],
    [
      "comments and blank lines",
      "# one\n\nzone a 1\n  # two\n\n  description: x",
      (m) => m.zones[0]?.description,
      "x",
    ],
    ["lines of Windows", "zone a 1\r\n  description: x\r\nzone b 2", (m) => m.zones.length, 2],
    ["a mark at the start", "\ufeffzone a 1", (m) => m.zones.length, 1],
    ["a zone without trust", "zone a: A", (m) => m.zones[0]?.trust, 50],
    ["later lines", "process a in b\nzone b 1", (m) => m.elements[0]?.zone, "b"],
    [
      "a threat without an id",
      "process a\nthreat S 3x4 on a: Someone else answers",
      (m) => m.threats[0],
      { id: "t1", stride: ["S"], targets: ["a"], risk: { likelihood: 3, impact: 4 } },
    ],
    [
      "an assumption without an id",
      "assume confirmed: The network is private",
      (m) => m.assumptions[0],
      { id: "a1", state: "confirmed", text: "The network is private" },
    ],
    [
      "states in two words",
      "mitigate m1 in progress: x",
      (m) => m.mitigations[0]?.state,
      "in-progress",
    ],
    [
      "keys in two words",
      "process a\n  Out of scope: bought in",
      (m) => m.elements[0]?.outOfScope,
      { reason: "bought in" },
    ],
    [
      "a quoted text that ends in about",
      'process app\nassume a1: "Nothing about app"',
      (m) => m.assumptions[0],
      { text: "Nothing about app", about: [] },
    ],
    [
      "a text that only sounds as if",
      "assume a1: Nobody cares about security",
      (m) => m.assumptions[0]?.text,
      "Nobody cares about security",
    ],
    ["brackets in a name of data", "data d: Photos (raw)", (m) => m.data[0]?.name, "Photos (raw)"],
    ["kinds before the name", "data d (personal): Photos", (m) => m.data[0]?.kinds, ["personal"]],
    ["a colon after model", "model: Photos", (m) => m.title, "Photos"],
    ["a stencil by its title", "store s <Amazon S3>", (m) => m.elements[0]?.technology, "aws-s3"],
    [
      "a stencil of nobody",
      "store s <Punch cards>",
      (m) => m.elements[0]?.technology,
      "punch-cards",
    ],
    [
      "a process of an end",
      "app -> api",
      (m) => m.elements.map(({ id, type }) => `${type} ${id}`),
      ["process app", "process api"],
    ],
    [
      "flows between the same ends",
      "a -> b\na -> b: x",
      (m) => m.flows.map(({ id }) => id),
      ["a-b", "a-b-2"],
    ],
  ])("%s", (_name, text, pick, expected) => {
    const { model, problems } = parseLines(text);
    expect(problems).toEqual([]);
    if (typeof expected === "object" && !Array.isArray(expected))
      expect(pick(model)).toMatchObject(expected as object);
    else expect(pick(model)).toEqual(expected);
  });

  it("says what it took for granted", () => {
    const text = "zone a\napp -> api: x [odd word]\nstore s <cards>\ndata d: Photos (raw)";
    expect(parseLines(text).notices.map(({ line, column }) => `${line}:${column}`)).toEqual([
      "1:1",
      "2:1",
      "2:8",
      "2:16",
      "3:10",
      "4:9",
    ]);
  });
});
