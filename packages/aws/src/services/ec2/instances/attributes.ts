import { refusal } from "../../../world/refusal.ts";
import { change } from "../edit.ts";
import { found } from "../kinds.ts";
import { needOn } from "../keys.ts";
import { putIntoGroups } from "../network/interfaces.ts";
import { ec2Operations, required, type Ctx } from "../operations.ts";
import type { Ec2Instance } from "../state.ts";
import { textIn } from "./launch.ts";

/** Attributes as requests name them: as a member of their own, or by Attribute and Value. */
const names = {
  UserData: "userData",
  InstanceType: "instanceType",
  DisableApiTermination: "disableApiTermination",
  SourceDestCheck: "sourceDestCheck",
  InstanceInitiatedShutdownBehavior: "instanceInitiatedShutdownBehavior",
  Groups: "groupSet",
} as const;
type Name = keyof typeof names;

/** The one attribute that a request changes, and its value as text. */
function asked({ input }: Ctx): { name: Name; value: string; groups: string[] } {
  const all = Object.keys(names) as Name[];
  const attribute = input.optional("Attribute");
  const byName = all.find((one) => names[one] === attribute);
  const given = byName ? [byName] : all.filter((one) => input.has(one));
  const [name, ...more] = given;
  if (!name) throw refusal("InvalidParameterCombination", "No attributes specified.");
  if (more.length > 0)
    throw refusal("InvalidParameterCombination", "Fields for multiple attribute types specified");
  const inside = input.inside(name);
  const bytes = inside.bytes("Value");
  const flag = inside.flag("Value");
  const value = byName
    ? name === "UserData"
      ? textIn(input.optional("Value") ?? "")
      : (input.optional("Value") ?? "")
    : bytes
      ? Buffer.from(bytes).toString()
      : (inside.optional("Value") ?? (flag === null ? "" : String(flag)));
  return { name, value, groups: input.texts("Groups") };
}

function stopped(one: Ec2Instance): void {
  if (one.state === "stopped") return;
  const message = `The instance '${one.id}' is not in the 'stopped' state.`;
  throw refusal("IncorrectInstanceState", message);
}

/** Of the only interface there is: where there are more, EC2 wants to be told which. */
function regroup(context: Ctx, one: Ec2Instance, groups: readonly string[]): void {
  const { state } = context;
  const own = state.network.interfaces.filter(({ instance }) => instance === one.id);
  if (own.length > 1) {
    const message = `There are multiple interfaces attached to instance '${one.id}'. Please specify an interface ID for the operation instead.`;
    throw refusal("InvalidInstanceID", message);
  }
  for (const { id } of own) putIntoGroups(context, id, groups);
}

/** User data and type change on a stopped instance alone. */
function apply(context: Ctx, one: Ec2Instance): void {
  const { name, value, groups } = asked(context);
  switch (name) {
    case "Groups":
      return regroup(context, one, groups);
    case "UserData":
      stopped(one);
      one.userData = value;
      return;
    case "InstanceType":
      stopped(one);
      one.type = value;
      return;
    case "DisableApiTermination":
      one.protected = value === "true";
      return;
    case "InstanceInitiatedShutdownBehavior":
      one.shutdown = value === "terminate" ? "terminate" : "stop";
      return;
    case "SourceDestCheck":
      for (const { id, instance } of context.state.network.interfaces)
        if (instance === one.id)
          change(context.state, "interfaces", {
            id,
            to: (own) => ({ ...own, sourceDestCheck: value === "true" }),
          });
  }
}

export const attributeOperations = ec2Operations({
  ModifyInstanceAttribute: {
    readOnly: false,
    needs: (context) => {
      const { name, value, groups } = asked(context);
      // What a script says is no condition key; of the others the value is one.
      const keys: Record<string, string> = { "ec2:Attribute": names[name] };
      if (name !== "Groups" && name !== "UserData") keys[`ec2:Attribute/${names[name]}`] = value;
      return [
        needOn(context, ["instance", required(context, "InstanceId")], { context: keys }),
        ...groups.map((id) => needOn(context, ["security-group", id])),
      ];
    },
    run: (context) => {
      apply(context, found(context.state, "instance", required(context, "InstanceId")));
    },
  },
});
