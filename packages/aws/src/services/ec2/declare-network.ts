import type { Network } from "../../network/network.ts";
import { resourceId } from "../../world/ids.ts";
import { add, change } from "./edit.ts";
import type { Ec2Group, Ec2State, View } from "./state.ts";

type World = View["world"];

/** What is declared, and what EC2 makes with every VPC: a default ACL, a main table and a default group. */
export function takeNetwork(state: Ec2State, given: Network, { world, region }: View): void {
  const securityGroups = given.securityGroups.map((group): Ec2Group => ({
    ...group,
    name: group.name ?? group.id,
    description: group.name ?? group.id,
    ingress: group.ingress.map((rule) => ({ ...rule, ruleId: resourceId(world, "sgr") })),
    egress: group.egress.map((rule) => ({ ...rule, ruleId: resourceId(world, "sgr") })),
  }));
  state.network = { ...given, region, securityGroups };
  for (const { id } of given.vpcs) withDefaults(state, world, id);
  for (const { id, name } of namedIn(given)) tag(state, id, { Name: name });
  for (const { publicAddress } of [...given.interfaces, ...given.natGateways]) {
    if (publicAddress !== undefined)
      state.addresses.set(resourceId(world, "eipalloc"), publicAddress);
  }
  for (const { id } of given.endpoints)
    state.endpoints.set(id, { policy: null, createdMs: world.nowMs });
}

/** Their name is the tag Name; a group's is a name of its own. */
const namedIn = (given: Network): { id: string; name: string }[] =>
  [
    ...given.vpcs,
    ...given.subnets,
    ...given.interfaces,
    ...given.instances,
    ...given.networkAcls,
    ...given.routeTables,
  ].flatMap(({ id, name }) => (name === undefined ? [] : [{ id, name }]));

export function tag(state: Ec2State, id: string, tags: Readonly<Record<string, string>>): void {
  const known = state.tags.get(id) ?? new Map<string, string>();
  for (const [key, value] of Object.entries(tags)) known.set(key, value);
  if (known.size > 0) state.tags.set(id, known);
}

export function withDefaults(state: Ec2State, world: World, vpc: string): void {
  const { networkAcls, routeTables, securityGroups } = state.network;
  if (networkAcls.every((one) => one.vpc !== vpc || !one.default))
    add(state, "networkAcls", openAcl(resourceId(world, "acl"), vpc));
  if (routeTables.every((one) => one.vpc !== vpc || !one.main))
    add(state, "routeTables", {
      id: resourceId(world, "rtb"),
      vpc,
      main: true,
      subnets: [],
      routes: [],
    });
  if (securityGroups.every((one) => one.vpc !== vpc || one.name !== "default"))
    add(state, "securityGroups", defaultGroup(world, vpc));
}

const openAcl = (id: string, vpc: string): Network["networkAcls"][number] => ({
  id,
  vpc,
  default: true,
  subnets: [],
  ingress: [{ rule: 100, action: "allow", protocol: "all", from: "0.0.0.0/0" }],
  egress: [{ rule: 100, action: "allow", protocol: "all", to: "0.0.0.0/0" }],
});

function defaultGroup(world: World, vpc: string): Ec2Group {
  const id = resourceId(world, "sg");
  return {
    id,
    name: "default",
    description: "default VPC security group",
    vpc,
    ingress: [{ protocol: "all", from: id, ruleId: resourceId(world, "sgr") }],
    egress: [{ protocol: "all", to: "0.0.0.0/0", ruleId: resourceId(world, "sgr") }],
  };
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc-components.html */
export function makeDefaultVpc(state: Ec2State, { world, region }: View): void {
  if (state.defaultVpc !== null) return;
  const vpc = resourceId(world, "vpc");
  const gateway = resourceId(world, "igw");
  state.defaultVpc = vpc;
  add(state, "vpcs", { id: vpc, cidrs: ["172.31.0.0/16"] });
  add(state, "internetGateways", { id: gateway, vpc });
  for (const [index, letter] of ["a", "b", "c"].entries())
    add(state, "subnets", {
      id: resourceId(world, "subnet"),
      vpc,
      cidrs: [`172.31.${index * 16}.0/20`],
      zone: region + letter,
    });
  withDefaults(state, world, vpc);
  const main = state.network.routeTables.find((one) => one.vpc === vpc && one.main)!;
  change(state, "routeTables", {
    id: main.id,
    to: (table) => ({ ...table, routes: [{ to: "0.0.0.0/0", via: gateway }] }),
  });
}
