import { reach, type Network } from "@loopwright/aws/network";

import { questionOf } from "../flow.ts";
import type { Flow } from "../key.ts";

/** Whether a flow is as the table states: open or closed, and by the way that it states. */
export function keeps(network: Network, flow: Flow): boolean {
  const { reachable, steps } = reach(network, questionOf(flow));
  if (!reachable) return flow.expect === "closed";
  const { through } = flow;
  const goesBy = through === undefined || steps.some(({ at }) => at === through);
  return flow.expect === "open" && goesBy;
}
