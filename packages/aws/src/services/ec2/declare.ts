import { hexId, resourceId, uuid } from "../../world/ids.ts";
import { refusal } from "../../world/refusal.ts";
import type { Place } from "../../world/define.ts";
import { stored } from "../iam/declare.ts";
import { iamOf } from "../iam/policies-of.ts";
import type { Ec2Declaration } from "./declaration.ts";
import { makeDefaultVpc, tag, takeNetwork } from "./declare-network.ts";
import { add, change } from "./edit.ts";
import { metadataFor } from "./instances/metadata-options.ts";
import { place } from "./instances/place.ts";
import { lookUp } from "./kinds.ts";
import type { Ec2Instance, Ec2State, HostedContainer, View } from "./state.ts";
import { amazonLinux } from "./storage/public-images.ts";

const dayMs = 86_400_000;

/** The network first, since the rest stands in it. */
export function declareEc2(state: Ec2State, given: Ec2Declaration, where: Place): void {
  const view: View = { ...where, state };
  state.network = { ...state.network, region: where.region };
  state.settings = {
    metadata: given.imdsDefaults,
    ebsEncryption: given.ebsEncryption,
    snapshotSharing: given.snapshotSharing,
    imageSharing: given.imageSharing,
  };
  if (given.network) takeNetwork(state, given.network, view);
  if (given.defaultVpc || given.instances.some((one) => standsNowhere(state, one)))
    makeDefaultVpc(state, view);
  declareStorage(view, given);
  for (const name of given.keyPairs) {
    const id = resourceId(view.world, "key");
    const fingerprint = `SHA256:${hexId(view.world, 40)}`;
    state.keyPairs.set(id, { id, name, createdMs: view.world.nowMs - 90 * dayMs, fingerprint });
  }
  for (const one of given.instances) declareInstance(view, one);
  for (const { id } of state.network.instances)
    if (!state.instances.has(id)) declareInstance(view, { ...plain, id });
  for (const one of given.volumes) declareVolume(view, one);
  declareRest(view, given);
  for (const [id, tags] of Object.entries(given.tags)) tag(state, id, tags);
}

type Instance = Ec2Declaration["instances"][number];

/** Of an instance that the network alone speaks of. */
const plain: Instance = {
  imds: {},
  userData: "",
  type: "t3.micro",
  state: "running",
  protected: false,
  launchedDaysAgo: 30,
  containers: [],
  tags: {},
};

const standsNowhere = ({ network }: Ec2State, { id, subnet }: Instance): boolean =>
  subnet === undefined && network.interfaces.every(({ instance }) => instance !== id);

function declareInstance(view: View, given: Instance): void {
  const { state, world } = view;
  const id = given.id ?? resourceId(world, "i");
  if (state.instances.has(id)) throw refusal("Duplicate", `the instance ${id} is declared twice`);
  const known = lookUpInstance(state, id);
  const launchedMs = world.nowMs - given.launchedDaysAgo * dayMs;
  const running = (known?.state ?? given.state) === "running";
  const instance: Ec2Instance = {
    id,
    reservation: resourceId(world, "r"),
    image: given.image ?? amazonLinux.id,
    type: given.type,
    state: running ? "running" : "stopped",
    launchedMs,
    transition: running ? "" : "User initiated",
    key: given.key ?? null,
    userData: given.userData,
    metadata: metadataFor(state, given.imds),
    protected: given.protected,
    shutdown: "stop",
    profile: profileOf(view, given, launchedMs),
    tokens: new Map(),
    containers: given.containers.map((one) => hosted(view, one)),
  };
  state.instances.set(id, instance);
  if (!known)
    add(state, "instances", { id, state: running ? "running" : "stopped", ...named(given) });
  else if (given.name !== undefined)
    change(state, "instances", { id, to: (one) => ({ ...one, ...named(given) }) });
  tag(state, id, { ...(given.name === undefined ? {} : { Name: given.name }), ...given.tags });
  if (state.network.interfaces.some((one) => one.instance === id)) return;
  place(view, {
    subnet: given.subnet ?? firstDefault(state),
    groups: given.groups ?? [],
    address: given.address ?? null,
    publicAddress: given.publicAddress ?? null,
    instance: id,
  });
}

const lookUpInstance = ({ network }: Ec2State, id: string) =>
  network.instances.find((one) => one.id === id);
const named = ({ name }: Instance) => (name === undefined ? {} : { name });
export const firstDefault = ({ network, defaultVpc }: Ec2State): string =>
  network.subnets.find(({ vpc }) => vpc === defaultVpc)?.id ?? "";

function profileOf({ world, account }: View, { profile: name }: Instance, atMs: number) {
  if (name === undefined) return null;
  const found = iamOf(world, account.id)?.profiles.get(name);
  if (found) return { id: resourceId(world, "iip-assoc"), profile: found.arn, atMs };
  throw refusal("NoSuchEntity", `account ${account.id} has no instance profile ${name}`);
}

/** Its path is a secret that follows from the seed, as keys do. */
function hosted(
  { world, account }: View,
  { name, role, shell }: Instance["containers"][number],
): HostedContainer {
  const arn = iamOf(world, account.id)?.roles.get(role)?.arn;
  if (arn === undefined) throw refusal("NoSuchEntity", `account ${account.id} has no role ${role}`);
  const relativeUri = `/v2/credentials/${uuid(world)}`;
  return { name, task: hexId(world, 32), role: arn, relativeUri, shell };
}

function declareStorage({ state, world, account }: View, given: Ec2Declaration): void {
  for (const { tags, daysAgo, kmsKey, sharedWith, ...one } of given.snapshots) {
    state.snapshots.set(one.id, {
      ...one,
      kmsKey: kmsKey ?? null,
      encrypted: one.encrypted || kmsKey !== undefined,
      startedMs: world.nowMs - daysAgo * dayMs,
      sharedWith: new Set(sharedWith),
    });
    tag(state, one.id, tags);
  }
  for (const { tags, daysAgo, sharedWith, ...one } of given.images) {
    state.images.set(one.id, {
      ...one,
      owner: account.id,
      createdMs: world.nowMs - daysAgo * dayMs,
      sharedWith: new Set(sharedWith),
      imdsSupport: null,
    });
    tag(state, one.id, tags);
  }
}

function declareVolume({ state, region }: View, given: Ec2Declaration["volumes"][number]): void {
  const { tags, instance, device, kmsKey, snapshot, ...one } = given;
  const holder = instance === undefined ? null : state.instances.get(instance);
  if (holder === undefined)
    throw refusal("InvalidInstanceID.NotFound", `${one.id} names ${instance}, which is not there`);
  const subnet = state.network.interfaces.find((each) => each.instance === instance)?.subnet ?? "";
  const createdMs = holder?.launchedMs ?? 0;
  state.volumes.set(one.id, {
    ...one,
    encrypted: one.encrypted || kmsKey !== undefined,
    kmsKey: kmsKey ?? null,
    snapshot: snapshot ?? null,
    zone: lookUp(state, "subnet", subnet)?.zone ?? `${region}a`,
    createdMs,
    attached: holder ? { instance: holder.id, device, atMs: createdMs } : null,
  });
  tag(state, one.id, tags);
}

function declareRest(view: View, given: Ec2Declaration): void {
  const { state, world } = view;
  for (const [id, document] of Object.entries(given.endpointPolicies)) {
    const known = state.endpoints.get(id);
    if (!known) throw refusal("InvalidVpcEndpointId.NotFound", `there is no endpoint ${id}`);
    const policy = stored(document, "endpoint", `policy of ${id}`);
    state.endpoints.set(id, { ...known, policy });
  }
  for (const [id, description] of Object.entries(given.descriptions))
    change(state, "securityGroups", { id, to: (one) => ({ ...one, description }) });
  for (const { to, role, ...one } of given.flowLogs) {
    const id = one.id ?? resourceId(world, "fl");
    const destinationType = to.startsWith("arn:aws:s3") ? "s3" : "cloud-watch-logs";
    const createdMs = world.nowMs - 90 * dayMs;
    const { resource, traffic } = one;
    const log = { id, resource, traffic, destinationType, destination: to, createdMs };
    state.flowLogs.set(id, { ...log, role: role ?? null });
  }
  for (const one of given.launchTemplates) declareTemplate(view, one);
}

function declareTemplate(
  { state, world, account }: View,
  given: Ec2Declaration["launchTemplates"][number],
) {
  const id = given.id ?? resourceId(world, "lt");
  const { imds, profile, userData, image, type } = given;
  const data = {
    ImageId: image ?? amazonLinux.id,
    InstanceType: type,
    IamInstanceProfile: profile === undefined ? undefined : { Name: profile },
    UserData: userData === undefined ? undefined : Buffer.from(userData).toString("base64"),
    MetadataOptions: {
      HttpTokens: imds.tokens,
      HttpPutResponseHopLimit: imds.hopLimit,
      HttpEndpoint: imds.endpoint,
    },
  };
  state.templates.set(id, {
    id,
    name: given.name,
    createdMs: world.nowMs - 90 * dayMs,
    createdBy: `arn:aws:iam::${account.id}:root`,
    versions: [data],
    defaultVersion: 1,
  });
}
