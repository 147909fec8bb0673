import type { Need } from "../../../world/define.ts";
import { resourceId } from "../../../world/ids.ts";
import { refusal } from "../../../world/refusal.ts";
import { found, kindOf, lookUp } from "../kinds.ts";
import { needOn } from "../keys.ts";
import { ec2Operations, type Ctx } from "../operations.ts";
import { needsToCreate, tagNew } from "../tagging.ts";

const watched = ["vpc", "subnet", "network-interface"] as const;

const resources = ({ input }: Ctx) =>
  input.texts("ResourceIds").map((id) => {
    const kind = watched.find((one) => one === kindOf(id));
    if (kind) return { kind, id };
    throw refusal("InvalidParameter", `Flow logs cannot be made for ${id}.`);
  });

/** Logs to CloudWatch are written by a role, which is handed to the service. */
function passing({ input }: Ctx): Need[] {
  const role = input.optional("DeliverLogsPermissionArn");
  if (role === null) return [];
  const context = { "iam:PassedToService": "vpc-flow-logs.amazonaws.com" };
  return [{ action: "iam:PassRole", resource: role, context }];
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html */
export const flowLogOperations = ec2Operations({
  CreateFlowLogs: {
    readOnly: false,
    needs: (context) => [
      ...needsToCreate(context, "vpc-flow-log"),
      ...resources(context).map(({ kind, id }) => needOn(context, [kind, id])),
      ...passing(context),
    ],
    run: (context) => {
      const { state, world, input } = context;
      const destinationType = input.optional("LogDestinationType") ?? "cloud-watch-logs";
      const destination = input.optional("LogDestination") ?? input.optional("LogGroupName");
      if (destination === null)
        throw refusal("MissingParameter", "The request must contain a log destination.");
      const role = input.optional("DeliverLogsPermissionArn");
      if (destinationType === "cloud-watch-logs" && role === null) {
        const message =
          "DeliverLogsPermissionArn can't be empty if LogDestinationType is cloud-watch-logs.";
        throw refusal("InvalidParameter", message);
      }
      const FlowLogIds = resources(context).map(({ kind, id: resource }) => {
        found(state, kind, resource);
        const id = resourceId(world, "fl");
        const traffic = input.optional("TrafficType") ?? "ALL";
        const log = { id, resource, traffic, destinationType, destination, role };
        state.flowLogs.set(id, { ...log, createdMs: world.nowMs });
        tagNew(context, "vpc-flow-log", id);
        return id;
      });
      return { FlowLogIds, Unsuccessful: [] };
    },
  },
  DeleteFlowLogs: {
    readOnly: false,
    needs: (context) =>
      context.input.texts("FlowLogIds").map((id) => needOn(context, ["vpc-flow-log", id])),
    run: ({ state, input }) => {
      const Unsuccessful = input.texts("FlowLogIds").flatMap((id) => {
        if (lookUp(state, "vpc-flow-log", id)) {
          state.flowLogs.delete(id);
          state.tags.delete(id);
          return [];
        }
        const Message = `The flow log ID '${id}' does not exist`;
        return [{ ResourceId: id, Error: { Code: "InvalidFlowLogId.NotFound", Message } }];
      });
      return { Unsuccessful };
    },
  },
});
