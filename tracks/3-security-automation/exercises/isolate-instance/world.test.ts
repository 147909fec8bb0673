import { buildWorld, callingAs, type World } from "@loopwright/aws/world";
import { describe, expect, it } from "vitest";

import { isolateInstance } from "./exercise.ts";
import { incidentOf, quarantine, region, revocation, role } from "./plan.ts";
import { auditor } from "./world.ts";

const asked = (traits: string[], seed = "a") => {
  const plan = { seed, size: 2, traits };
  const made = isolateInstance.make(plan);
  const world = buildWorld(made.declared, seed);
  return { made, world, incident: incidentOf(plan) };
};

/** The playbook by hand, as an operator would go through it. */
function byHand(world: World, incident: ReturnType<typeof incidentOf>) {
  const { instance, vpc, interfaces, volumes, findingId } = incident;
  const ask = callingAs(world, auditor, { region });
  const does = (service: "ec2" | "iam", operation: string, input: object) => {
    const { output, fault } = ask(service, operation, { ...input });
    if (fault) throw new Error(`${operation}: ${fault.message}`);
    return output ?? {};
  };
  const tag = (Resources: string[], Key: string, Value: string) =>
    does("ec2", "CreateTags", { Resources, Tags: [{ Key, Value }] });
  const group = { GroupName: quarantine, Description: "none", VpcId: vpc };
  const GroupId = does("ec2", "CreateSecurityGroup", group)["GroupId"] as string;
  const everything = { IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] };
  does("ec2", "RevokeSecurityGroupEgress", { GroupId, IpPermissions: [everything] });
  for (const { id, groups } of interfaces) {
    tag([id], "previous-groups", groups.join(" "));
    const moved = { NetworkInterfaceId: id, Groups: [GroupId] };
    does("ec2", "ModifyNetworkInterfaceAttribute", moved);
  }
  tag([instance], "incident", findingId);
  const on = { InstanceId: instance, DisableApiTermination: { Value: true } };
  does("ec2", "ModifyInstanceAttribute", on);
  const Tags = [
    { Key: "incident", Value: findingId },
    { Key: "instance", Value: instance },
  ];
  for (const VolumeId of volumes) {
    const TagSpecifications = [{ ResourceType: "snapshot", Tags }];
    does("ec2", "CreateSnapshot", { VolumeId, TagSpecifications });
  }
  does("iam", "PutRolePolicy", {
    RoleName: role,
    PolicyName: revocation,
    PolicyDocument: JSON.stringify({
      Version: "2012-10-17",
      Statement: {
        Effect: "Deny",
        Action: "*",
        Resource: "*",
        Condition: { DateLessThan: { "aws:TokenIssueTime": new Date(world.nowMs).toISOString() } },
      },
    }),
  });
}

describe("what holds afterwards", () => {
  it.each(["a", "b", "c"])("is right after the playbook by hand, seed %s", (seed) => {
    for (const traits of [[], ["homes"], ["session"]]) {
      const { made, world, incident } = asked(traits, seed);
      byHand(world, incident);
      expect(made.wrongAfter!(world)).toEqual([]);
    }
  });

  it.each(["homes", "group", "half", "session", "denied", "gone"])(
    "is wrong where nothing was done: %s",
    (trait) => {
      const { made, world } = asked([trait]);
      expect(made.wrongAfter!(world).length).toBeGreaterThan(trait === "gone" ? 0 : 4);
    },
  );

  it.each(["kept", "unknown"])("is right where nothing may be done: %s", (trait) => {
    const { made, world } = asked([trait]);
    expect(made.wrongAfter!(world)).toEqual([]);
  });

  it.each([
    ["TerminateInstances", { InstanceIds: ["i-other0"] }],
    ["DeleteSnapshot", { SnapshotId: "snap-nightly" }],
    ["CreateTags", { Resources: ["vol-detached"], Tags: [{ Key: "incident", Value: "x" }] }],
    ["ModifyNetworkInterfaceAttribute", { NetworkInterfaceId: "eni-sibling", Groups: ["$ops"] }],
  ])("tells of what has nothing to do with it: %s", (operation, input) => {
    const { made, world, incident } = asked([]);
    byHand(world, incident);
    const { ops } = incident.groups;
    const filled = JSON.parse(JSON.stringify(input).replace("$ops", ops)) as object;
    expect(callingAs(world, auditor, { region })("ec2", operation, { ...filled }).fault).toBe(
      undefined,
    );
    expect(made.wrongAfter!(world).join()).toContain("nothing to do with it");
  });
});

describe("the finding", () => {
  it.each(["homes", "session", "gone"])("names what is there: %s", (trait) => {
    const { made, world, incident } = asked([trait]);
    const text = made.files["finding.json"]!;
    expect(text).toContain(incident.instance);
    const ask = callingAs(world, auditor, { region });
    const answer = ask("ec2", "DescribeInstances", { InstanceIds: [incident.instance] }).output;
    const state = trait === "gone" ? "terminated" : "running";
    expect(JSON.stringify(answer)).toContain(`"Name":"${state}"`);
    // Interfaces that came later are not in it.
    expect(text.includes(incident.interfaces.at(-1)!.id)).toBe(false);
  });
});
