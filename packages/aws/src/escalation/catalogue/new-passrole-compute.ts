import { page, pass, type Bindings, type Call, type Entry } from "./entry.ts";
import { lets, newPassRole } from "./new-passrole.ts";

const ec2 = "ec2.amazonaws.com";
const inEc2 = (rest: string) => `arn:{partition}:ec2:{region}:{account}:${rest}`;
const instance = inEc2("instance/{instance}");
/** Metadata version 2 and a small type satisfy what organisations commonly demand. */
const launched = {
  "ec2:InstanceType": "{type}",
  "ec2:MetadataHttpTokens": "required",
  "ec2:MetadataHttpEndpoint": "enabled",
};
const placed = [
  inEc2("subnet/{subnet}"),
  inEc2("security-group/{securityGroup}"),
  inEc2("network-interface/{interface}"),
  "arn:{partition}:ec2:{region}::image/{image}",
];
const profiled: Bindings = { role: { lets: ec2, profile: true } };

const ecs = "ecs-tasks.amazonaws.com";
const inEcs = (rest: string) => `arn:{partition}:ecs:{region}:{account}:${rest}`;
const definition = inEcs("task-definition/{family}:1");
const newCluster = inEcs("cluster/{cluster}");
const service = inEcs("service/{cluster}/{service}");
// Actions for which the reference lists no resource today have taken one at other times: both have to be allowed.
const register: Call = { action: "ecs:RegisterTaskDefinition", on: ["*", definition] };
const createCluster: Call = { action: "ecs:CreateCluster", on: ["*", newCluster] };
const runs = (name: "RunTask" | "StartTask" | "CreateService", cluster: string): Call => ({
  action: `ecs:${name}`,
  on: name === "CreateService" ? service : definition,
  with: { "ecs:cluster": cluster },
});

const onNewCluster = (id: string, name: "RunTask" | "CreateService"): Entry =>
  newPassRole({
    id,
    binds: lets(ecs),
    calls: [pass(ecs, definition), createCluster, register, runs(name, newCluster)],
    docs: [page("amazonelasticcontainerservice")],
  });

const onCluster = (id: string, name: "RunTask" | "StartTask" | "CreateService"): Entry =>
  newPassRole({
    id,
    binds: {
      ...lets(ecs),
      thing: {
        type: name === "StartTask" ? "ecs-container-instance" : "ecs-cluster",
        carries: false,
      },
    },
    calls: [pass(ecs, definition), register, runs(name, "{cluster-of-thing}")],
    docs: [page("amazonelasticcontainerservice")],
  });

const lambda = "lambda.amazonaws.com";
const fn = "arn:{partition}:lambda:{region}:{account}:function:{function}";
const mapping = "arn:{partition}:lambda:{region}:{account}:event-source-mapping:{id}";
const withFunction = (then: Call, id: string, notes?: readonly string[]): Entry =>
  newPassRole({
    id,
    binds: lets(lambda),
    calls: [pass(lambda, fn), { action: "lambda:CreateFunction", on: fn }, then],
    docs: [page("awslambda")],
    ...(notes && { notes }),
  });

/** Machines, containers and functions that are started with a role. */
export const newPassRoleCompute: readonly Entry[] = [
  newPassRole({
    id: "ec2-001",
    binds: profiled,
    calls: [
      pass(ec2, instance),
      {
        action: "ec2:RunInstances",
        on: [instance, ...placed, inEc2("volume/{volume}")],
        with: launched,
      },
    ],
    docs: [page("amazonec2")],
  }),
  newPassRole({
    id: "ec2-003",
    binds: profiled,
    calls: [
      pass(ec2, instance),
      {
        action: "ec2:RequestSpotInstances",
        on: [inEc2("spot-instances-request/{request}"), ...placed],
        with: launched,
      },
    ],
    docs: [page("amazonec2")],
  }),
  onNewCluster("ecs-001", "CreateService"),
  onNewCluster("ecs-002", "RunTask"),
  onCluster("ecs-003", "CreateService"),
  onCluster("ecs-004", "RunTask"),
  onCluster("ecs-005", "StartTask"),
  withFunction({ action: "lambda:InvokeFunction", on: fn }, "lambda-001"),
  withFunction(
    {
      action: "lambda:CreateEventSourceMapping",
      on: ["*", mapping],
      with: { "lambda:FunctionArn": fn },
    },
    "lambda-002",
    ["the role may read the stream or queue that sets the function off"],
  ),
  withFunction(
    { action: "lambda:AddPermission", on: fn, with: { "lambda:Principal": "{account}" } },
    "lambda-006",
  ),
];
