import { refusal } from "../../../world/refusal.ts";
import { kindOf, lookUp, missing } from "../kinds.ts";
import { ec2Operations, type Ctx } from "../operations.ts";
import type { KeyPair, LaunchTemplate, View } from "../state.ts";
import { tagsOf } from "../tags-of.ts";
import { described, listed, named } from "./list.ts";

/** Regions that are on in every account: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html */
const regions = [
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-northeast-3",
  "ap-south-1",
  "ap-southeast-1",
  "ap-southeast-2",
  "ca-central-1",
  "eu-central-1",
  "eu-north-1",
  "eu-west-1",
  "eu-west-2",
  "eu-west-3",
  "sa-east-1",
  "us-east-1",
  "us-east-2",
  "us-west-1",
  "us-west-2",
];

type Zone = { name: string; id: string };
const zonesOf = (region: string): Zone[] => {
  const [area = "", side = "", number = ""] = region.split("-");
  return ["a", "b", "c"].map((letter, index) => ({
    name: region + letter,
    id: `${area}${side.slice(0, 1)}${number}-az${index + 1}`,
  }));
};

type Tag = { Key: string; Value: string; ResourceId: string; ResourceType: string };

const allTags = ({ state }: View): Tag[] =>
  [...state.tags].flatMap(([ResourceId, tags]) => {
    const ResourceType = kindOf(ResourceId) ?? "";
    return [...tags].map(([Key, Value]) => ({ Key, Value, ResourceId, ResourceType }));
  });

function templatesOf({ state, input }: Ctx): LaunchTemplate[] {
  const ids = input.texts("LaunchTemplateIds");
  const names = input.texts("LaunchTemplateNames");
  const all = [...state.templates.values()];
  if (ids.length + names.length === 0) return all;
  return [
    ...ids.map((id) => state.templates.get(id) ?? refuse(missing("launch-template", id))),
    ...names.map((name) => all.find((one) => one.name === name) ?? refuse(noTemplate(name))),
  ];
}

export const noTemplate = (name: string) =>
  refusal(
    "InvalidLaunchTemplateName.NotFoundException",
    `The specified launch template, with template name ${name}, does not exist.`,
  );

/** As an expression, where a list is looked through. */
const refuse = (error: Error): never => {
  throw error;
};

type Choice<T> = { asked: readonly string[]; name: (one: T) => string; what: string };

function chosen<T>(all: readonly T[], { asked, name, what }: Choice<T>): readonly T[] {
  const unknown = asked.find((one) => all.every((each) => name(each) !== one));
  if (unknown !== undefined)
    throw refusal("InvalidParameterValue", `Invalid ${what}: [${unknown}]`);
  return asked.length === 0 ? all : all.filter((one) => asked.includes(name(one)));
}

export const restReads = ec2Operations({
  DescribeRegions: described<string>({
    member: "Regions",
    all: ({ input }) =>
      chosen(regions, {
        asked: input.texts("RegionNames"),
        name: (one) => one,
        what: "region name",
      }),
    id: (one) => one,
    filters: {
      "region-name": (one) => [one],
      endpoint: (one) => [`ec2.${one}.amazonaws.com`],
      "opt-in-status": () => ["opt-in-not-required"],
    },
    written: (RegionName) => ({
      RegionName,
      Endpoint: `ec2.${RegionName}.amazonaws.com`,
      OptInStatus: "opt-in-not-required",
    }),
  }),
  DescribeAvailabilityZones: described<Zone>({
    member: "AvailabilityZones",
    all: ({ input, region }) =>
      chosen(zonesOf(region), {
        asked: input.texts("ZoneNames"),
        name: ({ name }) => name,
        what: "availability zone",
      }),
    id: ({ id }) => id,
    filters: {
      "zone-name": ({ name }) => [name],
      "zone-id": ({ id }) => [id],
      "region-name": (_, { region }) => [region],
      state: () => ["available"],
    },
    written: ({ name, id }, { region }) => ({
      ZoneName: name,
      ZoneId: id,
      RegionName: region,
      State: "available",
      ZoneType: "availability-zone",
      OptInStatus: "opt-in-not-required",
      GroupName: region,
      NetworkBorderGroup: region,
      Messages: [],
    }),
  }),
  DescribeAddresses: listed("elastic-ip", "AllocationIds", {
    member: "Addresses",
    filters: {
      "allocation-id": ({ id }) => [id],
      "public-ip": ({ publicIp }) => [publicIp],
      domain: () => ["vpc"],
      "instance-id": ({ publicIp }, view) => [holderOf(view, publicIp)?.instance],
    },
    written: ({ id, publicIp }, view) => {
      const holder = holderOf(view, publicIp);
      return {
        AllocationId: id,
        PublicIp: publicIp,
        Domain: "vpc",
        NetworkBorderGroup: view.region,
        NetworkInterfaceId: holder?.id,
        InstanceId: holder?.instance,
        PrivateIpAddress: holder?.addresses[0],
        Tags: tagsOf(view, id),
      };
    },
  }),
  DescribeKeyPairs: described<KeyPair>({
    member: "KeyPairs",
    all: (context) => {
      const names = context.input.texts("KeyNames");
      const all = named("key-pair", "KeyPairIds")(context);
      const unknown = names.find((name) => all.every((one) => one.name !== name));
      if (unknown !== undefined) throw missing("key-pair", unknown);
      return names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
    },
    id: ({ id }) => id,
    filters: {
      "key-name": ({ name }) => [name],
      "key-pair-id": ({ id }) => [id],
      fingerprint: ({ fingerprint }) => [fingerprint],
    },
    written: (one, view) => ({
      KeyPairId: one.id,
      KeyName: one.name,
      KeyType: "ed25519",
      KeyFingerprint: one.fingerprint,
      CreateTime: one.createdMs,
      Tags: tagsOf(view, one.id),
    }),
  }),
  DescribeFlowLogs: listed("vpc-flow-log", "FlowLogIds", {
    member: "FlowLogs",
    filterMember: "Filter",
    filters: {
      "flow-log-id": ({ id }) => [id],
      "resource-id": ({ resource }) => [resource],
      "traffic-type": ({ traffic }) => [traffic],
      "log-destination-type": ({ destinationType }) => [destinationType],
      "log-group-name": ({ destination }) => [destination],
    },
    written: (one, view) => ({
      FlowLogId: one.id,
      ResourceId: one.resource,
      TrafficType: one.traffic,
      FlowLogStatus: "ACTIVE",
      DeliverLogsStatus: "SUCCESS",
      LogDestinationType: one.destinationType,
      ...(one.destinationType === "cloud-watch-logs"
        ? { LogGroupName: one.destination }
        : { LogDestination: one.destination }),
      DeliverLogsPermissionArn: one.role ?? undefined,
      MaxAggregationInterval: 600,
      CreationTime: one.createdMs,
      Tags: tagsOf(view, one.id),
    }),
  }),
  DescribeTags: described<Tag>({
    member: "Tags",
    all: allTags,
    id: ({ ResourceId }) => ResourceId,
    filters: {
      key: ({ Key }) => [Key],
      value: ({ Value }) => [Value],
      "resource-id": ({ ResourceId }) => [ResourceId],
      "resource-type": ({ ResourceType }) => [ResourceType],
    },
    written: (one) => one,
  }),
  DescribeLaunchTemplates: described<LaunchTemplate>({
    member: "LaunchTemplates",
    all: templatesOf,
    id: ({ id }) => id,
    filters: {
      "launch-template-name": ({ name }) => [name],
    },
    written: (one, view) => ({
      LaunchTemplateId: one.id,
      LaunchTemplateName: one.name,
      CreateTime: one.createdMs,
      CreatedBy: one.createdBy,
      DefaultVersionNumber: one.defaultVersion,
      LatestVersionNumber: one.versions.length,
      Tags: tagsOf(view, one.id),
    }),
  }),
  DescribeVpcAttribute: {
    readOnly: true,
    run: ({ state, input }) => {
      const id = input.text("VpcId");
      const vpc = lookUp(state, "vpc", id);
      if (!vpc) throw missing("vpc", id);
      const Value = vpc.dns ?? true;
      const attribute = input.optional("Attribute");
      if (attribute === "enableDnsSupport") return { VpcId: id, EnableDnsSupport: { Value } };
      if (attribute === "enableDnsHostnames") return { VpcId: id, EnableDnsHostnames: { Value } };
      return { VpcId: id, EnableNetworkAddressUsageMetrics: { Value: false } };
    },
  },
});

const holderOf = ({ state }: View, address: string) =>
  state.network.interfaces.find(({ publicAddress }) => publicAddress === address);
