import { resourceId } from "../../../world/ids.ts";
import { Input } from "../../../world/input.ts";
import { refusal } from "../../../world/refusal.ts";
import { firstDefault } from "../declare.ts";
import { templateIn, versionOf } from "../describe/templates.ts";
import { usable } from "../describe/storage.ts";
import { found, lookUp } from "../kinds.ts";
import type { Ctx } from "../operations.ts";
import type { Image, LaunchTemplate, MetadataOptions } from "../state.ts";
import { defaultGroup } from "./place.ts";
import { metadataIn } from "./metadata-options.ts";
import { profileIn } from "./profiles.ts";

/** What a launch asks for, with what a template and the account's defaults say. */
export type Launch = {
  template: LaunchTemplate | null;
  image: string;
  type: string;
  subnet: string | null;
  groups: string[];
  address: string | null;
  /** Null: as the subnet has it. */
  publicly: boolean | null;
  key: string | null;
  profile: string | null;
  /** What was said, in the request or in the account's defaults. */
  metadata: Partial<MetadataOptions>;
  userData: string;
  protected: boolean;
  shutdown: "stop" | "terminate";
  /** Of the root volume. */
  size: number;
  encrypted: boolean;
  count: number;
};

const countMax = 20;

/** Reads a request once; what is asked for in it counts before the template. */
export function launchIn(context: Ctx): Launch {
  const { state } = context;
  const template = templateAsked(context);
  const input = merged(context, template);
  const nic = input.list("NetworkInterfaces")[0] ?? new Input({});
  const subnet = nic.optional("SubnetId") ?? input.optional("SubnetId") ?? firstDefault(state);
  const image = input.optional("ImageId");
  if (image === null)
    throw refusal("MissingParameter", "The request must contain the parameter ImageId");
  const disk = input.list("BlockDeviceMappings")[0]?.inside("Ebs") ?? new Input({});
  const shutdown = input.optional("InstanceInitiatedShutdownBehavior");
  return {
    template: template?.template ?? null,
    image,
    type: input.optional("InstanceType") ?? "m1.small",
    subnet: subnet === "" ? null : subnet,
    groups: groupsIn(context, { input, nic, subnet }),
    address: nic.optional("PrivateIpAddress") ?? input.optional("PrivateIpAddress"),
    publicly: nic.flag("AssociatePublicIpAddress"),
    key: input.optional("KeyName"),
    profile: profileIn(context, input.inside("IamInstanceProfile"))?.arn ?? null,
    metadata: { ...state.settings.metadata, ...metadataIn(input.inside("MetadataOptions")) },
    userData: textIn(input.optional("UserData") ?? ""),
    protected: input.flag("DisableApiTermination") ?? false,
    shutdown: shutdown === "terminate" ? "terminate" : "stop",
    size: disk.number("VolumeSize") ?? 8,
    encrypted: disk.flag("Encrypted") === true || state.settings.ebsEncryption,
    count: countIn(input),
  };
}

function templateAsked({ state, input }: Ctx) {
  if (!input.has("LaunchTemplate")) return null;
  const asked = input.inside("LaunchTemplate");
  const template = templateIn({ state, input: asked });
  const data = template.versions[versionOf(template, asked.optional("Version")) - 1];
  if (data) return { template, data };
  const message = `Could not find launch template version ${asked.optional("Version")} of ${template.id}`;
  throw refusal("InvalidLaunchTemplateId.VersionNotFound", message);
}

/** A structure of the request, such as MetadataOptions, stands in for the template's one as a whole. */
function merged({ input }: Ctx, template: ReturnType<typeof templateAsked>): Input {
  const given = Object.entries(template?.data ?? {}).filter(([, value]) => value !== undefined);
  return new Input({ ...Object.fromEntries(given), ...input.raw });
}

type Asked = { input: Input; nic: Input; subnet: string };

function groupsIn({ state }: Ctx, { input, nic, subnet }: Asked): string[] {
  const ids = [...nic.texts("Groups"), ...input.texts("SecurityGroupIds")];
  const names = input.texts("SecurityGroups").map((name) => {
    const own = state.network.securityGroups.find(
      (one) => one.name === name && one.vpc === state.defaultVpc,
    );
    return own?.id ?? name;
  });
  if (ids.length + names.length > 0) return [...ids, ...names];
  const vpc = lookUp(state, "subnet", subnet)?.vpc;
  return vpc === undefined ? [] : defaultGroup({ state } as Ctx, vpc);
}

function countIn(input: Input): number {
  const least = input.number("MinCount") ?? 1;
  const most = input.number("MaxCount") ?? 1;
  if (least < 1 || most < least)
    throw refusal("InvalidParameterValue", "The counts of instances are no range.");
  if (least > countMax) {
    const message = `You have requested more instances (${least}) than your current instance limit of ${countMax} allows.`;
    throw refusal("InstanceLimitExceeded", message);
  }
  return Math.min(most, countMax);
}

/** User data comes in base64, 16 KB of it at most. */
export function textIn(base64: string): string {
  if (!/^[\w+/=\s-]*$/.test(base64))
    throw refusal("InvalidParameterValue", "Invalid BASE64 encoding of user data");
  const text = Buffer.from(base64, "base64").toString();
  if (text.length <= 16_384) return text;
  throw refusal("InvalidParameterValue", "User data is limited to 16384 bytes");
}

/** What the launch names has to be there, and all in one VPC. */
export function checkLaunch(context: Ctx, launch: Launch): { image: Image; subnet: string } {
  const { state } = context;
  const image = usable(context, "image", launch.image).one as Image;
  if (launch.subnet === null)
    throw refusal("MissingInput", "No subnets found for the default VPC. Please specify a subnet.");
  const subnet = found(state, "subnet", launch.subnet);
  for (const group of launch.groups) {
    if (found(state, "security-group", group).vpc === subnet.vpc) continue;
    const message = `Security group ${group} and subnet ${subnet.id} belong to different networks.`;
    throw refusal("InvalidParameter", message);
  }
  const taken = state.network.interfaces.some(({ addresses }) =>
    addresses.includes(launch.address ?? ""),
  );
  if (taken) throw refusal("InvalidIPAddress.InUse", `Address ${launch.address} is in use.`);
  if (launch.key !== null && [...state.keyPairs.values()].every(({ name }) => name !== launch.key))
    throw refusal("InvalidKeyPair.NotFound", `The key pair '${launch.key}' does not exist`);
  return { image, subnet: subnet.id };
}

export const newVolume = (context: Ctx, { size, encrypted }: Launch) => ({
  id: resourceId(context.world, "vol"),
  size,
  encrypted,
  kmsKey: null,
  snapshot: null,
  createdMs: context.world.nowMs,
});
