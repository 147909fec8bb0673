import { resourceId } from "../../../world/ids.ts";
import { refusal } from "../../../world/refusal.ts";
import { add, remove } from "../edit.ts";
import { found } from "../kinds.ts";
import { needOn } from "../keys.ts";
import { ec2Operations, required, type Ctx } from "../operations.ts";
import type { Ec2Group, View } from "../state.ts";
import { needsToCreate, tagNew } from "../tagging.ts";
import { tagsOf } from "../tags-of.ts";
import { peerOf } from "./rules.ts";

/** By id, or by name in the default VPC. */
export function groupId({ state, input }: Ctx): string {
  const id = input.optional("GroupId");
  if (id !== null) return id;
  const name = input.optional("GroupName");
  if (name === null)
    throw refusal(
      "MissingParameter",
      "The request must contain the parameter groupName or groupId",
    );
  const own = state.network.securityGroups.find(
    (one) => one.name === name && one.vpc === state.defaultVpc,
  );
  return own?.id ?? name;
}

export const groupIn = (context: Ctx): Ec2Group =>
  found(context.state, "security-group", groupId(context));

const vpcIn = ({ state, input }: Ctx): string | null => input.optional("VpcId") ?? state.defaultVpc;

function create(context: Ctx): Record<string, unknown> {
  const { state, world, account, region } = context;
  const name = required(context, "GroupName");
  const description = required(context, "Description");
  const vpc = vpcIn(context);
  if (vpc === null) throw refusal("VPCIdNotSpecified", "No default VPC for this user");
  found(state, "vpc", vpc);
  if (name.startsWith("sg-") || name === "default") {
    const message = `Value (${name}) for parameter GroupName is invalid. Group names may not be in the format sg-*, and default is reserved.`;
    throw refusal("InvalidParameterValue", message);
  }
  if (state.network.securityGroups.some((one) => one.vpc === vpc && one.name === name)) {
    const message = `The security group '${name}' already exists for VPC '${vpc}'`;
    throw refusal("InvalidGroup.Duplicate", message);
  }
  const id = resourceId(world, "sg");
  add(state, "securityGroups", {
    id,
    name,
    description,
    vpc,
    ingress: [],
    // As every new one: all may leave, nothing may enter.
    egress: [{ protocol: "all", to: "0.0.0.0/0", ruleId: resourceId(world, "sgr") }],
  });
  tagNew(context, "security-group", id);
  return {
    GroupId: id,
    Tags: tagsOf(context, id),
    SecurityGroupArn: `arn:aws:ec2:${region}:${account.id}:security-group/${id}`,
  };
}

/** Neither the default one, nor one that an interface has or another group's rule names. */
function leave({ state }: View, group: Ec2Group): void {
  if (group.name === "default") {
    const message = `the specified group: "${group.id}" name: "default" cannot be deleted by a user`;
    throw refusal("CannotDelete", message);
  }
  const held = state.network.interfaces.some(({ groups }) => groups.includes(group.id));
  const named = state.network.securityGroups.some(
    (other) =>
      other.id !== group.id &&
      [...other.ingress, ...other.egress].some((rule) => peerOf(rule) === group.id),
  );
  if (!held && !named) return;
  throw refusal("DependencyViolation", `resource ${group.id} has a dependent object`);
}

export const groupOperations = ec2Operations({
  CreateSecurityGroup: {
    readOnly: false,
    needs: (context) => {
      const vpc = vpcIn(context);
      return [
        ...needsToCreate(context, "security-group"),
        ...(vpc === null ? [] : [needOn(context, ["vpc", vpc])]),
      ];
    },
    run: create,
  },
  DeleteSecurityGroup: {
    readOnly: false,
    needs: (context) => [needOn(context, ["security-group", groupId(context)])],
    run: (context) => {
      const group = groupIn(context);
      leave(context, group);
      remove(context.state, "securityGroups", group.id);
      context.state.tags.delete(group.id);
      return { Return: true, GroupId: group.id };
    },
  },
});
