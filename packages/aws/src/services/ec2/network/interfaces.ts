import { refusal } from "../../../world/refusal.ts";
import { change } from "../edit.ts";
import { needOn } from "../keys.ts";
import { found, lookUp } from "../kinds.ts";
import { ec2Operations, required, type Ctx } from "../operations.ts";

/** An interface has these groups and no other from now on; they stand in its VPC. */
export function putIntoGroups({ state }: Ctx, id: string, groups: readonly string[]): void {
  const vpc = lookUp(state, "subnet", found(state, "network-interface", id).subnet)?.vpc;
  for (const group of groups) {
    if (found(state, "security-group", group).vpc === vpc) continue;
    const message = `Security group ${group} and network interface ${id} belong to different networks.`;
    throw refusal("InvalidParameter", message);
  }
  change(state, "interfaces", { id, to: (own) => ({ ...own, groups: [...new Set(groups)] }) });
}

/** As the condition key ec2:Attribute names them. */
const attributes = ["Groups", "SourceDestCheck", "Description"] as const;

function asked({ input }: Ctx): (typeof attributes)[number] {
  const given = attributes.filter((one) => input.has(one));
  const [name, ...more] = given;
  if (!name) throw refusal("InvalidParameterCombination", "No attributes specified.");
  if (more.length > 0)
    throw refusal("InvalidParameterCombination", "Fields for multiple attribute types specified");
  return name;
}

function apply(context: Ctx): void {
  const { state, input } = context;
  const { id } = found(state, "network-interface", required(context, "NetworkInterfaceId"));
  switch (asked(context)) {
    case "Groups":
      return putIntoGroups(context, id, input.texts("Groups"));
    case "SourceDestCheck": {
      const sourceDestCheck = input.inside("SourceDestCheck").flag("Value") ?? true;
      return change(state, "interfaces", { id, to: (own) => ({ ...own, sourceDestCheck }) });
    }
    case "Description": {
      const name = input.inside("Description").optional("Value") ?? "";
      return change(state, "interfaces", { id, to: (own) => ({ ...own, name }) });
    }
  }
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyNetworkInterfaceAttribute.html */
export const interfaceOperations = ec2Operations({
  ModifyNetworkInterfaceAttribute: {
    readOnly: false,
    needs: (context) => [
      needOn(context, ["network-interface", required(context, "NetworkInterfaceId")], {
        context: { "ec2:Attribute": asked(context) },
      }),
      ...context.input.texts("Groups").map((id) => needOn(context, ["security-group", id])),
    ],
    run: apply,
  },
});
