import type { Need } from "../../../world/define.ts";
import { resourceId } from "../../../world/ids.ts";
import { tag } from "../declare-network.ts";
import { zoneOf } from "../describe/places.ts";
import { add } from "../edit.ts";
import { arnOf, lookUp } from "../kinds.ts";
import { needOn, passRole } from "../keys.ts";
import { ec2Operations, type Ctx } from "../operations.ts";
import type { Ec2Instance } from "../state.ts";
import { needsToCreate, specified, tagNew } from "../tagging.ts";
import { checkLaunch, launchIn, newVolume, type Launch } from "./launch.ts";
import { metadataFor } from "./metadata-options.ts";
import { place, publicAddressFor } from "./place.ts";
import { writtenInstance } from "./written.ts";
import { stateWritten } from "../describe/instances.ts";

/**
 * A launch is asked about on everything that it uses and makes.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
 */
function needsToRun(context: Ctx): Need[] {
  const launch = launchIn(context);
  const template: Record<string, string> = launch.template
    ? { "ec2:LaunchTemplate": arnOf(context, "launch-template", launch.template.id) }
    : {};
  const subnet = launch.subnet === null ? null : lookUp(context.state, "subnet", launch.subnet);
  const placed: Record<string, string> = {
    ...template,
    ...(launch.subnet === null ? {} : { "ec2:Subnet": arnOf(context, "subnet", launch.subnet) }),
    ...(subnet ? { "ec2:Vpc": arnOf(context, "vpc", subnet.vpc) } : {}),
    "ec2:AvailabilityZone": zoneOf(context, subnet?.zone),
  };
  const using = (need: Need): Need => ({ ...need, context: { ...need.context, ...template } });
  const key = [...context.state.keyPairs.values()].find(({ name }) => name === launch.key);
  return [
    using(needOn(context, ["image", launch.image])),
    ...needsToCreate(context, "instance", { ...template, ...instanceKeys(context, launch) }),
    ...(launch.subnet === null ? [] : [using(needOn(context, ["subnet", launch.subnet]))]),
    ...launch.groups.map((id) => using(needOn(context, ["security-group", id]))),
    ...needsToCreate(context, "network-interface", {
      ...placed,
      ...(launch.publicly === null
        ? {}
        : { "ec2:AssociatePublicIpAddress": String(launch.publicly) }),
    }),
    ...needsToCreate(context, "volume", {
      ...template,
      "ec2:AvailabilityZone": zoneOf(context, subnet?.zone),
      "ec2:Encrypted": String(launch.encrypted),
      "ec2:VolumeSize": String(launch.size),
      "ec2:VolumeType": "gp3",
    }),
    ...(key ? [using(needOn(context, ["key-pair", key.id]))] : []),
    ...(launch.template ? [using(needOn(context, ["launch-template", launch.template.id]))] : []),
    ...(launch.profile === null ? [] : [passRole(context, launch.profile)]),
  ];
}

/**
 * Of the metadata options those that the request, the template or the account's defaults name: who names none has no
 * such key, so that a deny of whatever is not "required" meets the launch.
 */
function instanceKeys(context: Ctx, { type, metadata, profile, subnet }: Launch) {
  const keys: Record<string, string> = {
    "ec2:InstanceType": type,
    "ec2:AvailabilityZone": zoneOf(context, lookUp(context.state, "subnet", subnet ?? "")?.zone),
    "ec2:EbsOptimized": "false",
    "ec2:RootDeviceType": "ebs",
    "ec2:Tenancy": "default",
  };
  if (metadata.tokens) keys["ec2:MetadataHttpTokens"] = metadata.tokens;
  if (metadata.endpoint) keys["ec2:MetadataHttpEndpoint"] = metadata.endpoint;
  if (metadata.hopLimit) keys["ec2:MetadataHttpPutResponseHopLimit"] = String(metadata.hopLimit);
  if (profile !== null) keys["ec2:InstanceProfile"] = profile;
  return keys;
}

function run(context: Ctx): Record<string, unknown> {
  const { state, world, account } = context;
  const launch = launchIn(context);
  const { image, subnet } = checkLaunch(context, launch);
  const reservation = resourceId(world, "r");
  const made = Array.from({ length: launch.count }, (): Ec2Instance => {
    const id = resourceId(world, "i");
    const instance: Ec2Instance = {
      id,
      reservation,
      image: image.id,
      type: launch.type,
      state: "running",
      launchedMs: world.nowMs,
      transition: "",
      key: launch.key,
      userData: launch.userData,
      metadata: metadataFor(state, launch.metadata, image.imdsSupport === "v2.0"),
      protected: launch.protected,
      shutdown: launch.shutdown,
      profile:
        launch.profile === null
          ? null
          : { id: resourceId(world, "iip-assoc"), profile: launch.profile, atMs: world.nowMs },
      tokens: new Map(),
      containers: [],
    };
    state.instances.set(id, instance);
    const { Name } = specified(context, "instance");
    add(state, "instances", {
      id,
      state: "running",
      ...(Name === undefined ? {} : { name: Name }),
    });
    equip(context, launch, { instance: id, subnet });
    return instance;
  });
  const Instances = made.map((one, AmiLaunchIndex) => ({
    ...writtenInstance(one, context),
    State: stateWritten("pending"),
    AmiLaunchIndex,
  }));
  return { ReservationId: reservation, OwnerId: account.id, Groups: [], Instances };
}

/** Interface, root volume and tags. */
function equip(
  context: Ctx,
  launch: Launch,
  { instance, subnet }: { instance: string; subnet: string },
): void {
  const { state, world } = context;
  const home = lookUp(state, "subnet", subnet)!;
  // Subnets of the default VPC give public addresses where nothing else is said.
  const publicly = launch.publicly ?? home.vpc === state.defaultVpc;
  const eni = place(context, {
    subnet,
    groups: launch.groups,
    address: launch.address,
    publicAddress: publicly ? publicAddressFor(context) : null,
    instance,
  });
  const volume = newVolume(context, launch);
  state.volumes.set(volume.id, {
    ...volume,
    zone: zoneOf(context, home.zone),
    attached: { instance, device: "/dev/xvda", atMs: world.nowMs },
  });
  tag(state, instance, specified(context, "instance"));
  tagNew(context, "volume", volume.id);
  tagNew(context, "network-interface", eni);
}

export const runOperations = ec2Operations({
  RunInstances: { readOnly: false, needs: needsToRun, run },
});
