import type { z } from "zod";

import type { Call, ServiceId } from "../codec/call.ts";
import type { Grant } from "../decide/request.ts";
import type { CompiledPolicy } from "../policy/compile.ts";
import type { Credential } from "./credential.ts";
import type { Input } from "./input.ts";
import type { Reply } from "./invoke.ts";
import type { Origin } from "./origin.ts";
import type { Account, World } from "./world.ts";

/** What one operation works with. `state` is that of the caller's account, in the region of the call. */
export type Context<S> = {
  world: World;
  account: Account;
  region: string;
  caller: Credential;
  input: Input;
  state: S;
  call: Call;
  /** Asks for one more permission while the operation runs; refuses as AWS would. */
  authorise: (need: Need) => void;
  /** Makes a further call, of code that runs in a service. */
  invoke: (call: Call, origin: Origin) => Reply;
};

/** A permission that has to be there before an operation runs. */
export type Need = {
  /** Such as iam:GetUser; `<prefix>:<operation>` where left out. */
  action?: string;
  /** An ARN, or * where the action has no resource. */
  resource: string;
  /** Whose the resource is, where its ARN does not say so. */
  owner?: string;
  /** Condition keys of the request, such as iam:PassedToService. */
  context?: Readonly<Record<string, string | readonly string[]>>;
  /**
   * A service asks in the caller's name (a forward access session): the request comes through no endpoint and from
   * no address of the caller's. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html
   */
  forwarded?: true;
};

export type Operation<S> = {
  /** CloudTrail's readOnly: it changes nothing. */
  readOnly: boolean;
  /** "data" events (objects, invocations) are not in the event history; "none" writes no event at all. */
  event?: "data" | "none";
  /** CloudTrail's name of it, where that is not the operation's: CreateFunction20150331. */
  eventName?: string;
  /**
   * What the caller has to be allowed. Left out: the operation's own action on *. An empty list needs nothing, as
   * sts:GetCallerIdentity. It may refuse, where AWS tells that something is missing before it looks at permissions.
   */
  needs?: (context: Context<S>) => readonly Need[];
  /** Whether a call without a signature may reach it: what stands at the resource decides then. */
  anonymous?: true;
  /** Its members are the output's, as the model has them; nothing for an empty output. */
  run: (context: Context<S>) => Record<string, unknown> | void;
};

/** What stands at a resource, and what it bears. */
export type AtResource = {
  policy: CompiledPolicy | null;
  tags?: Readonly<Record<string, string>>;
  grants?: readonly Grant[];
  /** S3's RestrictPublicBuckets. */
  restrictPublic?: boolean;
};

export type ServiceSpec<S, D extends z.ZodType = z.ZodType> = {
  id: ServiceId;
  /** Of its actions: "s3" also for s3control. */
  prefix: string;
  /** Of its CloudTrail events: iam.amazonaws.com. */
  eventSource: string;
  /** Where its events are written whatever region was asked: us-east-1 of services that have no regions. */
  eventRegion?: string;
  /** One state an account, or one for each region. */
  scope: "global" | "regional";
  /** The error by which it says that something is not allowed. */
  denied: { code: string; status: number; /** Words before the usual ones. */ before?: string };
  start: () => S;
  /** The service's part of a world's declaration, and how it gets into the state. */
  declaration: D;
  declare: (state: S, given: z.infer<D>, place: Place) => void;
  operations: Readonly<Record<string, Operation<S>>>;
  /** Of an ARN of this service. Null where there is no such resource, or nothing stands there. */
  atResource?: (asked: AskedOf) => AtResource | null;
};

/**
 * `action` matters where what stands at a resource speaks of some actions only, as a role's trust policy does;
 * `context`, the condition keys of the need, where a grant of KMS may be passed on in part.
 */
export type AskedOf = {
  world: World;
  arn: string;
  owner: string;
  action: string;
  context: NonNullable<Need["context"]>;
};

export type Place = { world: World; account: Account; region: string };

/** Declares a service; a function, so that its operations see the type of its state. */
export const defineService = <S, D extends z.ZodType>(spec: ServiceSpec<S, D>): ServiceSpec<S, D> =>
  spec;

/** The operations of one file of a service: several are spread into one list. */
export const defineOperations =
  <S>() =>
  <const N extends string>(operations: Record<N, Operation<S>>): Record<N, Operation<S>> =>
    operations;

/** A service's state in an account, begun where it is not there yet. */
export function stateIn<S>(
  spec: Pick<ServiceSpec<S>, "id" | "scope" | "start">,
  account: Account,
  region: string,
): S {
  const key = spec.scope === "global" ? spec.id : `${spec.id} ${region}`;
  const found = account.states.get(key);
  if (found !== undefined) return found as S;
  const begun = spec.start();
  account.states.set(key, begun);
  return begun;
}
