import { describe, expect, it } from "vitest";

import { buildWorld } from "../../../world/build.ts";
import { fittingAs } from "./fitting-as.ts";
import { shop } from "./shop.ts";

const as = (name: string) => fittingAs(buildWorld(shop, "s"), `user/${name}`);
const filter = (Name: string, ...Values: string[]) => ({ Filters: [{ Name, Values }] });

describe("what EC2 describes", () => {
  it.each([
    ["reader", "DescribeInstances", {}, null],
    ["nobody", "DescribeInstances", {}, "UnauthorizedOperation"],
    ["reader", "DescribeInstances", { DryRun: true }, "DryRunOperation"],
    ["nobody", "DescribeInstances", { DryRun: true }, "UnauthorizedOperation"],
    ["reader", "DescribeInstances", { InstanceIds: ["i-none"] }, "InvalidInstanceID.NotFound"],
    ["reader", "DescribeInstances", { InstanceIds: ["web"] }, "InvalidInstanceID.Malformed"],
    ["reader", "DescribeInstances", filter("colour", "red"), "InvalidParameterValue"],
    ["reader", "DescribeInstances", { MaxResults: 2 }, "InvalidParameterValue"],
    ["reader", "DescribeInstances", { NextToken: "xx" }, "InvalidNextToken"],
    [
      "reader",
      "DescribeInstances",
      { InstanceIds: ["i-web"], MaxResults: 5 },
      "InvalidParameterCombination",
    ],
    ["reader", "DescribeVpcs", { VpcIds: ["vpc-none"] }, "InvalidVpcID.NotFound"],
    ["reader", "DescribeSubnets", { SubnetIds: ["subnet-x"] }, "InvalidSubnetID.NotFound"],
    ["reader", "DescribeSecurityGroups", { GroupIds: ["sg-x"] }, "InvalidGroup.NotFound"],
    ["reader", "DescribeSnapshots", { SnapshotIds: ["snap-x"] }, "InvalidSnapshot.NotFound"],
    ["reader", "DescribeImages", { ImageIds: ["ami-x"] }, "InvalidAMIID.NotFound"],
    ["reader", "DescribeRegions", { RegionNames: ["mars-1"] }, "InvalidParameterValue"],
    ["reader", "DescribeInstanceAttribute", { InstanceId: "i-web" }, "MissingParameter"],
    ["reader", "GetManagedPrefixListEntries", { PrefixListId: "pl-s3" }, "UnauthorizedOperation"],
    ["ana", "GetManagedPrefixListEntries", {}, "MissingParameter"],
    [
      "ana",
      "GetManagedPrefixListEntries",
      { PrefixListId: "pl-x" },
      "InvalidPrefixListID.NotFound",
    ],
    [
      "reader",
      "DescribeInstanceAttribute",
      { InstanceId: "i-web", Attribute: "colour" },
      "InvalidParameterValue",
    ],
  ])("%s calls %s with %j: %s", (name, operation, input, code) => {
    expect(as(name)("ec2", operation, input).fault?.code ?? null).toBe(code);
  });

  it.each([
    ["DescribeVpcs", filter("tag:env", "pr*"), "Vpcs", "VpcId", ["vpc-main"]],
    ["DescribeVpcs", filter("tag:env", "dev"), "Vpcs", "VpcId", []],
    [
      "DescribeSubnets",
      filter("availability-zone", "eu-west-1b"),
      "Subnets",
      "SubnetId",
      ["subnet-db"],
    ],
    ["DescribeSubnets", filter("tag:Name", "web"), "Subnets", "SubnetId", ["subnet-web"]],
    [
      "DescribeSecurityGroups",
      filter("ip-permission.cidr", "0.0.0.0/0"),
      "SecurityGroups",
      "GroupId",
      ["sg-web"],
    ],
    [
      "DescribeSecurityGroups",
      filter("group-name", "w?b", "db"),
      "SecurityGroups",
      "GroupId",
      ["sg-web", "sg-db"],
    ],
    [
      "DescribeNetworkInterfaces",
      filter("attachment.instance-id", "i-web"),
      "NetworkInterfaces",
      "PrivateIpAddress",
      ["10.0.1.10"],
    ],
    [
      "DescribeRouteTables",
      filter("association.main", "true"),
      "RouteTables",
      "RouteTableId",
      ["rtb-db"],
    ],
    ["DescribeVolumes", filter("encrypted", "true"), "Volumes", "VolumeId", ["vol-db"]],
    [
      "DescribeSnapshots",
      { OwnerIds: ["self"] },
      "Snapshots",
      "SnapshotId",
      ["snap-open", "snap-db", "snap-own"],
    ],
    [
      "DescribeSnapshots",
      { RestorableByUserIds: ["all"] },
      "Snapshots",
      "SnapshotId",
      ["snap-open"],
    ],
    ["DescribeImages", { Owners: ["amazon"] }, "Images", "Public", [true]],
    ["DescribeKeyPairs", {}, "KeyPairs", "KeyName", ["ops"]],
    [
      "DescribeFlowLogs",
      { Filter: [{ Name: "resource-id", Values: ["vpc-main"] }] },
      "FlowLogs",
      "FlowLogId",
      ["fl-main"],
    ],
    ["DescribeAddresses", {}, "Addresses", "PublicIp", []],
    ["DescribeVpcEndpoints", {}, "VpcEndpoints", "RouteTableIds", [["rtb-db"]]],
    ["DescribePrefixLists", {}, "PrefixLists", "PrefixListId", ["pl-s3"]],
    ["DescribeInternetGateways", {}, "InternetGateways", "InternetGatewayId", ["igw-main"]],
    [
      "DescribeAvailabilityZones",
      {},
      "AvailabilityZones",
      "ZoneId",
      ["euw1-az1", "euw1-az2", "euw1-az3"],
    ],
    ["DescribeLaunchTemplates", {}, "LaunchTemplates", "LaunchTemplateName", ["web"]],
    [
      "DescribeLaunchTemplateVersions",
      { LaunchTemplateName: "web" },
      "LaunchTemplateVersions",
      "VersionNumber",
      [1],
    ],
    ["DescribeTags", filter("resource-id", "vpc-main"), "Tags", "Value", ["main", "prod"]],
    [
      "DescribeIamInstanceProfileAssociations",
      filter("instance-id", "i-web"),
      "IamInstanceProfileAssociations",
      "InstanceId",
      ["i-web"],
    ],
    ["DescribeInstanceStatus", {}, "InstanceStatuses", "InstanceId", ["i-web"]],
  ])("%s with %j lists %s.%s: %j", (operation, input, member, key, expected) => {
    const { output, fault } = as("reader")("ec2", operation, input);
    expect(fault).toBeUndefined();
    const list = (output as Record<string, Record<string, unknown>[]>)[member]!;
    expect(list.map((one) => one[key])).toEqual(expected);
  });

  it("tells what an attacker looks for on an instance", () => {
    const ana = as("ana");
    const { output } = ana("ec2", "DescribeInstances", { InstanceIds: ["i-web"] });
    const [reservation] = output!["Reservations"] as { Instances: Record<string, unknown>[] }[];
    expect(reservation!.Instances[0]).toMatchObject({
      PublicIpAddress: "203.0.113.9",
      VpcId: "vpc-main",
      IamInstanceProfile: { Arn: "arn:aws:iam::111111111111:instance-profile/web" },
      MetadataOptions: { HttpTokens: "optional", HttpPutResponseHopLimit: 1 },
      SecurityGroups: [{ GroupId: "sg-web", GroupName: "web" }],
      BlockDeviceMappings: [{ DeviceName: "/dev/xvda", Ebs: { VolumeId: "vol-web" } }],
    });
    const data = ana("ec2", "DescribeInstanceAttribute", {
      InstanceId: "i-web",
      Attribute: "userData",
    });
    const { Value } = data.output!["UserData"] as { Value: string };
    expect(Buffer.from(Value, "base64").toString()).toContain("export DB=db.internal");
  });

  it("lists rules by peer, together where protocol and ports are the same", () => {
    const { output } = as("reader")("ec2", "DescribeSecurityGroups", {
      GroupIds: ["sg-web", "sg-db"],
    });
    expect(output!["SecurityGroups"]).toMatchObject([
      {
        Description: "web",
        IpPermissions: [
          {
            IpProtocol: "tcp",
            FromPort: 443,
            IpRanges: [{ CidrIp: "0.0.0.0/0", Description: "everybody" }],
          },
          { IpProtocol: "tcp", FromPort: 22, ToPort: 22 },
        ],
        IpPermissionsEgress: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }],
      },
      { IpPermissions: [{ UserIdGroupPairs: [{ GroupId: "sg-web" }] }], IpPermissionsEgress: [] },
    ]);
  });

  it("has what EC2 makes with every VPC", () => {
    const reader = as("reader");
    const of = (operation: string, member: string) =>
      (reader("ec2", operation, filter("vpc-id", "vpc-main")).output as Record<string, object[]>)[
        member
      ]!;
    expect(of("DescribeSecurityGroups", "SecurityGroups")).toHaveLength(3);
    expect(of("DescribeRouteTables", "RouteTables")).toHaveLength(2);
    expect(of("DescribeNetworkAcls", "NetworkAcls")).toMatchObject([
      {
        IsDefault: true,
        Entries: [
          { RuleNumber: 100, Egress: true },
          { RuleNumber: 32_767, RuleAction: "deny" },
          { RuleNumber: 100, Egress: false },
          { RuleNumber: 32_767, RuleAction: "deny" },
        ],
      },
    ]);
  });

  it("goes through a long list page by page", () => {
    const more = structuredClone(shop);
    const place = more.accounts[0]!.regions!["eu-west-1"].ec2 as {
      keyPairs: string[];
      snapshots: object[];
    };
    place.snapshots = Array.from({ length: 12 }, (_, index) => ({ id: `snap-${index}` }));
    const reader = fittingAs(buildWorld(more, "s"), "user/reader");
    const first = reader("ec2", "DescribeSnapshots", { MaxResults: 5 }).output!;
    const second = reader("ec2", "DescribeSnapshots", {
      MaxResults: 10,
      NextToken: first["NextToken"],
    }).output!;
    expect([first, second].map((one) => (one["Snapshots"] as object[]).length)).toEqual([5, 7]);
    expect(second["NextToken"]).toBeUndefined();
  });

  it("says who may not, in EC2's words", () => {
    expect(as("nobody")("ec2", "DescribeVpcs").fault).toEqual({
      code: "UnauthorizedOperation",
      status: 403,
      message:
        "You are not authorized to perform this operation. User: arn:aws:iam::111111111111:user/nobody is not authorized to perform: ec2:DescribeVpcs because no identity-based policy allows the ec2:DescribeVpcs action",
    });
  });

  it("makes a default VPC where an instance names no subnet", () => {
    const small = {
      ...shop,
      accounts: [
        {
          id: "111111111111",
          name: "Small",
          iam: { users: [shop.accounts[0]!.iam.users[0]] },
          regions: { "eu-west-1": { ec2: { instances: [{ id: "i-a" }] } } },
        },
      ],
    };
    const ana = fittingAs(buildWorld(small, "s"), "user/ana");
    expect(ana("ec2", "DescribeVpcs").output!["Vpcs"]).toMatchObject([
      { IsDefault: true, CidrBlock: "172.31.0.0/16" },
    ]);
    const [one] = ana("ec2", "DescribeNetworkInterfaces").output!["NetworkInterfaces"] as object[];
    expect(one).toMatchObject({
      PrivateIpAddress: "172.31.0.4",
      Groups: [{ GroupName: "default" }],
    });
  });
});

it("a prefix list tells its entries, page by page", () => {
  const cidrs = ["192.0.2.0/25", "198.51.100.0/24", "203.0.113.8/32"];
  const declared = structuredClone(shop);
  declared.accounts[0]?.regions?.["eu-west-1"].ec2.network.prefixLists.push({
    id: "pl-partners",
    name: "partners",
    cidrs,
  });
  const ana = fittingAs(buildWorld(declared, "s"), "user/ana");
  const asked = { PrefixListId: "pl-partners", MaxResults: 2 };
  const first = ana("ec2", "GetManagedPrefixListEntries", asked).output;
  const next = { ...asked, NextToken: first?.["NextToken"] };
  const second = ana("ec2", "GetManagedPrefixListEntries", next).output;
  expect(first?.["Entries"]).toEqual(cidrs.slice(0, 2).map((Cidr) => ({ Cidr })));
  expect(second).toEqual({ Entries: [{ Cidr: cidrs[2] }], NextToken: undefined });
});

it("the lists of customers are managed ones, and no prefix lists of services", () => {
  const declared = structuredClone(shop);
  const own = { id: "pl-partners", name: "partners", cidrs: ["192.0.2.0/25"] };
  declared.accounts[0]?.regions?.["eu-west-1"].ec2.network.prefixLists.push(own);
  const ana = fittingAs(buildWorld(declared, "s"), "user/ana");
  const ids = (operation: string) =>
    (ana("ec2", operation).output!["PrefixLists"] as { PrefixListId: string }[]).map(
      ({ PrefixListId }) => PrefixListId,
    );
  expect(ids("DescribePrefixLists")).toEqual(["pl-s3"]);
  expect(ids("DescribeManagedPrefixLists")).toEqual(["pl-s3", "pl-partners"]);
});
