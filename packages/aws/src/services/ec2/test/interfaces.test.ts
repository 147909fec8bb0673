import { describe, expect, it } from "vitest";

import { buildWorld } from "../../../world/build.ts";
import { ec2Of } from "../state.ts";
import { fittingAs } from "./fitting-as.ts";
import { shop } from "./shop.ts";

/** The shop, with an instance of two interfaces, and a group of another VPC. */
function twoHomed() {
  const declared = structuredClone(shop);
  const account = declared.accounts[0]!;
  const { network } = account.regions!["eu-west-1"].ec2;
  network.vpcs.push({ id: "vpc-lab", name: "lab", cidrs: ["10.9.0.0/16"] });
  network.securityGroups.push({
    id: "sg-lab",
    name: "lab",
    vpc: "vpc-lab",
    ingress: [],
    egress: [],
  });
  const of = { instance: "i-two" };
  Object.assign(network, {
    instances: [{ id: "i-two" }],
    interfaces: [
      { id: "eni-a", ...of, subnet: "subnet-web", addresses: ["10.0.1.40"], groups: ["sg-web"] },
      { id: "eni-b", ...of, subnet: "subnet-db", addresses: ["10.0.2.40"], groups: ["sg-db"] },
    ],
  });
  const world = buildWorld(declared, "s");
  const groupsOf = (id: string) =>
    ec2Of(world.accounts.get("111111111111")!, "eu-west-1").network.interfaces.find(
      (one) => one.id === id,
    )!.groups;
  return { ana: fittingAs(world, "user/ana"), nobody: fittingAs(world, "user/nobody"), groupsOf };
}

const modify = "ModifyNetworkInterfaceAttribute";

describe("interfaces of an instance", () => {
  it("are all told, each with its place", () => {
    const { output } = twoHomed().ana("ec2", "DescribeInstances", { InstanceIds: ["i-two"] });
    expect(output).toMatchObject({
      Reservations: [
        {
          Instances: [
            {
              NetworkInterfaces: [
                { NetworkInterfaceId: "eni-a", Attachment: { DeviceIndex: 0 } },
                { NetworkInterfaceId: "eni-b", Attachment: { DeviceIndex: 1 } },
              ],
            },
          ],
        },
      ],
    });
  });

  it("get groups one by one, since EC2 does not guess which is meant", () => {
    const { ana, groupsOf } = twoHomed();
    const both = { InstanceId: "i-two", Groups: ["sg-db"] };
    expect(ana("ec2", "ModifyInstanceAttribute", both).fault?.code).toBe("InvalidInstanceID");
    const one = { NetworkInterfaceId: "eni-a", Groups: ["sg-db", "sg-db"] };
    expect(ana("ec2", modify, one).fault).toBeUndefined();
    expect([groupsOf("eni-a"), groupsOf("eni-b")]).toEqual([["sg-db"], ["sg-db"]]);
  });

  it.each([
    [{ NetworkInterfaceId: "eni-none", Groups: ["sg-db"] }, "InvalidNetworkInterfaceID.NotFound"],
    [{ NetworkInterfaceId: "eni-a", Groups: ["sg-none"] }, "InvalidGroup.NotFound"],
    [{ NetworkInterfaceId: "eni-a", Groups: ["sg-lab"] }, "InvalidParameter"],
    [{ NetworkInterfaceId: "eni-a" }, "InvalidParameterCombination"],
    [{ Groups: ["sg-db"] }, "MissingParameter"],
    [
      { NetworkInterfaceId: "eni-a", Groups: ["sg-db"], SourceDestCheck: { Value: false } },
      "InvalidParameterCombination",
    ],
    [{ NetworkInterfaceId: "eni-a", SourceDestCheck: { Value: false } }, undefined],
    [{ NetworkInterfaceId: "eni-a", Description: { Value: "front" } }, undefined],
  ])("%j: %s", (input, code) => {
    expect(twoHomed().ana("ec2", modify, input).fault?.code).toBe(code);
  });

  it("is nobody's without the permission on interface and groups", () => {
    const one = { NetworkInterfaceId: "eni-a", Groups: ["sg-db"] };
    expect(twoHomed().nobody("ec2", modify, one).fault?.code).toBe("UnauthorizedOperation");
  });
});
