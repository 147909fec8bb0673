import type { Job, SandboxPort } from "@loopwright/core";

import type { Context } from "./context.ts";
import type { Capability } from "./views/shapes.ts";

/** The one language whose interpreter a browser can hold. */
const language = "python";

/** What runs, and where. What this machine does not confine, the page of an attempt may run. */
export function capabilitiesOf({ sandbox, browserRuns }: Context): Capability[] {
  return sandbox.capabilities().map((one) => {
    if (one.runs || one.language !== language || !browserRuns) return one;
    const how = `In this browser, in a worker of its own that reaches no network and no page. A grade says so. ${one.how}`;
    return { language, runs: true, how };
  });
}

/** Whether the page of an attempt is asked to run Python. */
export const runsInBrowser = ({ sandbox, browserRuns }: Context): boolean =>
  browserRuns !== null &&
  !sandbox.capabilities().some((one) => one.language === language && one.runs);

/** The sandbox as an attempt's kind gets it: what runs in the browser waits for that attempt's page. */
export function sandboxFor(context: Context, attemptId: string): SandboxPort {
  const { sandbox, browserRuns } = context;
  const inBrowser = (job: Job) => job.language === language && runsInBrowser(context);
  return {
    run: (job) => (inBrowser(job) ? browserRuns!.run(attemptId, job) : sandbox.run(job)),
    open: (job) => (inBrowser(job) ? browserRuns!.open(attemptId, job) : sandbox.open(job)),
  };
}
