import { describe, expect, it } from "vitest";

import { shop } from "../services/ec2/test/shop.ts";
import { buildWorld } from "../world/build.ts";
import { callingAs } from "../world/calling.ts";
import { fittingAs } from "../services/ec2/test/fitting-as.ts";
import { containerCredentials, containerSecrets } from "./containers.ts";
import { curl } from "./curl.ts";
import { credentialsFor } from "./credentials.ts";
import { metadata } from "./metadata.ts";
import { originFrom } from "./origin.ts";

const built = () => buildWorld(shop, "s");
const ttl = { "X-aws-ec2-metadata-token-ttl-seconds": "60" };
const put = { method: "PUT", path: "/latest/api/token", headers: ttl };
const get = (path: string, headers = {}) => ({ method: "GET", path, headers });
const roleAt = "/latest/meta-data/iam/security-credentials/web";

describe("the metadata of an instance", () => {
  it.each([
    ["GET", "/latest/meta-data/instance-id", {}, 200, "i-web"],
    ["GET", "/latest/meta-data/local-ipv4/", {}, 200, "10.0.1.10"],
    ["GET", "/latest/meta-data/iam/security-credentials/", {}, 200, "web"],
    ["GET", "/latest/meta-data/tags/instance/team", {}, 200, "a"],
    ["GET", "/latest/user-data", {}, 200, "#!/bin/sh"],
    ["GET", "/latest/dynamic/instance-identity/document", {}, 200, '"accountId": "111111111111"'],
    ["GET", "/latest/", {}, 200, "meta-data/"],
    ["GET", "/latest/meta-data/__proto__", {}, 404, "Not Found"],
    ["GET", "/latest/meta-data/none", {}, 404, "Not Found"],
    ["GET", "/admin", {}, 404, "Not Found"],
    ["GET", "/latest/meta-data/", { "X-aws-ec2-metadata-token": "made up" }, 401, "Unauthorized"],
    ["POST", "/latest/meta-data/", {}, 405, ""],
    ["PUT", "/latest/api/token", ttl, 200, "AQAEA"],
    ["PUT", "/latest/api/token", {}, 400, "Bad Request"],
    ["PUT", "/latest/api/token", { "x-aws-ec2-metadata-token-ttl-seconds": "21601" }, 400, ""],
    ["PUT", "/latest/api/token", { ...ttl, "X-Forwarded-For": "198.51.100.1" }, 403, "Forbidden"],
  ])("%s %s with %j: %i %s", (method, path, headers, status, has) => {
    const reply = metadata(built(), "i-web", { method, path, headers: { ...headers } });
    expect(reply).toMatchObject({ status, body: expect.stringContaining(has) });
  });

  it("finds the VPC by the MAC address", () => {
    const world = built();
    const mac = metadata(world, "i-web", get("/latest/meta-data/mac"))!.body;
    const vpc = metadata(
      world,
      "i-web",
      get(`/latest/meta-data/network/interfaces/macs/${mac}/vpc-id`),
    );
    expect(vpc).toEqual({ status: 200, body: "vpc-main" });
  });

  it("asks for a token once tokens are required, and takes it as long as it lives", () => {
    const world = built();
    const ana = fittingAs(world, "user/ana");
    const seen = [metadata(world, "i-web", get(roleAt))!.status];
    ana("ec2", "ModifyInstanceMetadataOptions", { InstanceId: "i-web", HttpTokens: "required" });
    seen.push(metadata(world, "i-web", get(roleAt))!.status);
    const token = { "x-aws-ec2-metadata-token": metadata(world, "i-web", put)!.body };
    seen.push(metadata(world, "i-web", get(roleAt, token))!.status);
    world.nowMs += 60_000;
    seen.push(metadata(world, "i-web", get(roleAt, token))!.status);
    ana("ec2", "ModifyInstanceMetadataOptions", { InstanceId: "i-web", HttpEndpoint: "disabled" });
    seen.push(metadata(world, "i-web", get("/latest/"))!.status);
    expect(seen).toEqual([200, 401, 200, 401, 403]);
  });

  it("answers a PUT no further than the hop limit, and everything else", () => {
    const world = built();
    expect(metadata(world, "i-web", { ...put, hops: 2 })).toBeNull();
    expect(metadata(world, "i-web", { ...get(roleAt), hops: 2 })!.status).toBe(200);
    expect(metadata(world, "i-db", put)).toBeNull();
  });

  it("hands out what can be used elsewhere, with the keys and the trace of where it is from", () => {
    const world = built();
    const reply = JSON.parse(metadata(world, "i-web", get(roleAt))!.body) as {
      AccessKeyId: string;
      Code: string;
    };
    expect(reply).toMatchObject({ Code: "Success", AccessKeyId: expect.stringMatching(/^ASIA/) });
    const again = JSON.parse(metadata(world, "i-web", get(roleAt))!.body) as {
      AccessKeyId: string;
    };
    expect(again.AccessKeyId).toBe(reply.AccessKeyId);
    expect(world.credentials.get(reply.AccessKeyId)!.principal).toMatchObject({
      arn: "arn:aws:sts::111111111111:assumed-role/web/i-web",
    });
    const web = fittingAs(world, "assumed-role/web/i-web");
    expect(web("ec2", "DescribeInstances").fault?.code).toBe("UnauthorizedOperation");
    const [made, used] = world.accounts.get("111111111111")!.trail.slice(-2);
    expect(made).toMatchObject({
      eventName: "AssumeRole",
      userIdentity: { type: "AWSService", invokedBy: "ec2.amazonaws.com" },
    });
    expect(used!.userIdentity).toMatchObject({ sessionContext: { ec2RoleDelivery: "1.0" } });
  });

  it("renews five minutes before the end, and tells by which version", () => {
    const world = built();
    const first = credentialsFor(world, { instance: "i-web" })!;
    expect(credentialsFor(world, { instance: "i-web" })).toBe(first);
    expect(credentialsFor(world, { instance: "i-web", delivery: "1.0" })).not.toBe(first);
    world.nowMs += 6 * 3_600_000 - 4 * 60_000;
    expect(credentialsFor(world, { instance: "i-web" })).not.toBe(first);
  });

  it("has none for a role that does not trust EC2, and says so", () => {
    const world = built();
    fittingAs(world, "user/ana")("ec2", "StartInstances", { InstanceIds: ["i-db"] });
    const token = { "x-aws-ec2-metadata-token": metadata(world, "i-db", put)!.body };
    const { body } = metadata(
      world,
      "i-db",
      get("/latest/meta-data/iam/security-credentials/other", token),
    )!;
    expect(JSON.parse(body)).toMatchObject({ Code: "AssumeRoleUnauthorizedAccess" });
  });

  it("knows no other instance", () => {
    expect(() => metadata(built(), "i-none", put)).toThrow(
      expect.objectContaining({ code: "not-found" }),
    );
  });
});

describe("a stolen session of an instance", () => {
  const roles = [
    ["ec2:RoleDelivery", "NumericLessThan", "2.0"],
    ["ec2:SourceInstanceARN", "ArnEquals", "arn:aws:ec2:eu-west-1:111111111111:instance/i-web"],
    ["aws:Ec2InstanceSourceVpc", "StringEquals", "vpc-main"],
    ["aws:Ec2InstanceSourcePrivateIPv4", "IpAddress", "10.0.1.10"],
  ] as const;
  it.each(roles)("is known by %s", (name, operator, value) => {
    const world = structuredClone(shop);
    const web = world.accounts[0]!.iam.roles![0]! as { inline: object };
    const Condition = { [operator]: { [name]: value } };
    web.inline = {
      own: {
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "ec2:Describe*", Resource: "*", Condition }],
      },
    };
    const live = buildWorld(world, "s");
    credentialsFor(live, { instance: "i-web", delivery: "1.0" });
    expect(fittingAs(live, "assumed-role/web/i-web")("ec2", "DescribeVpcs").fault).toBeUndefined();
  });
});

describe("the way of an instance to AWS", () => {
  it("is the endpoint where a route leads there, with its policy; else the public address; else none", () => {
    const world = built();
    const ana = fittingAs(world, "user/ana");
    const out = { IpPermissions: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }] };
    const seen = [originFrom(world, "i-web", "s3"), originFrom(world, "i-db", "s3")];
    ana("ec2", "StartInstances", { InstanceIds: ["i-db"] });
    ana("ec2", "AuthorizeSecurityGroupEgress", { GroupId: "sg-db", ...out });
    const db = originFrom(world, "i-db", "s3");
    expect(seen).toEqual([{ sourceIp: "203.0.113.9", endpoint: null }, null]);
    expect(db).toEqual({
      sourceIp: "10.0.2.4",
      endpoint: { id: "vpce-s3", vpc: "vpc-main", policy: null },
    });
    expect(originFrom(world, "i-db", "kms")).toBeNull();
    const denied = {
      Version: "2012-10-17",
      Statement: [{ Effect: "Deny", Principal: "*", Action: "*", Resource: "*" }],
    };
    ana("ec2", "ModifyVpcEndpoint", {
      VpcEndpointId: "vpce-s3",
      PolicyDocument: JSON.stringify(denied),
    });
    const origin = originFrom(world, "i-db", "s3")!;
    const calling = callingAs(world, "user/ana", { origin });
    expect(calling("iam", "ListUsers").fault?.message).toContain("VPC endpoint policy");
  });
});

describe("the credentials of a container", () => {
  const role = {
    name: "task",
    trust: {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: ["ecs-tasks.amazonaws.com", "pods.eks.amazonaws.com"] },
          Action: "sts:AssumeRole",
        },
      ],
    },
  };
  const world = () => {
    const declared = structuredClone(shop);
    (declared.accounts[0]!.iam.roles as object[]).push(role);
    return buildWorld(declared, "s");
  };
  const task = { task: "t-1", role: "arn:aws:iam::111111111111:role/task", region: "eu-west-1" };

  it.each([
    ["ecs-tasks", "relativeUri", {}, 200],
    ["ecs-tasks", "/v2/credentials/guessed", {}, 404],
    ["pods.eks", "/v1/credentials", { Authorization: "token" }, 200],
    ["pods.eks", "/v1/credentials", { Authorization: "guessed" }, 401],
    ["pods.eks", "/v1/credentials", {}, 401],
  ] as const)("%s at %s with %j: %i", (service, path, headers, status) => {
    const live = world();
    const secrets = containerSecrets(live);
    const known = "Authorization" in headers && headers.Authorization === "token";
    const shown: Record<string, string> = known
      ? { authorization: secrets.authorizationToken }
      : { ...headers };
    const asked = {
      method: "GET",
      path: path === "relativeUri" ? secrets.relativeUri : path,
      headers: shown,
    };
    const reply = containerCredentials(live, { ...task, service, ...secrets }, asked)!;
    expect(reply.status).toBe(status);
    if (status === 200)
      expect(JSON.parse(reply.body)).toMatchObject({ AccessKeyId: expect.stringMatching(/^ASIA/) });
  });
});

describe("curl on a foothold", () => {
  const base = "http://169.254.169.254/latest";
  it.each([
    [["-s", `${base}/meta-data/instance-id`], 0, "i-web"],
    [["-si", `${base}/meta-data/instance-id`], 0, "HTTP/1.1 200 OK"],
    [["169.254.169.254/latest/user-data"], 0, "export DB"],
    [
      ["-sX", "PUT", `${base}/api/token`, "-H", "X-aws-ec2-metadata-token-ttl-seconds: 60"],
      0,
      "AQAEA",
    ],
    [["-X", "PUT", `${base}/api/token`], 0, "400"],
    [["-f", `${base}/none`], 22, "error: 404"],
    [["-o", "/dev/null", `${base}/user-data`], 0, ""],
    [["-o", "-", `${base}/meta-data/instance-id`], 0, "i-web"],
    [["https://example.com/"], 6, "Could not resolve host: example.com"],
    [["http://169.254.170.2/v2/credentials/x"], 28, "timed out"],
    [["--upload-file", "x", base], 2, "is unknown"],
    [["http://[/"], 3, "Malformed"],
  ])("%j ends with %i: %s", (args, code, has) => {
    const ran = curl(built(), { instance: "i-web" }, args);
    expect(ran.code).toBe(code);
    expect(ran.stdout + ran.stderr).toContain(has);
  });

  it("hands over what goes into a file", () => {
    const ran = curl(built(), { instance: "i-web" }, [
      "-so",
      "id",
      `${base}/meta-data/instance-id`,
    ]);
    expect(ran).toEqual({ stdout: "", stderr: "", code: 0, saved: { path: "id", text: "i-web" } });
  });

  it("is one hop further in a container on the instance", () => {
    const args = [
      "-X",
      "PUT",
      `${base}/api/token`,
      "-H",
      "X-aws-ec2-metadata-token-ttl-seconds: 60",
    ];
    const container = {
      task: "t",
      role: "arn:aws:iam::111111111111:role/web",
      region: "eu-west-1",
    };
    expect(curl(built(), { instance: "i-web", container }, args).code).toBe(28);
  });
});
