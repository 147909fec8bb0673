import { encodeOutput, type ServiceId } from "../../codec/index.ts";
import { callingAs, type From } from "../../world/calling.ts";
import type { Reply } from "../../world/invoke.ts";
import type { World } from "../../world/world.ts";

/** Calls one service as a user; every answer has to fit AWS's model, or the call throws. */
export function fitting(
  world: World,
  service: ServiceId,
  { user, ...from }: From & { user: string },
) {
  const call = callingAs(world, `user/${user}`, from);
  return (operation: string, input: Record<string, unknown> = {}): Reply => {
    const reply = call(service, operation, input);
    if (reply.output) encodeOutput({ service, operation }, reply.output, reply);
    return reply;
  };
}
