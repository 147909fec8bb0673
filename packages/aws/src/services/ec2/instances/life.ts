import { refusal } from "../../../world/refusal.ts";
import { stateWritten } from "../describe/instances.ts";
import { change, remove } from "../edit.ts";
import { found } from "../kinds.ts";
import { needOn } from "../keys.ts";
import { ec2Operations, type Ctx } from "../operations.ts";
import type { Ec2Instance, Ec2State } from "../state.ts";

const onAll = (context: Ctx) => {
  const ids = context.input.texts("InstanceIds");
  if (ids.length === 0)
    throw refusal("MissingParameter", "The request must contain the parameter InstanceId");
  return ids.map((id) => needOn(context, ["instance", id]));
};

const all = ({ state, input }: Ctx): Ec2Instance[] =>
  input.texts("InstanceIds").map((id) => found(state, "instance", id));

type Next = { state: Ec2Instance["state"]; passing: Parameters<typeof stateWritten>[0] };

/** The answer speaks of the state on the way; what is asked afterwards finds it arrived. */
function turn(context: Ctx, one: Ec2Instance, { state, passing }: Next): Record<string, unknown> {
  const previous = one.state;
  if (previous === state)
    return {
      InstanceId: one.id,
      CurrentState: stateWritten(state),
      PreviousState: stateWritten(state),
    };
  one.state = state;
  one.transition =
    state === "running" ? "" : `User initiated (${new Date(context.world.nowMs).toISOString()})`;
  return {
    InstanceId: one.id,
    CurrentState: stateWritten(passing),
    PreviousState: stateWritten(previous),
  };
}

const inNetwork = (context: Ctx, id: string, state: "running" | "stopped"): void =>
  change(context.state, "instances", { id, to: (one) => ({ ...one, state }) });

const gone = (one: Ec2Instance) =>
  refusal(
    "IncorrectInstanceState",
    `The instance '${one.id}' is not in a state from which it can be started or stopped.`,
  );

/** Interfaces and volumes go with it. Its role's credentials stay good until they expire. */
function takeAway(state: Ec2State, id: string): void {
  for (const own of state.network.interfaces.filter(({ instance }) => instance === id))
    remove(state, "interfaces", own.id);
  for (const volume of state.volumes.values())
    if (volume.attached?.instance === id) state.volumes.delete(volume.id);
  remove(state, "instances", id);
}

export const lifeOperations = ec2Operations({
  StartInstances: {
    readOnly: false,
    needs: onAll,
    run: (context) => ({
      StartingInstances: all(context).map((one) => {
        if (one.state === "terminated") throw gone(one);
        inNetwork(context, one.id, "running");
        return turn(context, one, { state: "running", passing: "pending" });
      }),
    }),
  },
  StopInstances: {
    readOnly: false,
    needs: onAll,
    run: (context) => ({
      StoppingInstances: all(context).map((one) => {
        if (one.state === "terminated") throw gone(one);
        inNetwork(context, one.id, "stopped");
        return turn(context, one, { state: "stopped", passing: "stopping" });
      }),
    }),
  },
  RebootInstances: { readOnly: false, needs: onAll, run: (context) => void all(context) },
  TerminateInstances: {
    readOnly: false,
    needs: onAll,
    run: (context) => {
      const instances = all(context);
      const kept = instances.find((one) => one.protected);
      if (kept) {
        const message = `The instance '${kept.id}' may not be terminated. Modify its 'disableApiTermination' instance attribute and try again.`;
        throw refusal("OperationNotPermitted", message);
      }
      return {
        TerminatingInstances: instances.map((one) => {
          const written = turn(context, one, { state: "terminated", passing: "shutting-down" });
          takeAway(context.state, one.id);
          return { ...written };
        }),
      };
    },
  },
});
