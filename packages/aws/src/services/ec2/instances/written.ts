import { stateWritten } from "../describe/instances.ts";
import { attachmentId, groupsNamed, macOf, zoneOf } from "../describe/places.ts";
import { lookUp } from "../kinds.ts";
import type { Ec2Instance, MetadataOptions, View } from "../state.ts";
import { tagsOf } from "../tags-of.ts";
import { profileId } from "./profiles.ts";

export const writtenMetadata = (options: MetadataOptions) => ({
  State: "applied",
  HttpTokens: options.tokens,
  HttpPutResponseHopLimit: options.hopLimit,
  HttpEndpoint: options.endpoint,
  HttpProtocolIpv6: "disabled",
  InstanceMetadataTags: options.tags,
});

export function writtenInstance(one: Ec2Instance, view: View): Record<string, unknown> {
  const { state } = view;
  const interfaces = state.network.interfaces.filter(({ instance }) => instance === one.id);
  const [own] = interfaces;
  const subnet = lookUp(state, "subnet", own?.subnet ?? "");
  const address = own?.addresses[0];
  const running = one.state === "running";
  const publicAddress = running ? own?.publicAddress : undefined;
  return {
    InstanceId: one.id,
    ImageId: one.image,
    InstanceType: one.type,
    State: stateWritten(one.state),
    StateTransitionReason: one.transition,
    LaunchTime: one.launchedMs,
    AmiLaunchIndex: 0,
    KeyName: one.key ?? undefined,
    Architecture: "x86_64",
    Hypervisor: "xen",
    VirtualizationType: "hvm",
    PlatformDetails: "Linux/UNIX",
    Monitoring: { State: "disabled" },
    EbsOptimized: false,
    RootDeviceName: "/dev/xvda",
    RootDeviceType: "ebs",
    BlockDeviceMappings: blockDevices(one, view),
    Placement: { AvailabilityZone: zoneOf(view, subnet?.zone), Tenancy: "default" },
    VpcId: subnet?.vpc,
    SubnetId: subnet?.id,
    PrivateIpAddress: address,
    PrivateDnsName: address && `ip-${address.replaceAll(".", "-")}.${view.region}.compute.internal`,
    PublicIpAddress: publicAddress,
    PublicDnsName:
      publicAddress === undefined
        ? ""
        : `ec2-${publicAddress.replaceAll(".", "-")}.${view.region}.compute.amazonaws.com`,
    SecurityGroups: groupsNamed(view, own?.groups ?? []),
    SourceDestCheck: own ? (own.sourceDestCheck ?? true) : undefined,
    NetworkInterfaces: interfaces.map((each, index) => writtenOwn(each, index, view)),
    IamInstanceProfile: one.profile
      ? { Arn: one.profile.profile, Id: profileId(view, one.profile.profile) }
      : undefined,
    MetadataOptions: writtenMetadata(one.metadata),
    Tags: tagsOf(view, one.id),
  };
}

const blockDevices = ({ id }: Ec2Instance, { state }: View) =>
  [...state.volumes.values()].flatMap((volume) =>
    volume.attached?.instance === id
      ? [
          {
            DeviceName: volume.attached.device,
            Ebs: {
              VolumeId: volume.id,
              Status: "attached",
              AttachTime: volume.attached.atMs,
              DeleteOnTermination: true,
            },
          },
        ]
      : [],
  );

type Interface = View["state"]["network"]["interfaces"][number];

const writtenOwn = (own: Interface, DeviceIndex: number, view: View) => ({
  NetworkInterfaceId: own.id,
  SubnetId: own.subnet,
  VpcId: lookUp(view.state, "subnet", own.subnet)?.vpc,
  OwnerId: view.account.id,
  Status: "in-use",
  MacAddress: macOf(own.id),
  InterfaceType: "interface",
  Attachment: {
    AttachmentId: attachmentId(own.id),
    DeviceIndex,
    NetworkCardIndex: 0,
    DeleteOnTermination: true,
    Status: "attached",
  },
  SourceDestCheck: own.sourceDestCheck ?? true,
  Groups: groupsNamed(view, own.groups),
  PrivateIpAddress: own.addresses[0],
  Ipv6Addresses: own.addresses
    .filter((one) => one.includes(":"))
    .map((Ipv6Address) => ({ Ipv6Address })),
  Association:
    own.publicAddress === undefined
      ? undefined
      : { PublicIp: own.publicAddress, IpOwnerId: "amazon" },
});
