import { describe, expect, it } from "vitest";

import { buildWorld } from "../../world/build.ts";
import { callingAs } from "../../world/calling.ts";

const finding = (type: string, severity: number, lastSeen: string) => ({
  type,
  title: "Something was seen",
  description: "It was seen in the account.",
  severity,
  firstSeen: "2026-03-01T08:00:00Z",
  lastSeen,
  resource: { ResourceType: "AccessKey", AccessKeyDetails: { UserName: "ci" } },
});
const trust = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { AWS: "111111111111" }, Action: "sts:AssumeRole" }],
};
const input = { RoleArn: "arn:aws:iam::111111111111:role/web", RoleSessionName: "one" };
const assumed = { at: "2026-03-01T08:00:00Z", as: "user/ana", call: "sts:AssumeRole", input };
const declared = {
  format: 1,
  now: "2026-03-02T09:00:00Z",
  accounts: [
    {
      id: "111111111111",
      name: "Shop",
      iam: {
        users: [
          {
            name: "ana",
            keys: 1,
            inline: {
              all: {
                Version: "2012-10-17",
                Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
              },
            },
          },
        ],
        roles: [{ name: "web", trust }],
      },
      regions: {
        "eu-west-1": {
          guardduty: {
            findings: [
              finding("Recon:IAMUser/MaliciousIPCaller", 5, "2026-03-01T09:00:00Z"),
              finding("Stealth:IAMUser/CloudTrailLoggingDisabled", 8, "2026-03-01T10:00:00Z"),
            ],
          },
        },
      },
    },
  ],
};

function begun() {
  const ana = callingAs(buildWorld(declared, "s"), "user/ana");
  const { DetectorIds } = ana("guardduty", "ListDetectors").output as { DetectorIds: [string] };
  const [DetectorId] = DetectorIds;
  const list = (input: object = {}) =>
    (ana("guardduty", "ListFindings", { DetectorId, ...input }).output as { FindingIds: string[] })
      .FindingIds;
  return { ana, DetectorId, list };
}

function withKeyOf(AccessKeyId: string) {
  const AccessKeyDetails = { UserName: "ana", AccessKeyId };
  const one = {
    ...finding("Recon:IAMUser/MaliciousIPCaller", 5, "2026-03-01T09:00:00Z"),
    resource: { ResourceType: "AccessKey", AccessKeyDetails },
  };
  const regions = { "eu-west-1": { guardduty: { findings: [one] } } };
  const [account] = declared.accounts;
  const accounts = [{ ...account, regions }];
  const world = buildWorld({ ...declared, accounts, history: [assumed] }, "s");
  const ana = callingAs(world, "user/ana");
  const detectors = ana("guardduty", "ListDetectors").output as { DetectorIds: string[] };
  const [DetectorId] = detectors.DetectorIds;
  const { output } = ana("guardduty", "ListFindings", { DetectorId });
  return ana("guardduty", "GetFindings", { DetectorId, FindingIds: output!["FindingIds"] });
}

describe("GuardDuty", () => {
  it.each([
    [{}, 2],
    [{ FindingCriteria: { Criterion: { severity: { Gte: 7 } } } }, 1],
    [{ FindingCriteria: { Criterion: { type: { Eq: ["Recon:IAMUser/MaliciousIPCaller"] } } } }, 1],
    [{ FindingCriteria: { Criterion: { type: { Neq: ["Recon:IAMUser/MaliciousIPCaller"] } } } }, 1],
    [{ FindingCriteria: { Criterion: { "service.archived": { Eq: ["true"] } } } }, 0],
    [{ MaxResults: 1 }, 1],
  ])("lists by %j: %i", (input, count) => {
    expect(begun().list(input)).toHaveLength(count);
  });

  it("gives findings with what they are about, and marks those that were archived", () => {
    const { ana, DetectorId, list } = begun();
    const [newest] = list();
    ana("guardduty", "ArchiveFindings", { DetectorId, FindingIds: [newest] });
    const { output } = ana("guardduty", "GetFindings", { DetectorId, FindingIds: list() });
    expect(output).toMatchObject({
      Findings: [
        {
          Severity: 8,
          Resource: { AccessKeyDetails: { UserName: "ci" } },
          Service: { Archived: true },
        },
        { Severity: 5, Service: { Archived: false, EventLastSeen: "2026-03-01T09:00:00.000Z" } },
      ],
    });
  });

  it("names the key of whom a declaration names", () => {
    const { output } = withKeyOf("user/ana");
    const [found] = output!["Findings"] as { Resource: { AccessKeyDetails: object } }[];
    expect(found!.Resource.AccessKeyDetails).toEqual({
      UserName: "ana",
      AccessKeyId: expect.stringMatching(/^AKIA/) as string,
      PrincipalId: expect.stringMatching(/^AIDA/) as string,
    });
    expect(() => withKeyOf("user/none")).toThrow("has a key");
  });

  it("names the key of a session that the past left", () => {
    const { output } = withKeyOf("assumed-role/web/one");
    const [found] = output!["Findings"] as { Resource: { AccessKeyDetails: object } }[];
    expect(found!.Resource.AccessKeyDetails).toMatchObject({
      AccessKeyId: expect.stringMatching(/^ASIA/) as string,
      PrincipalId: expect.stringMatching(/^AROA\w+:one$/) as string,
    });
  });

  it.each([
    ["GetDetector", { DetectorId: "none" }],
    ["ListFindings", { DetectorId: "none" }],
    ["CreateDetector", { Enable: true }],
  ])("refuses %s %j", (operation, input) => {
    expect(begun().ana("guardduty", operation, input).fault?.code).toBe("BadRequestException");
  });
});
