// Which operations keep their shapes. Of the others only name and route stay, so that a call can be
// told and refused. "all" keeps every operation but those that answer with a stream of events.

const names = (text) => text.trim().split(/\s+/);

/** `Describe{Vpcs,Subnets}` stands for two names. */
const spread = (text) =>
  names(text).flatMap((name) => {
    const [, before, inside, after] = /^(\w*)\{([\w,]+)\}(\w*)$/.exec(name) ?? [];
    return inside ? inside.split(",").map((part) => before + part + after) : [name];
  });

const describes = `Describe{Vpcs,Subnets,SecurityGroups,SecurityGroupRules,NetworkAcls,RouteTables}
  Describe{InternetGateways,NatGateways,EgressOnlyInternetGateways,VpcEndpoints,VpcEndpointServices}
  Describe{VpcPeeringConnections,TransitGateways,Instances,InstanceAttribute,InstanceStatus,Regions}
  Describe{AvailabilityZones,NetworkInterfaces,FlowLogs,Images,Volumes,Snapshots,SnapshotAttribute}
  Describe{KeyPairs,IamInstanceProfileAssociations,LaunchTemplates,LaunchTemplateVersions,Addresses}
  Describe{PrefixLists,ManagedPrefixLists,Tags,AccountAttributes,VpcAttribute}
  GetManagedPrefixListEntries`;

const ec2 = spread(`${describes}
  {Run,Start,Stop,Terminate,Reboot}Instances ModifyInstance{Attribute,MetadataOptions}
  {Create,Delete}SecurityGroup {Authorize,Revoke}SecurityGroupIngress ModifySecurityGroupRules
  {Authorize,Revoke}SecurityGroupEgress {Create,Delete}Tags {Create,Delete}NetworkAcl
  {Create,Delete,Replace}NetworkAclEntry ReplaceNetworkAclAssociation {Create,Delete,Replace}Route
  {Create,Delete,Associate,Disassociate}RouteTable ReplaceRouteTableAssociation
  {Create,Modify}VpcEndpoint DeleteVpcEndpoints {Create,Delete}FlowLogs
  {Associate,Disassociate}IamInstanceProfile ReplaceIamInstanceProfileAssociation
  {Create,Delete,Copy}Snapshot ModifySnapshotAttribute
  {Get,Enable,Disable}EbsEncryptionByDefault GetSnapshotBlockPublicAccessState
  EnableSnapshotBlockPublicAccess Create{Vpc,Subnet,Image} ModifySubnetAttribute
  ModifyImageAttribute ModifyNetworkInterfaceAttribute AllocateAddress
  {Get,Modify}InstanceMetadataDefaults`);

const lambda = spread(`
  {Create,Get,Delete}Function Get{FunctionConfiguration,FunctionConcurrency,AccountSettings}
  ListFunctions UpdateFunction{Code,Configuration,UrlConfig} Invoke PublishVersion
  ListVersionsByFunction {Create,Get,Update,Delete}Alias ListAliases {Add,Remove}Permission GetPolicy
  {Create,Get,Update,Delete}EventSourceMapping ListEventSourceMappings
  {Create,Get,Delete}FunctionUrlConfig ListFunctionUrlConfigs List{Layers,LayerVersions,Tags}
  GetLayerVersion GetLayerVersionPolicy {Tag,Untag}Resource {Put,Delete}FunctionConcurrency`);

/** Operations of S3 that go to other hosts and are signed for other names, where no client finds them here. */
export const elsewhere = ["ListDirectoryBuckets", "WriteGetObjectResponse"];

/** @type {Record<string, "all" | string[]>} */
export const wanted = {
  iam: "all",
  sts: "all",
  s3: "all",
  s3control: spread(`{Get,Put,Delete}PublicAccessBlock {Create,Get,Delete}AccessPoint
    ListAccessPoints {Get,Put,Delete}AccessPointPolicy GetAccessPointPolicyStatus`),
  kms: "all",
  secretsmanager: "all",
  ec2,
  lambda,
  cloudtrail: spread(`LookupEvents DescribeTrails GetTrailStatus {Start,Stop}Logging
    {Create,Update,Delete,Get}Trail {Get,Put}EventSelectors ListTrails`),
  logs: spread(`Describe{LogGroups,LogStreams} GetLogEvents FilterLogEvents PutRetentionPolicy
    {Create,Delete}LogGroup PutResourcePolicy StartQuery GetQueryResults`),
  guardduty: spread(`ListDetectors {Get,Create,Update}Detector ListFindings GetFindings
    GetFindingsStatistics ArchiveFindings`),
  accessanalyzer: spread(`{Create,Get,Delete}Analyzer ListAnalyzers ListFindings ListFindingsV2
    GetFinding GetFindingV2 UpdateFindings {Create,Get,Update,Delete}ArchiveRule ListArchiveRules
    ApplyArchiveRule StartResourceScan ListAnalyzedResources GetAnalyzedResource ValidatePolicy
    CheckNoPublicAccess CheckAccessNotGranted CheckNoNewAccess {Tag,Untag,ListTagsFor}Resource`),
  organizations: "all",
  securityhub: spread(`GetFindings BatchUpdateFindings DescribeHub GetEnabledStandards
    BatchImportFindings`),
};
