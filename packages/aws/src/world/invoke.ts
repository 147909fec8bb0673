import type { Call, Fault } from "../codec/call.ts";
import { notEmulated } from "../codec/faults.ts";
import { specOf } from "../services/index.ts";
import { decideIn } from "./authorise.ts";
import { callerOf, type Credential } from "./credential.ts";
import { stateIn, type Context, type Need, type Operation, type ServiceSpec } from "./define.ts";
import { deniedFault } from "./denied.ts";
import { eventResources } from "./event-resources.ts";
import { uuid } from "./ids.ts";
import { Input } from "./input.ts";
import { overTheInternet, type Origin } from "./origin.ts";
import { Refusal } from "./refusal.ts";
import { throttled } from "./throttle.ts";
import { writeEvent } from "./trail.ts";
import type { Account, World } from "./world.ts";

export type Reply = Outcome & {
  /** As the answer's headers and CloudTrail have it. */
  requestId: string;
};

type Outcome =
  | { output: Record<string, unknown>; fault?: undefined }
  | { fault: Fault; output?: undefined };

/** What one call did beyond its answer. */
type Doing = {
  world: World;
  call: Call;
  origin: Origin;
  owners: Set<string>;
  /** ARNs that permissions were asked for, with the accounts that own them. */
  touched: Map<string, string | null>;
  requestId: string;
};

/**
 * One call: who asks is found, whether they may is decided, then it is done and written down. Answers with the
 * output or with AWS's error; throws only for a fault of ours.
 */
export function invoke(world: World, call: Call, origin: Origin = overTheInternet): Reply {
  world.nowMs += 1000;
  const spec = specOf(call.service);
  const operation = spec && Object.hasOwn(spec.operations, call.operation);
  const requestId = uuid(world);
  if (!spec || !operation) return { fault: notEmulated(call), requestId };
  const doing: Doing = { world, call, origin, owners: new Set(), touched: new Map(), requestId };
  const known = attempt(() => ({ caller: callerOf(world, call) }));
  // A key that nobody has leaves no trace in anybody's history.
  if (known.fault) return logged(doing, { caller: null, readOnly: true }, known);
  const { caller } = known.output as { caller: Credential | null };
  const found = spec.operations[call.operation]!;
  const busy = throttled(world, call);
  if (busy) return logged(doing, { caller, readOnly: found.readOnly }, { fault: busy });
  const reply = attempt(() => perform({ doing, spec, operation: found, caller }));
  note(doing, { spec, operation: found, caller, reply });
  return logged(doing, { caller, readOnly: found.readOnly }, reply);
}

type Performed = {
  doing: Doing;
  spec: ServiceSpec<unknown>;
  operation: Operation<unknown>;
  caller: Credential | null;
};

function perform({ doing, spec, operation, caller }: Performed): Record<string, unknown> {
  const { world, call } = doing;
  const authorise = (need: Need) => authorised({ doing, spec, caller, need });
  if (!caller && !operation.anonymous) {
    const { code, status } = spec.denied;
    throw new Refusal({
      code: missingToken(call) ?? code,
      status,
      message: "Request is missing Authentication Token",
    });
  }
  const account = world.accounts.get(caller?.account ?? "") ?? nobody();
  if (caller) caller.lastUsed = { atMs: world.nowMs, region: call.region, service: call.service };
  const context: Context<unknown> = {
    world,
    account,
    region: call.region,
    caller: caller as Credential,
    input: new Input(call.input),
    state: stateIn(spec, account, call.region),
    call,
    authorise,
    invoke: (inner, from) => invoke(world, inner, from),
  };
  for (const need of operation.needs?.(context) ?? [{ resource: "*" }]) authorise(need);
  return operation.run(context) ?? {};
}

function authorised(asked: Pick<Performed, "doing" | "spec" | "caller"> & { need: Need }): void {
  const { doing, spec, caller, need } = asked;
  const { world, call, origin } = doing;
  const action = need.action ?? `${spec.prefix}:${call.operation}`;
  const { request, decision } = decideIn({
    world,
    caller,
    need: { ...need, action, ...(call.via === undefined ? {} : { forwarded: true }) },
    region: call.region,
    origin,
    userAgent: call.userAgent,
  });
  // What a service asks for in somebody's name has an event of its own.
  if (!need.forwarded) {
    doing.touched.set(request.resource, request.resourceAccount ?? null);
    if (request.resourceAccount !== undefined) doing.owners.add(request.resourceAccount);
  }
  if (!decision.allowed) throw new Refusal(deniedFault(spec.denied, request, decision));
}

function attempt(work: () => Record<string, unknown>): Outcome {
  try {
    return { output: work() };
  } catch (error) {
    if (error instanceof Refusal) return { fault: error.fault };
    throw error;
  }
}

function note(
  doing: Doing,
  { spec, operation, caller, reply }: Omit<Performed, "doing"> & { reply: Outcome },
): void {
  if (operation.event === "none") return;
  const { world, call, origin, owners, requestId } = doing;
  writeEvent({
    requestId,
    world,
    call,
    caller,
    origin,
    owners: [...owners].filter((id) => id !== caller?.account),
    resources: eventResources(spec.eventSource, doing.touched),
    eventSource: spec.eventSource,
    region: spec.eventRegion ?? call.region,
    eventName: operation.eventName,
    readOnly: operation.readOnly,
    data: operation.event === "data",
    fault: reply.fault ?? null,
    output: reply.output ?? null,
  });
}

type Noted = { caller: Credential | null; readOnly: boolean };

function logged(doing: Doing, { caller, readOnly }: Noted, reply: Outcome): Reply {
  const { world, call, requestId } = doing;
  const { service, operation, region, input } = call;
  const arn = caller && "arn" in caller.principal ? caller.principal.arn : null;
  const error = reply.fault?.code ?? null;
  world.log.push({
    atMs: world.nowMs,
    service,
    operation,
    region,
    caller: arn,
    input,
    readOnly,
    error,
  });
  return { ...reply, requestId };
}

/** Of an anonymous caller: in no account. */
const nobody = (): Account => ({ id: "", name: "", email: "", states: new Map(), trail: [] });

const missingToken = ({ service }: Call): string | null =>
  service === "s3" ? null : "MissingAuthenticationToken";
