import { describe, expect, it, test } from "vitest";

import { statement as shape, type Statement } from "../model/model.ts";
import { sampleModel } from "../model/sample.ts";
import { qualityOf } from "./quality.ts";

const good: Statement = {
  source: "signed-in customer",
  prerequisites: "with the number of another customer's upload",
  action: "replace that upload through the photo API",
  impact: "shops printing pictures that nobody ordered",
  goals: ["integrity"],
  assets: ["Customer photos"],
};

const failed = (change: Partial<Statement>, model = true) =>
  qualityOf({ ...good, ...change }, model ? sampleModel : undefined)
    .filter(({ ok }) => !ok)
    .map(({ id }) => id);

describe("good", () => {
  test.each<[string, Partial<Statement>]>([
    ["the example", {}],
    ["former employee", { source: "former employee" }],
    ["an attacker with a place", { source: "attacker on the same Wi-Fi" }],
    ["a device", { source: "compromised camera" }],
    ["an app beside ours", { source: "malicious app on the phone" }],
    ["internet user", { source: "unauthenticated internet user" }],
    ["stolen token", { prerequisites: "with a stolen session token" }],
    ["position on the way", { prerequisites: "between Mobile app and Photo API" }],
    ["one word", { prerequisites: "authenticated" }],
    ["who holds", { prerequisites: "who holds read access to the log group" }],
    ["physical", { prerequisites: "with physical access to the device" }],
    ["replay", { action: "replay a recorded unlock request" }],
    ["SQL", { action: "inject SQL into the search for orders" }],
    ["a named attack", { action: "run a credential stuffing attack on the sign-in page" }],
    ["two verbs, one action", { action: "read and change the settings of another home" }],
    ["guess", { action: "guess the object key" }],
    ["cost", { impact: "a bill that nobody expected and a stop of uploads" }],
    ["downtime", { impact: "no orders for 100 million customers on a sale day" }],
    ["four goals", { goals: ["Confidentiality", " integrity", "availability", "accountability"] }],
    ["an element", { assets: ["Photo API"] }],
    ["a part of a name", { assets: ["photos"] }],
    ["a flow", { assets: ["upload"] }],
    ["words around a name", { assets: ["the customer photos of all users"] }],
    [
      "mentions a control that lacks",
      { prerequisites: "because authentication is not enforced on the endpoint" },
    ],
    ["uses TLS itself", { action: "use HTTPS to send photos to a server of their own" }],
    ["uses a key", { action: "require the encryption keys of the tenant from the vault" }],
    ["200 characters", { impact: `${"x".repeat(98)} ${"y".repeat(101)}` }],
  ])("%s", (_name, change) => {
    expect(failed(change)).toEqual([]);
  });
});

describe("bad", () => {
  test.each<[Partial<Statement>, string[]]>([
    [{ source: "" }, ["source-specific"]],
    [{ source: "attacker" }, ["source-specific"]],
    [{ source: "An attacker" }, ["source-specific"]],
    [{ source: "hackers" }, ["source-specific"]],
    [{ source: "someone" }, ["source-specific"]],
    [{ source: "a malicious user" }, ["source-specific"]],
    [{ source: "external threat actor" }, ["source-specific"]],
    [{ source: "bad guys" }, ["source-specific"]],
    [{ prerequisites: "" }, ["prerequisites-position"]],
    [{ prerequisites: "with malicious intent" }, ["prerequisites-position"]],
    [{ prerequisites: "with enough time and skills" }, ["prerequisites-position"]],
    [{ prerequisites: "with access" }, ["prerequisites-position"]],
    [{ prerequisites: "with access to the system" }, ["prerequisites-position"]],
    [{ prerequisites: "who has the right tools" }, ["prerequisites-position"]],
    [{ action: "" }, ["action-concrete"]],
    [{ action: "attack" }, ["action-concrete"]],
    [{ action: "hack the system" }, ["action-concrete"]],
    [{ action: "exploit vulnerabilities" }, ["action-concrete"]],
    [{ action: "exploit known vulnerabilities in the application" }, ["action-concrete"]],
    [{ action: "gain unauthorised access to the system" }, ["action-concrete"]],
    [{ action: "launch an attack on the service" }, ["action-concrete"]],
    [{ action: "perform malicious actions" }, ["action-concrete"]],
    [{ action: "steal data" }, ["action-concrete"]],
    [{ action: "compromise customer data" }, ["action-concrete"]],
    [{ action: "access sensitive customer data" }, ["action-concrete"]],
    [{ action: "escalate privileges" }, ["action-concrete"]],
    [{ action: "cause a denial of service" }, ["action-concrete"]],
    [{ impact: "unauthorised access to customer data" }, ["impact-told"]],
    [{ impact: "data leakage" }, ["impact-told"]],
    [{ action: "can read photos of others" }, ["action-concrete"]],
    [{ action: "spoof" }, ["action-concrete"]],
    [{ action: "guess the code and then open the door" }, ["action-one"]],
    [{ action: "read photos of others. Delete the log" }, ["action-one"]],
    [{ action: "read photos and change names and delete logs and stop the queue" }, ["action-one"]],
    [{ impact: "" }, ["impact-told"]],
    [{ impact: "bad things" }, ["impact-told"]],
    [{ impact: "a security breach" }, ["impact-told"]],
    [{ impact: "loss of data and reputational damage" }, ["impact-told"]],
    [{ impact: "replacing that upload" }, ["impact-other"]],
    [{ impact: "the replacement of uploads through the photo API" }, ["impact-other"]],
    [{ goals: [] }, ["goal-known"]],
    [{ goals: ["security"] }, ["goal-known"]],
    [{ goals: ["confidentiality", "reputation"] }, ["goal-known"]],
    [{ assets: [] }, ["assets-named"]],
    [{ assets: ["data"] }, ["assets-named"]],
    [{ assets: ["the whole system"] }, ["assets-named"]],
    [{ assets: ["Customer photos", "card numbers"] }, ["assets-named"]],
    [{ impact: "x ".repeat(101) }, ["short"]],
    [{ assets: [`Customer photos ${"x".repeat(200)}`] }, ["short"]],
    [{ impact: "strangers seeing photos, so we should enforce MFA" }, ["no-solution"]],
    [{ action: "upload files; developers must validate input" }, ["action-one", "no-solution"]],
    [{ impact: "replaced pictures, which can be prevented by signing" }, ["no-solution"]],
    [{ prerequisites: "until we deploy a WAF at the edge" }, ["no-solution"]],
    [{ impact: "lost orders unless rate limiting is added to mitigate floods" }, ["no-solution"]],
    [{ action: "upload files unless using input validation" }, ["no-solution"]],
    [
      shape.parse({}),
      [
        "source-specific",
        "prerequisites-position",
        "action-concrete",
        "impact-told",
        "goal-known",
        "assets-named",
      ],
    ],
  ])("%j", (change, expected) => {
    expect(failed(change)).toEqual(expected);
  });
});

describe("checks", () => {
  it("have a hint exactly where they fail, and name their part", () => {
    for (const { ok, hint, title } of qualityOf(shape.parse({ source: "hacker" }), sampleModel)) {
      expect(hint === "").toBe(ok);
      expect(title).not.toBe("");
    }
    expect(qualityOf(shape.parse({}))[0]).toEqual({
      id: "source-specific",
      ok: false,
      title: "The source is specific",
      hint: "Name who or what begins it.",
      part: "source",
    });
  });

  it("take a name of the model for what it is, whatever its words are", () => {
    const data = [{ ...sampleModel.data[0]!, name: "Customer data" }];
    const impact = { ...good, impact: "loss of Customer data" };
    const told = (model?: typeof sampleModel) =>
      qualityOf(impact, model).find(({ id }) => id === "impact-told")?.ok;
    expect([told({ ...sampleModel, data }), told(sampleModel), told()]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("ask for names of the model only where there is one", () => {
    expect(failed({ assets: ["card numbers"] }, false)).toEqual([]);
    expect(failed({ assets: ["everything"] }, false)).toEqual(["assets-named"]);
  });

  it("read no further than the limit", () => {
    const long = "then and ".repeat(11_000);
    expect(failed({ source: long, action: long })).toEqual(["action-one", "short"]);
  });
});
