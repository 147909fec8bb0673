import { refusal } from "../../../world/refusal.ts";
import { found, lookUp } from "../kinds.ts";
import { ec2Operations, required, type Ctx } from "../operations.ts";
import { needOn } from "../keys.ts";
import type { Ec2Instance, View } from "../state.ts";
import { profileId } from "../instances/profiles.ts";
import { writtenInstance } from "../instances/written.ts";
import { described, listed, named } from "./list.ts";
import { groupsNamed } from "./places.ts";

const interfaceOf = ({ id }: Ec2Instance, { state }: View) =>
  state.network.interfaces.find(({ instance }) => instance === id);
const subnetOf = (one: Ec2Instance, view: View) =>
  lookUp(view.state, "subnet", interfaceOf(one, view)?.subnet ?? "");

export const instanceFilters = {
  "instance-id": ({ id }: Ec2Instance) => [id],
  "instance-state-name": ({ state }: Ec2Instance) => [state],
  "instance-type": ({ type }: Ec2Instance) => [type],
  "image-id": ({ image }: Ec2Instance) => [image],
  "key-name": ({ key }: Ec2Instance) => [key ?? undefined],
  "owner-id": (_: Ec2Instance, { account }: View) => [account.id],
  "reservation-id": ({ reservation }: Ec2Instance) => [reservation],
  "iam-instance-profile.arn": ({ profile }: Ec2Instance) => [profile?.profile],
  "vpc-id": (one: Ec2Instance, view: View) => [subnetOf(one, view)?.vpc],
  "subnet-id": (one: Ec2Instance, view: View) => [interfaceOf(one, view)?.subnet],
  "availability-zone": (one: Ec2Instance, view: View) => [
    subnetOf(one, view)?.zone ?? `${view.region}a`,
  ],
  "private-ip-address": (one: Ec2Instance, view: View) => [interfaceOf(one, view)?.addresses[0]],
  "ip-address": (one: Ec2Instance, view: View) => [interfaceOf(one, view)?.publicAddress],
  "network-interface.network-interface-id": (one: Ec2Instance, view: View) => [
    interfaceOf(one, view)?.id,
  ],
  "instance.group-id": (one: Ec2Instance, view: View) => interfaceOf(one, view)?.groups ?? [],
  "instance.group-name": (one: Ec2Instance, view: View) =>
    groupsNamed(view, interfaceOf(one, view)?.groups ?? []).map(({ GroupName }) => GroupName),
  "metadata-options.http-tokens": ({ metadata }: Ec2Instance) => [metadata.tokens],
  "metadata-options.http-endpoint": ({ metadata }: Ec2Instance) => [metadata.endpoint],
  "metadata-options.http-put-response-hop-limit": ({ metadata }: Ec2Instance) => [
    String(metadata.hopLimit),
  ],
};

/** Instances of one launch stand in one reservation. */
const reservations = listed("instance", "InstanceIds", {
  member: "Reservations",
  filters: instanceFilters,
  written: (one, view) => ({
    ReservationId: one.reservation,
    OwnerId: view.account.id,
    Groups: [],
    Instances: [writtenInstance(one, view)],
  }),
});

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceAttribute.html */
const attributes: Readonly<Record<string, (one: Ec2Instance, view: View) => object>> = {
  // What was given at launch, in base64; nothing where nothing was.
  userData: ({ userData }) => ({
    UserData: userData === "" ? {} : { Value: Buffer.from(userData).toString("base64") },
  }),
  instanceType: ({ type }) => ({ InstanceType: { Value: type } }),
  disableApiTermination: (one) => ({ DisableApiTermination: { Value: one.protected } }),
  disableApiStop: () => ({ DisableApiStop: { Value: false } }),
  instanceInitiatedShutdownBehavior: ({ shutdown }) => ({
    InstanceInitiatedShutdownBehavior: { Value: shutdown },
  }),
  rootDeviceName: () => ({ RootDeviceName: { Value: "/dev/xvda" } }),
  ebsOptimized: () => ({ EbsOptimized: { Value: false } }),
  enaSupport: () => ({ EnaSupport: { Value: true } }),
  sourceDestCheck: (one, view) => ({
    SourceDestCheck: { Value: interfaceOf(one, view)?.sourceDestCheck ?? true },
  }),
  groupSet: (one, view) => ({ Groups: groupsNamed(view, interfaceOf(one, view)?.groups ?? []) }),
};

function attributeOf(context: Ctx): Record<string, unknown> {
  const name = required(context, "Attribute");
  const one = found(context.state, "instance", required(context, "InstanceId"));
  const read = Object.hasOwn(attributes, name) ? attributes[name]! : null;
  if (!read) {
    const message = `Value (${name}) for parameter attribute is invalid. Unknown attribute.`;
    throw refusal("InvalidParameterValue", message);
  }
  return { InstanceId: one.id, ...read(one, context) };
}

export const instanceReads = ec2Operations({
  DescribeInstances: {
    ...reservations,
    run: (context) => {
      const { Reservations, NextToken } = reservations.run(context) as {
        Reservations: { ReservationId: string; Instances: unknown[] }[];
        NextToken?: string;
      };
      const together = new Map<string, (typeof Reservations)[number]>();
      for (const one of Reservations) {
        const first = together.get(one.ReservationId);
        if (first) first.Instances.push(...one.Instances);
        else together.set(one.ReservationId, one);
      }
      return { Reservations: [...together.values()], NextToken };
    },
  },
  DescribeInstanceStatus: described<Ec2Instance>({
    member: "InstanceStatuses",
    all: (context) =>
      named(
        "instance",
        "InstanceIds",
      )(context).filter(
        ({ state }) => state === "running" || context.input.flag("IncludeAllInstances") === true,
      ),
    id: ({ id }) => id,
    filters: instanceFilters,
    written: (one, view) => ({
      InstanceId: one.id,
      AvailabilityZone: subnetOf(one, view)?.zone ?? `${view.region}a`,
      InstanceState: stateWritten(one.state),
      InstanceStatus: { Status: one.state === "running" ? "ok" : "not-applicable" },
      SystemStatus: { Status: one.state === "running" ? "ok" : "not-applicable" },
    }),
  }),
  DescribeInstanceAttribute: {
    readOnly: true,
    needs: (context) => [needOn(context, ["instance", required(context, "InstanceId")])],
    run: attributeOf,
  },
  DescribeIamInstanceProfileAssociations: described<Ec2Instance>({
    member: "IamInstanceProfileAssociations",
    all: ({ state, input }) => {
      const ids = input.texts("AssociationIds");
      const all = [...state.instances.values()].filter(({ profile }) => profile !== null);
      const unknown = ids.find((id) => all.every(({ profile }) => profile?.id !== id));
      if (unknown !== undefined) {
        const message = `The association ID '${unknown}' does not exist`;
        throw refusal("InvalidAssociationID.NotFound", message);
      }
      return ids.length === 0 ? all : all.filter(({ profile }) => ids.includes(profile!.id));
    },
    id: ({ id }) => id,
    filters: { "instance-id": ({ id }) => [id], state: () => ["associated"] },
    written: (one, view) => writtenAssociation(one, view),
  }),
});

const codes = {
  pending: 0,
  running: 16,
  "shutting-down": 32,
  terminated: 48,
  stopping: 64,
  stopped: 80,
};
export const stateWritten = (state: keyof typeof codes) => ({ Code: codes[state], Name: state });

/** Empty where the instance has none. */
export function writtenAssociation(
  { id, profile }: Ec2Instance,
  view: View,
  State = "associated",
): Record<string, unknown> {
  if (!profile) return {};
  return {
    AssociationId: profile.id,
    InstanceId: id,
    IamInstanceProfile: { Arn: profile.profile, Id: profileId(view, profile.profile) },
    State,
    Timestamp: profile.atMs,
  };
}
