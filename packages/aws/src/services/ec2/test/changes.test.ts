import { describe, expect, it } from "vitest";

import { reach } from "../../../network/reach.ts";
import { buildWorld } from "../../../world/build.ts";
import { fittingAs } from "./fitting-as.ts";
import type { World } from "../../../world/world.ts";
import { ec2Of } from "../state.ts";
import { shop } from "./shop.ts";

const image = "ami-0a10b5e2f7c3d4916";
const run = {
  ImageId: image,
  InstanceType: "t3.micro",
  SubnetId: "subnet-web",
  MinCount: 1,
  MaxCount: 1,
};
const opened = (port: number, CidrIp = "0.0.0.0/0") => ({
  IpPermissions: [{ IpProtocol: "tcp", FromPort: port, ToPort: port, IpRanges: [{ CidrIp }] }],
});
const tags = (ResourceType: string, team: string) => ({
  TagSpecifications: [{ ResourceType, Tags: [{ Key: "team", Value: team }] }],
});
const stateOf = (world: World) => ec2Of(world.accounts.get("111111111111")!, "eu-west-1");

describe("what EC2 changes, and for whom", () => {
  it.each([
    // A launch needs every part of it, and a profile PassRole to EC2.
    ["launcher", "RunInstances", run, null],
    ["nobody", "RunInstances", run, "UnauthorizedOperation"],
    ["launcher", "RunInstances", { ...run, InstanceType: "p5.48xlarge" }, "UnauthorizedOperation"],
    [
      "launcher",
      "RunInstances",
      { ...run, IamInstanceProfile: { Name: "web" } },
      "UnauthorizedOperation",
    ],
    ["passer", "RunInstances", { ...run, IamInstanceProfile: { Name: "web" } }, null],
    [
      "passer",
      "RunInstances",
      { ...run, IamInstanceProfile: { Name: "other" } },
      "UnauthorizedOperation",
    ],
    [
      "launcher",
      "RunInstances",
      { ...run, LaunchTemplate: { LaunchTemplateName: "web" } },
      "UnauthorizedOperation",
    ],
    [
      "passer",
      "RunInstances",
      { ...run, IamInstanceProfile: { Name: "none" } },
      "InvalidParameterValue",
    ],
    ["launcher", "RunInstances", { ...run, DryRun: true }, "DryRunOperation"],
    // Who names no tokens has no such key, and a deny of all but "required" meets the launch.
    ["v2only", "RunInstances", run, "UnauthorizedOperation"],
    [
      "v2only",
      "RunInstances",
      { ...run, MetadataOptions: { HttpTokens: "optional" } },
      "UnauthorizedOperation",
    ],
    ["v2only", "RunInstances", { ...run, MetadataOptions: { HttpTokens: "required" } }, null],
    ["launcher", "RunInstances", { ...run, ...tags("instance", "a") }, "UnauthorizedOperation"],
    ["tagger", "RunInstances", { ...run, ...tags("instance", "a") }, null],
    ["tagger", "RunInstances", { ...run, ...tags("instance", "b") }, "UnauthorizedOperation"],
    ["ana", "RunInstances", { ...run, ImageId: "ami-none" }, "InvalidAMIID.NotFound"],
    ["ana", "RunInstances", { ...run, SubnetId: "subnet-none" }, "InvalidSubnetID.NotFound"],
    ["ana", "RunInstances", { ...run, SecurityGroupIds: ["sg-none"] }, "InvalidGroup.NotFound"],
    ["ana", "RunInstances", { ...run, SubnetId: undefined }, "MissingInput"],
    ["ana", "RunInstances", { ...run, KeyName: "lost" }, "InvalidKeyPair.NotFound"],
    ["ana", "RunInstances", { ...run, PrivateIpAddress: "10.0.1.10" }, "InvalidIPAddress.InUse"],
    // By tag.
    ["teamer", "StopInstances", { InstanceIds: ["i-web"] }, null],
    ["teamer", "StopInstances", { InstanceIds: ["i-db"] }, "UnauthorizedOperation"],
    ["teamer", "TerminateInstances", { InstanceIds: ["i-web"] }, null],
    ["ana", "TerminateInstances", { InstanceIds: ["i-db"] }, "OperationNotPermitted"],
    ["ana", "StartInstances", { InstanceIds: ["i-none"] }, "InvalidInstanceID.NotFound"],
    // User data changes on a stopped instance alone.
    [
      "ana",
      "ModifyInstanceAttribute",
      { InstanceId: "i-web", UserData: { Value: new Uint8Array([35]) } },
      "IncorrectInstanceState",
    ],
    [
      "ana",
      "ModifyInstanceAttribute",
      { InstanceId: "i-db", UserData: { Value: new Uint8Array([35]) } },
      null,
    ],
    [
      "ana",
      "ModifyInstanceAttribute",
      { InstanceId: "i-db", DisableApiTermination: { Value: false } },
      null,
    ],
    [
      "ana",
      "ModifyInstanceAttribute",
      { InstanceId: "i-web", Groups: ["sg-none"] },
      "InvalidGroup.NotFound",
    ],
    ["ana", "ModifyInstanceAttribute", { InstanceId: "i-web" }, "InvalidParameterCombination"],
    [
      "hardener",
      "ModifyInstanceMetadataOptions",
      { InstanceId: "i-web", HttpTokens: "required" },
      null,
    ],
    [
      "hardener",
      "ModifyInstanceMetadataOptions",
      { InstanceId: "i-web", HttpTokens: "optional" },
      "UnauthorizedOperation",
    ],
    [
      "ana",
      "ModifyInstanceMetadataOptions",
      { InstanceId: "i-web", HttpPutResponseHopLimit: 65 },
      "InvalidParameterValue",
    ],
    // Groups and their rules.
    [
      "invpc",
      "CreateSecurityGroup",
      { GroupName: "x", Description: "x", VpcId: "vpc-main" },
      "UnauthorizedOperation",
    ],
    [
      "ana",
      "CreateSecurityGroup",
      { GroupName: "web", Description: "x", VpcId: "vpc-main" },
      "InvalidGroup.Duplicate",
    ],
    ["ana", "CreateSecurityGroup", { GroupName: "x", Description: "x" }, "VPCIdNotSpecified"],
    ["ana", "CreateSecurityGroup", { GroupName: "x", VpcId: "vpc-main" }, "MissingParameter"],
    ["invpc", "AuthorizeSecurityGroupIngress", { GroupId: "sg-web", ...opened(80) }, null],
    [
      "nobody",
      "AuthorizeSecurityGroupIngress",
      { GroupId: "sg-web", ...opened(80) },
      "UnauthorizedOperation",
    ],
    [
      "ana",
      "AuthorizeSecurityGroupIngress",
      { GroupId: "sg-web", ...opened(443) },
      "InvalidPermission.Duplicate",
    ],
    [
      "ana",
      "AuthorizeSecurityGroupIngress",
      { GroupId: "sg-web", ...opened(22, "10.9.9.9/8") },
      "InvalidPermission.Duplicate",
    ],
    [
      "ana",
      "AuthorizeSecurityGroupIngress",
      { GroupId: "sg-web", ...opened(80, "10.0.0.0") },
      "InvalidParameterValue",
    ],
    [
      "ana",
      "AuthorizeSecurityGroupIngress",
      { GroupId: "sg-web", ...opened(70_000) },
      "InvalidParameterValue",
    ],
    ["ana", "AuthorizeSecurityGroupIngress", { GroupId: "sg-web" }, "MissingParameter"],
    [
      "ana",
      "RevokeSecurityGroupIngress",
      { GroupId: "sg-web", ...opened(80) },
      "InvalidPermission.NotFound",
    ],
    ["ana", "RevokeSecurityGroupIngress", { GroupId: "sg-web", ...opened(443) }, null],
    [
      "ana",
      "RevokeSecurityGroupIngress",
      { GroupId: "sg-web", SecurityGroupRuleIds: ["sgr-x"] },
      "InvalidSecurityGroupRuleId.NotFound",
    ],
    ["ana", "DeleteSecurityGroup", { GroupId: "sg-web" }, "DependencyViolation"],
    // The network.
    [
      "ana",
      "CreateRoute",
      { RouteTableId: "rtb-web", DestinationCidrBlock: "0.0.0.0/0", NetworkInterfaceId: "eni-x" },
      "InvalidNetworkInterfaceID.NotFound",
    ],
    [
      "ana",
      "CreateRoute",
      { RouteTableId: "rtb-web", DestinationCidrBlock: "0.0.0.0/0", VpcEndpointId: "vpce-s3" },
      "RouteAlreadyExists",
    ],
    ["ana", "DeleteRoute", { RouteTableId: "rtb-web", DestinationCidrBlock: "0.0.0.0/0" }, null],
    [
      "ana",
      "DeleteRoute",
      { RouteTableId: "rtb-web", DestinationCidrBlock: "10.1.0.0/16" },
      "InvalidRoute.NotFound",
    ],
    [
      "ana",
      "ModifyVpcEndpoint",
      { VpcEndpointId: "vpce-s3", PolicyDocument: '{"Version":"1"}' },
      "InvalidPolicyDocument",
    ],
    [
      "ana",
      "DeleteVpcEndpoints",
      { VpcEndpointIds: ["vpce-none"] },
      "InvalidVpcEndpointId.NotFound",
    ],
    [
      "ana",
      "CreateFlowLogs",
      { ResourceIds: ["vpc-main"], ResourceType: "VPC", LogGroupName: "flow" },
      "InvalidParameter",
    ],
    ["ana", "DeleteFlowLogs", { FlowLogIds: ["fl-main"] }, null],
    // Snapshots.
    [
      "sharer",
      "ModifySnapshotAttribute",
      { SnapshotId: "snap-own", OperationType: "add", UserIds: ["222222222222"] },
      null,
    ],
    [
      "sharer",
      "ModifySnapshotAttribute",
      { SnapshotId: "snap-own", OperationType: "add", GroupNames: ["all"] },
      "UnauthorizedOperation",
    ],
    [
      "sharer",
      "ModifySnapshotAttribute",
      { SnapshotId: "snap-own", CreateVolumePermission: { Add: [{ Group: "all" }] } },
      "UnauthorizedOperation",
    ],
    [
      "ana",
      "ModifySnapshotAttribute",
      { SnapshotId: "snap-db", OperationType: "add", GroupNames: ["all"] },
      "OperationNotPermitted",
    ],
    [
      "ana",
      "CreateTags",
      { Resources: ["i-web"], Tags: [{ Key: "aws:x", Value: "y" }] },
      "InvalidParameterValue",
    ],
    ["ana", "CreateTags", { Resources: ["what"], Tags: [] }, "InvalidID"],
    [
      "ana",
      "AssociateIamInstanceProfile",
      { InstanceId: "i-web", IamInstanceProfile: { Name: "other" } },
      "IncorrectState",
    ],
    [
      "ana",
      "DisassociateIamInstanceProfile",
      { AssociationId: "iip-assoc-x" },
      "InvalidAssociationID.NotFound",
    ],
  ])("%s calls %s with %j: %s", (name, operation, input, code) => {
    const calling = fittingAs(buildWorld(shop, "s"), `user/${name}`);
    expect(calling("ec2", operation, input as Record<string, unknown>).fault?.code ?? null).toBe(
      code,
    );
  });

  it("changes what reachability finds", () => {
    const world = buildWorld(shop, "s");
    const ana = fittingAs(world, "user/ana");
    const ssh = () =>
      reach(stateOf(world).network, {
        from: "198.51.100.24",
        to: "i-web",
        port: 22,
        address: "public",
      }).reachable;
    const seen = [ssh()];
    ana("ec2", "AuthorizeSecurityGroupIngress", { GroupId: "sg-web", ...opened(22) });
    seen.push(ssh());
    const acl = stateOf(world).network.networkAcls.find(({ default: is }) => is)!.id;
    const deny = {
      NetworkAclId: acl,
      RuleNumber: 50,
      Protocol: "6",
      RuleAction: "deny",
      Egress: false,
      CidrBlock: "198.51.100.0/24",
      PortRange: { From: 22, To: 22 },
    };
    ana("ec2", "CreateNetworkAclEntry", deny);
    seen.push(ssh());
    expect(ana("ec2", "CreateNetworkAclEntry", deny).fault?.code).toBe(
      "NetworkAclEntryAlreadyExists",
    );
    ana("ec2", "ReplaceNetworkAclEntry", { ...deny, RuleAction: "allow" });
    seen.push(ssh());
    ana("ec2", "DeleteNetworkAclEntry", { NetworkAclId: acl, RuleNumber: 50, Egress: false });
    ana("ec2", "ReplaceRoute", {
      RouteTableId: "rtb-web",
      DestinationCidrBlock: "0.0.0.0/0",
      VpcEndpointId: "vpce-s3",
    });
    seen.push(ssh());
    expect(seen).toEqual([false, true, false, true, false]);
  });

  it("modifies a rule and keeps its id", () => {
    const world = buildWorld(shop, "s");
    const ana = fittingAs(world, "user/ana");
    const before = stateOf(world).network.securityGroups[0]!.ingress[1]!.ruleId;
    const SecurityGroupRule = {
      IpProtocol: "tcp",
      FromPort: 22,
      ToPort: 22,
      CidrIpv4: "10.0.9.1/32",
    };
    const SecurityGroupRules = [{ SecurityGroupRuleId: before, SecurityGroupRule }];
    expect(
      ana("ec2", "ModifySecurityGroupRules", { GroupId: "sg-web", SecurityGroupRules }).fault,
    ).toBeUndefined();
    expect(stateOf(world).network.securityGroups[0]!.ingress[1]).toEqual({
      protocol: "tcp",
      ports: 22,
      from: "10.0.9.1/32",
      ruleId: before,
    });
  });

  it("launches with what template and account say, and lets go of everything again", () => {
    const world = buildWorld(shop, "s");
    const ana = fittingAs(world, "user/ana");
    ana("ec2", "ModifyInstanceMetadataDefaults", {
      HttpTokens: "required",
      HttpPutResponseHopLimit: 1,
    });
    const { output } = ana("ec2", "RunInstances", {
      MinCount: 2,
      MaxCount: 2,
      SubnetId: "subnet-db",
      LaunchTemplate: { LaunchTemplateName: "web" },
      UserData: Buffer.from("echo hi").toString("base64"),
    });
    const made = output!["Instances"] as { InstanceId: string; State: object }[];
    expect(made).toMatchObject([
      {
        State: { Name: "pending" },
        IamInstanceProfile: { Arn: "arn:aws:iam::111111111111:instance-profile/web" },
        MetadataOptions: { HttpTokens: "required", HttpPutResponseHopLimit: 1 },
        PrivateIpAddress: "10.0.2.5",
      },
      { PrivateIpAddress: "10.0.2.6" },
    ]);
    const InstanceIds = made.map((one) => one.InstanceId);
    const gone = ana("ec2", "TerminateInstances", { InstanceIds }).output!;
    expect(gone["TerminatingInstances"]).toMatchObject([
      { CurrentState: { Name: "shutting-down" }, PreviousState: { Name: "running" } },
      {},
    ]);
    expect(
      stateOf(world).network.interfaces.filter(({ subnet }) => subnet === "subnet-db"),
    ).toHaveLength(1);
  });

  it("shares a snapshot with another account, who copies it", () => {
    const world = buildWorld(shop, "s");
    const ana = fittingAs(world, "user/ana");
    const eve = fittingAs(world, "user/eve");
    const sees = () =>
      (eve("ec2", "DescribeSnapshots").output!["Snapshots"] as { SnapshotId: string }[]).map(
        (one) => one.SnapshotId,
      );
    expect(sees()).toEqual(["snap-open"]);
    ana("ec2", "ModifySnapshotAttribute", {
      SnapshotId: "snap-own",
      OperationType: "add",
      UserIds: ["222222222222"],
    });
    ana("ec2", "EnableSnapshotBlockPublicAccess", { State: "block-all-sharing" });
    expect(sees()).toEqual(["snap-own"]);
    const copy = { SourceRegion: "eu-west-1", SourceSnapshotId: "snap-own" };
    expect(eve("ec2", "CopySnapshot", copy).fault).toBeUndefined();
    expect(sees()).toHaveLength(2);
    expect(eve("ec2", "CopySnapshot", { ...copy, SourceSnapshotId: "snap-db" }).fault?.code).toBe(
      "InvalidSnapshot.NotFound",
    );
    const open = { SnapshotId: "snap-own", OperationType: "add", GroupNames: ["all"] };
    expect(ana("ec2", "ModifySnapshotAttribute", open).fault?.code).toBe("OperationNotPermitted");
  });

  it("does not grow without end", () => {
    const ana = fittingAs(buildWorld(shop, "s"), "user/ana");
    const entry = {
      NetworkAclId: "",
      Protocol: "-1",
      RuleAction: "deny",
      Egress: false,
      CidrBlock: "192.0.2.0/24",
    };
    const [acl] = ana("ec2", "DescribeNetworkAcls").output!["NetworkAcls"] as {
      NetworkAclId: string;
    }[];
    entry.NetworkAclId = acl!.NetworkAclId;
    const last = Array.from(
      { length: 40 },
      (_, index) =>
        ana("ec2", "CreateNetworkAclEntry", { ...entry, RuleNumber: index + 1 }).fault?.code,
    );
    expect(last.slice(-2)).toEqual([undefined, "NetworkAclEntryLimitExceeded"]);
  });

  it("makes no image public where that is blocked, as it is unless somebody changes it", () => {
    const ana = fittingAs(buildWorld(shop, "s"), "user/ana");
    const { ImageId } = ana("ec2", "CreateImage", { InstanceId: "i-web", Name: "golden" }).output!;
    const share = (Add: object) =>
      ana("ec2", "ModifyImageAttribute", { ImageId, LaunchPermission: { Add: [Add] } });
    expect(share({ Group: "all" }).fault?.code).toBe("OperationNotPermitted");
    expect(share({ UserId: "222222222222" }).fault).toBeUndefined();
  });

  it("routes a gateway endpoint through the tables that it is given, with a policy that is read", () => {
    const world = buildWorld(shop, "s");
    const ana = fittingAs(world, "user/ana");
    const policy = JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" }],
    });
    expect(
      ana("ec2", "ModifyVpcEndpoint", {
        VpcEndpointId: "vpce-s3",
        AddRouteTableIds: ["rtb-web"],
        RemoveRouteTableIds: ["rtb-db"],
        PolicyDocument: policy,
      }).fault,
    ).toBeUndefined();
    expect(ana("ec2", "DescribeVpcEndpoints").output!["VpcEndpoints"]).toMatchObject([
      { RouteTableIds: ["rtb-web"], PolicyDocument: policy },
    ]);
    expect(stateOf(world).endpoints.get("vpce-s3")!.policy!.compiled.kind).toBe("endpoint");
    ana("ec2", "DeleteVpcEndpoints", { VpcEndpointIds: ["vpce-s3"] });
    expect(
      stateOf(world)
        .network.routeTables.flatMap(({ routes }) => routes)
        .some(({ via }) => via === "vpce-s3"),
    ).toBe(false);
  });

  it("gives and takes profiles", () => {
    const world = buildWorld(shop, "s");
    const ana = fittingAs(world, "user/ana");
    const AssociationId = stateOf(world).instances.get("i-web")!.profile!.id;
    const next = ana("ec2", "ReplaceIamInstanceProfileAssociation", {
      AssociationId,
      IamInstanceProfile: { Name: "other" },
    }).output!;
    expect(next["IamInstanceProfileAssociation"]).toMatchObject({
      InstanceId: "i-web",
      State: "associating",
      IamInstanceProfile: { Arn: "arn:aws:iam::111111111111:instance-profile/other" },
    });
    const { profile } = stateOf(world).instances.get("i-web")!;
    expect(
      ana("ec2", "DisassociateIamInstanceProfile", { AssociationId: profile!.id }).fault,
    ).toBeUndefined();
    expect(stateOf(world).instances.get("i-web")!.profile).toBeNull();
  });
});
