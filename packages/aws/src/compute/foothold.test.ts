import { describe, expect, it } from "vitest";

import { fittingAs } from "../services/ec2/test/fitting-as.ts";
import { shop } from "../services/ec2/test/shop.ts";
import { buildWorld } from "../world/build.ts";
import { curl } from "./curl.ts";
import { credentialsAt, footholdEnv, footholdOfStart, originAt } from "./foothold.ts";

const task = {
  name: "task",
  trust: {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: "ecs-tasks.amazonaws.com" },
        Action: "sts:AssumeRole",
      },
    ],
  },
};

/** The shop, with two containers on the instance web; one of them is a foothold. */
function built(start?: string) {
  const declared = structuredClone(shop);
  const [account] = declared.accounts;
  (account!.iam.roles as object[]).push(task, { ...task, name: "quiet" });
  const [web] = account!.regions!["eu-west-1"].ec2.instances as object[];
  const containers = [
    { name: "api", role: "task", shell: true },
    { name: "batch", role: "quiet" },
  ];
  Object.assign(web!, { containers });
  return buildWorld({ ...declared, ...(start ? { start } : {}) }, "s");
}

type Options = { HttpTokens?: string; HttpPutResponseHopLimit?: number; HttpEndpoint?: string };
const v2 = { HttpTokens: "required" };

describe("the credentials that code finds", () => {
  it.each<[Options, "metadata" | "metadata-v1" | "task", string, string | null]>([
    [{}, "metadata", "web", "web/i-web"],
    [{}, "metadata", "i-web", "web/i-web"],
    [{}, "metadata", "web/api", "web/i-web"],
    [{}, "metadata-v1", "web/api", "web/i-web"],
    [v2, "metadata", "web", "web/i-web"],
    [v2, "metadata-v1", "web", null],
    [v2, "metadata", "web/api", null],
    [{ ...v2, HttpPutResponseHopLimit: 2 }, "metadata", "web/api", "web/i-web"],
    [{ ...v2, HttpPutResponseHopLimit: 2 }, "metadata", "web/not-declared", "web/i-web"],
    [{ HttpEndpoint: "disabled" }, "metadata", "web", null],
    [{ HttpEndpoint: "disabled" }, "task", "web/api", "task/"],
    [{}, "task", "web/batch", "quiet/"],
    [{}, "task", "web/none", null],
    [{}, "metadata", "nowhere", null],
  ])("with %j by %s at %s: %s", (options, from, at, session) => {
    const world = built();
    const input = { InstanceId: "i-web", ...options };
    fittingAs(world, "user/ana")("ec2", "ModifyInstanceMetadataOptions", input);
    const found = credentialsAt(world, from, at)?.credential ?? null;
    if (session === null) expect(found).toBeNull();
    else expect(found!.principal).toMatchObject({ arn: expect.stringContaining(session) });
  });
});

describe("a foothold", () => {
  it.each([
    ["arn:aws:iam::111111111111:role/task", true],
    ["arn:aws:iam::111111111111:role/quiet", false],
    ["arn:aws:iam::111111111111:user/ana", false],
    [undefined, false],
  ])("who begins as %s sits in a container: %s", (start, sits) => {
    expect(footholdOfStart(built(start)) !== null).toBe(sits);
  });

  it("has its task's credentials at the path that its environment names, and nowhere else", () => {
    const world = built("arn:aws:iam::111111111111:role/task");
    const from = footholdOfStart(world)!;
    const path = footholdEnv(from)["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"];
    const asked = (what: string) => curl(world, from, ["-s", `169.254.170.2${what}`]).stdout;
    expect(JSON.parse(asked(path!))).toMatchObject({
      RoleArn: expect.stringMatching(/role\/task$/),
    });
    expect(asked("/v2/credentials/guessed")).toContain("NotFound");
  });

  it("reaches AWS from where it stands", () => {
    const world = built("arn:aws:iam::111111111111:role/task");
    const request = {
      method: "POST",
      url: "/",
      headers: {
        host: "sts.eu-west-1.amazonaws.com",
        "content-type": "application/x-www-form-urlencoded",
      },
      body: Buffer.from("Action=GetCallerIdentity&Version=2011-06-15"),
    };
    const origin = originAt(world, footholdOfStart(world)!, request);
    expect(origin).toEqual({ sourceIp: "203.0.113.9", endpoint: null });
  });

  it("refuses a container whose role is not there", () => {
    const declared = structuredClone(shop);
    const [web] = declared.accounts[0]!.regions!["eu-west-1"].ec2.instances as object[];
    Object.assign(web!, { containers: [{ name: "api", role: "none" }] });
    expect(() => buildWorld(declared, "s")).toThrow(/no role none/);
  });
});
