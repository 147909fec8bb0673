import { isShallow, type HostService, type Json, type Observations } from "@loopwright/core";

import { callsMaxBytes } from "./limits.ts";

type Spec = { services: Record<string, HostService>; callsMax: number };

/** The text of a reply, or the word by which the run ends. */
export type Answered = { reply: string } | { end: "calls" | "crashed" };

/**
 * Answers what learner code asks of the host, one call after the other in the order in which they came, and
 * counts: more than `callsMax` calls, or more bytes than all calls of a run may have, end the run.
 */
export function callDesk({ services, callsMax }: Spec) {
  const seen: Observations["calls"] = [];
  let count = 0;
  let bytes = 0;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  async function reply(asked: Call): Promise<Answered> {
    if (closed) return { end: "calls" };
    const response = await ask(services, asked);
    const text = JSON.stringify(response);
    bytes += text.length;
    if (!closed) seen.push({ ...asked, response: "value" in response ? response.value : response });
    return { reply: text };
  }
  return {
    /** Calls that were answered, in order. */
    seen,
    /** `request` is JSON: { service, request }. Never rejects. */
    answer: (request: Buffer): Promise<Answered> => {
      count += 1;
      bytes += request.length;
      if (count > callsMax || bytes > callsMaxBytes) return Promise.resolve({ end: "calls" });
      const asked = parseShallow(request);
      if (!isCall(asked)) return Promise.resolve({ end: "crashed" });
      const answered = last.then(() => reply(asked));
      last = answered;
      return answered;
    },
    /** The run is over: what is still queued reaches no service. */
    close: () => {
      closed = true;
    },
  };
}

type Call = { service: string; request: Json };
type Reply = { value: Json } | { error: string };

async function ask(
  services: Record<string, HostService>,
  { service, request }: Call,
): Promise<Reply> {
  const found = Object.hasOwn(services, service) ? services[service] : undefined;
  if (!found) return { error: `there is no service “${service}”` };
  try {
    return { value: (await found(request)) ?? null };
  } catch {
    // The reason may hold what learner code must not see.
    return { error: `the service “${service}” failed` };
  }
}

function isCall(value: Json | undefined): value is Call {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return false;
  return typeof value.service === "string" && value.request !== undefined;
}

/** JSON that learner code wrote; undefined where it is none, or too deep to be handled safely. */
export function parseShallow(bytes: Buffer): Json | undefined {
  try {
    const value = JSON.parse(bytes.toString("utf8")) as Json;
    return isShallow(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
