import { expect, it } from "vitest";

import { buildWorld } from "../../../world/build.ts";
import { ec2 } from "../ec2.ts";
import { ec2Of } from "../state.ts";
import { fittingAs } from "./fitting-as.ts";
import { shop } from "./shop.ts";

const web = { IamInstanceProfile: { Name: "web" } };
const rule = (port: number) => ({
  IpPermissions: [
    { IpProtocol: "udp", FromPort: port, ToPort: port, UserIdGroupPairs: [{ GroupId: "sg-web" }] },
  ],
});
const tags = (ResourceType: string) => ({
  TagSpecifications: [{ ResourceType, Tags: [{ Key: "a", Value: "b" }] }],
});

/** `$` stands for an id that an earlier answer or the world gave. */
const calls: readonly (readonly [operation: string, input?: Record<string, unknown>])[] = [
  [
    "RunInstances",
    {
      ImageId: "ami-0a10b5e2f7c3d4916",
      SubnetId: "subnet-web",
      MinCount: 1,
      MaxCount: 1,
      KeyName: "ops",
      ...web,
      ...tags("instance"),
    },
  ],
  [
    "CreateVpcEndpoint",
    {
      VpcId: "vpc-main",
      ServiceName: "com.amazonaws.eu-west-1.kms",
      VpcEndpointType: "Interface",
      SubnetIds: ["subnet-db"],
      SecurityGroupIds: ["sg-db"],
      ...tags("vpc-endpoint"),
    },
  ],
  [
    "CreateVpcEndpoint",
    {
      VpcId: "vpc-main",
      ServiceName: "com.amazonaws.eu-west-1.dynamodb",
      RouteTableIds: ["rtb-db"],
    },
  ],
  [
    "CreateFlowLogs",
    {
      ResourceIds: ["subnet-web"],
      ResourceType: "Subnet",
      TrafficType: "REJECT",
      LogDestinationType: "s3",
      LogDestination: "arn:aws:s3:::logs",
      ...tags("vpc-flow-log"),
    },
  ],
  [
    "CreateSecurityGroup",
    { GroupName: "new", Description: "new", VpcId: "vpc-main", ...tags("security-group") },
  ],
  [
    "AuthorizeSecurityGroupIngress",
    { GroupId: "sg-db", ...rule(53), ...tags("security-group-rule") },
  ],
  ["AuthorizeSecurityGroupEgress", { GroupId: "sg-db", ...rule(53) }],
  [
    "CreateNetworkAclEntry",
    {
      NetworkAclId: "$acl",
      RuleNumber: 90,
      Protocol: "1",
      RuleAction: "deny",
      Egress: true,
      CidrBlock: "0.0.0.0/0",
      IcmpTypeCode: { Type: 8, Code: 0 },
    },
  ],
  [
    "ReplaceNetworkAclEntry",
    {
      NetworkAclId: "$acl",
      RuleNumber: 90,
      Protocol: "6",
      RuleAction: "deny",
      Egress: true,
      CidrBlock: "0.0.0.0/0",
      PortRange: { From: 1, To: 2 },
    },
  ],
  [
    "CreateRoute",
    { RouteTableId: "rtb-db", DestinationCidrBlock: "192.168.0.0/16", InstanceId: "i-web" },
  ],
  [
    "ReplaceRoute",
    { RouteTableId: "rtb-db", DestinationCidrBlock: "192.168.0.0/16", GatewayId: "igw-main" },
  ],
  ["ModifyNetworkInterfaceAttribute", { NetworkInterfaceId: "$eni", Groups: ["sg-db"] }],
  ["CreateNetworkAcl", { VpcId: "vpc-main", ...tags("network-acl") }],
  ["ReplaceNetworkAclAssociation", { AssociationId: "aclassoc-web", NetworkAclId: "$newacl" }],
  ["ReplaceNetworkAclAssociation", { AssociationId: "aclassoc-web", NetworkAclId: "$acl" }],
  ["DeleteNetworkAcl", { NetworkAclId: "$newacl" }],
  ["CreateRouteTable", { VpcId: "vpc-main", ...tags("route-table") }],
  ["AssociateRouteTable", { RouteTableId: "$rtb", SubnetId: "subnet-db" }],
  ["ReplaceRouteTableAssociation", { RouteTableId: "rtb-web", AssociationId: "rtbassoc-db" }],
  ["DisassociateRouteTable", { AssociationId: "rtbassoc-db" }],
  ["DeleteRouteTable", { RouteTableId: "$rtb" }],
  ["CreateSnapshot", { VolumeId: "vol-web", Description: "x", ...tags("snapshot") }],
  ["CopySnapshot", { SourceRegion: "eu-west-1", SourceSnapshotId: "snap-own" }],
  [
    "ModifySnapshotAttribute",
    { SnapshotId: "snap-own", OperationType: "add", GroupNames: ["all"] },
  ],
  ["CreateImage", { InstanceId: "i-web", Name: "golden", ...tags("image") }],
  [
    "ModifyImageAttribute",
    { ImageId: "$ami", LaunchPermission: { Add: [{ UserId: "222222222222" }] } },
  ],
  ["CreateTags", { Resources: ["i-web"], Tags: [{ Key: "k", Value: "v" }] }],
  ...Object.keys(ec2.operations)
    .filter((name) => /^(Describe\w+s|Get\w+|DescribeInstanceStatus)$/.test(name))
    .filter((name) => name !== "GetManagedPrefixListEntries")
    .map((name) => [name] as const),
  ...[
    "userData",
    "instanceType",
    "disableApiTermination",
    "disableApiStop",
    "instanceInitiatedShutdownBehavior",
    "rootDeviceName",
    "ebsOptimized",
    "enaSupport",
    "sourceDestCheck",
    "groupSet",
  ].map((Attribute) => ["DescribeInstanceAttribute", { InstanceId: "i-web", Attribute }] as const),
  ["DescribeSnapshotAttribute", { SnapshotId: "snap-own", Attribute: "createVolumePermission" }],
  ["GetManagedPrefixListEntries", { PrefixListId: "pl-s3" }],
  ["DescribeVpcAttribute", { VpcId: "vpc-main", Attribute: "enableDnsSupport" }],
  ["ModifySecurityGroupRules", { GroupId: "sg-web", SecurityGroupRules: [] }],
  ["RevokeSecurityGroupIngress", { GroupId: "sg-db", ...rule(53) }],
  ["RevokeSecurityGroupEgress", { GroupId: "sg-db", ...rule(53) }],
  ["DeleteSecurityGroup", { GroupId: "$sg" }],
  ["DeleteNetworkAclEntry", { NetworkAclId: "$acl", RuleNumber: 90, Egress: true }],
  ["DeleteRoute", { RouteTableId: "rtb-db", DestinationCidrBlock: "192.168.0.0/16" }],
  ["ModifyVpcEndpoint", { VpcEndpointId: "vpce-s3", ResetPolicy: true }],
  ["DeleteVpcEndpoints", { VpcEndpointIds: ["vpce-s3"] }],
  ["DeleteFlowLogs", { FlowLogIds: ["fl-main", "fl-none"] }],
  ["DeleteSnapshot", { SnapshotId: "snap-own" }],
  ["DeleteTags", { Resources: ["i-web"], Tags: [{ Key: "k" }] }],
  ["EnableEbsEncryptionByDefault"],
  ["DisableEbsEncryptionByDefault"],
  ["EnableSnapshotBlockPublicAccess", { State: "block-new-sharing" }],
  ["ModifyInstanceMetadataOptions", { InstanceId: "i-web", HttpEndpoint: "enabled" }],
  ["ModifyInstanceMetadataDefaults", { HttpTokens: "no-preference", HttpPutResponseHopLimit: -1 }],
  [
    "ReplaceIamInstanceProfileAssociation",
    { AssociationId: "$iip", IamInstanceProfile: { Name: "other" } },
  ],
  ["DisassociateIamInstanceProfile", { AssociationId: "$iip" }],
  ["AssociateIamInstanceProfile", { InstanceId: "i-web", ...web }],
  ["ModifyInstanceAttribute", { InstanceId: "i-web", SourceDestCheck: { Value: false } }],
  ["StopInstances", { InstanceIds: ["i-web"] }],
  ["StartInstances", { InstanceIds: ["i-web"] }],
  ["RebootInstances", { InstanceIds: ["i-web"] }],
  ["TerminateInstances", { InstanceIds: ["i-web"] }],
];

it("answers every operation in the shape that AWS's model has", () => {
  const world = buildWorld(shop, "s");
  const state = ec2Of(world.accounts.get("111111111111")!, "eu-west-1");
  const ana = fittingAs(world, "user/ana");
  const ids: Record<string, () => string> = {
    $acl: () => state.network.networkAcls[0]!.id,
    $newacl: () => state.network.networkAcls.at(-1)!.id,
    $rtb: () => state.network.routeTables.at(-1)!.id,
    $sg: () => state.network.securityGroups.find(({ name }) => name === "new")!.id,
    $ami: () => [...state.images.keys()][0]!,
    $eni: () => state.network.interfaces[0]!.id,
    $iip: () => state.instances.get("i-web")!.profile!.id,
  };
  const failed = calls.flatMap(([operation, input = {}]) => {
    const filled = Object.entries(input).map(([key, value]) => [
      key,
      ids[String(value)]?.() ?? value,
    ]);
    const { fault } = ana("ec2", operation, Object.fromEntries(filled) as Record<string, unknown>);
    return fault ? [`${operation}: ${fault.code} ${fault.message}`] : [];
  });
  expect(failed).toEqual([]);
  expect(new Set(calls.map(([operation]) => operation))).toEqual(
    new Set(Object.keys(ec2.operations)),
  );
});
