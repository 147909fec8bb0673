import { allViews, type Ec2Instance, type View } from "../services/ec2/state.ts";
import { lookUp } from "../services/ec2/kinds.ts";
import { profileAt } from "../services/ec2/instances/profiles.ts";
import { iamOf } from "../services/iam/policies-of.ts";
import { functionAt } from "../services/lambda/find.ts";
import type { Credential } from "../world/credential.ts";
import type { World } from "../world/world.ts";
import { roleSession } from "./role-session.ts";

/** Code that runs somewhere in AWS and has a role. */
export type Runs =
  /** Id of an instance. `delivery` is the version of its metadata service; 2.0 where left out. */
  | { instance: string; delivery?: "1.0" | "2.0" }
  /** ARN of a function. */
  | { function: string }
  /** A container: the id of an ECS task with the ARN of its role, or of a pod. */
  | { task: string; role: string; region: string; service?: "ecs-tasks" | "pods.eks" };

/** About six hours, as EC2 and ECS hand them out. */
const instanceSeconds = 6 * 3600;
const functionSeconds = 12 * 3600;

/** The credentials that this code can use at this moment; null where it has none. */
export function credentialsFor(world: World, runs: Runs): Credential | null {
  if ("instance" in runs) return ofInstance(world, runs.instance, runs.delivery ?? "2.0");
  return "function" in runs ? ofFunction(world, runs.function) : ofTask(world, runs);
}

/** Wherever in the world it is. */
export function instanceAt(world: World, id: string): { view: View; instance: Ec2Instance } | null {
  for (const view of allViews(world)) {
    const instance = view.state.instances.get(id);
    if (instance) return { view, instance };
  }
  return null;
}

/** By its id; or by the tag Name, of those that run the newest. */
export const instanceCalled = (world: World, called: string) =>
  allViews(world)
    .flatMap((view) => [...view.state.instances.values()].map((instance) => ({ view, instance })))
    .findLast(
      ({ view, instance }) =>
        instance.id === called ||
        (instance.state === "running" && nameOf(view, instance) === called),
    ) ?? null;

const nameOf = ({ state }: View, { id }: Ec2Instance): string | undefined =>
  state.tags.get(id)?.get("Name");

/** The role that an instance has by its profile. */
export function roleOf(view: View, { profile }: Ec2Instance): { name: string; arn: string } | null {
  const name = profile && profileAt(view, profile.profile)?.role;
  const role = name ? iamOf(view.world, view.account.id)?.roles.get(name) : null;
  return role ? { name: role.name, arn: role.arn } : null;
}

function ofInstance(world: World, id: string, delivery: "1.0" | "2.0"): Credential | null {
  const found = instanceAt(world, id);
  const role = found && roleOf(found.view, found.instance);
  if (!found || !role || found.instance.state !== "running") return null;
  const { state, region } = found.view;
  const own = state.network.interfaces.find(({ instance }) => instance === id);
  const vpc = lookUp(state, "subnet", own?.subnet ?? "")?.vpc ?? "";
  return roleSession(world, {
    role: role.arn,
    service: "ec2.amazonaws.com",
    name: id,
    seconds: instanceSeconds,
    region,
    from: { instance: id, region, vpc, privateIp: own?.addresses[0] ?? "", delivery },
  });
}

/** https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html */
function ofFunction(world: World, arn: string): Credential | null {
  const found = functionAt(world, arn);
  if (!found) return null;
  return roleSession(world, {
    role: found.one.role,
    service: "lambda.amazonaws.com",
    name: found.one.name,
    seconds: functionSeconds,
    region: found.region,
    from: { function: found.one.arn },
    context: { "aws:SourceArn": found.one.arn, "aws:SourceAccount": found.account.id },
  });
}

type Task = Extract<Runs, { task: string }>;

function ofTask(
  world: World,
  { task, role, region, service = "ecs-tasks" }: Task,
): Credential | null {
  const [, , , , account = ""] = role.split(":");
  return roleSession(world, {
    role,
    service: `${service}.amazonaws.com`,
    name: task,
    seconds: instanceSeconds,
    region,
    from: { task },
    context: {
      "aws:SourceAccount": account,
      "aws:SourceArn": `arn:aws:${service === "ecs-tasks" ? "ecs" : "eks"}:${region}:${account}:*`,
    },
  });
}
