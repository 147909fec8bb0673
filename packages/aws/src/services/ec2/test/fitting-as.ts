import { encodeOutput } from "../../../codec/index.ts";
import { callingAs, type Calling } from "../../../world/calling.ts";
import type { World } from "../../../world/world.ts";

/** As `callingAs`, of any service and any kind of caller; every answer has to fit AWS's model, or the call throws. */
export const fittingAs = (world: World, whose: string): Calling => {
  const call = callingAs(world, whose);
  return (service, operation, input = {}) => {
    const reply = call(service, operation, input);
    if (reply.output) encodeOutput({ service, operation }, reply.output, reply);
    return reply;
  };
};
