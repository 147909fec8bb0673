import type { Account, Identity } from "../account/details.ts";
import { decide, type Decision } from "../decide/decide.ts";
import {
  noPolicies,
  type AuthorizationRequest,
  type Level,
  type Policies,
} from "../decide/request.ts";
import type { CompiledPolicy } from "../policy/compile.ts";
import type { Principal } from "../policy/principal.ts";
import { actorOf, type Actor, type Plus } from "./actor.ts";
import { askedIn } from "./asked.ts";
import { carefully, type Known } from "./cautious.ts";
import { CallContext } from "./context.ts";
import { Index } from "./index-of-trust.ts";
import { knownOf } from "./known.ts";
import type { AppliedLevel, Landscape, Organisation, Resource } from "./landscape.ts";
import { couldAllow } from "./prefilter.ts";

type ServicePrincipal = Extract<Principal, { type: "service" }>;

/** A request of somebody, or of a service, at something. */
export type Asked = {
  by: Actor | ServicePrincipal;
  action: string;
  resource: string;
  resourceAccount: string;
  /** What the call brings, beside what every call has. */
  context: Readonly<Record<string, string>>;
  /** What stands at the resource. */
  policy?: CompiledPolicy | null;
  /** Whether all tags of the resource are in the context. */
  tags: boolean;
};

/** A request that was allowed, with all that had a say: it can be decided again, and explained. */
export type Decided = {
  brings: Readonly<Record<string, string>>;
  request: AuthorizationRequest;
  policies: Policies;
  decision: Decision;
};

/** A landscape made ready to be asked. */
export class Scene {
  readonly accounts: ReadonlyMap<string, Account>;
  readonly identities: ReadonlyMap<string, Identity>;
  readonly resources: readonly Resource[] | null;
  /** Regions that policies speak of; a call is tried there where it is not allowed in the usual one. */
  readonly regions: readonly string[];
  readonly #keys: ReadonlySet<string>;
  readonly #index: Index;
  readonly #organisation: Organisation | null;
  readonly #context: CallContext;
  readonly #levels: ReadonlyMap<string, { scp: readonly Level[]; rcp: readonly Level[] }>;
  readonly #actors = new Map<string, Actor>();
  /** How much may still be done. A landscape in which everybody may become everybody is not walked to its end. */
  #left: number;

  constructor(landscape: Landscape, { atMs, workMax }: { atMs: number | null; workMax: number }) {
    this.#left = workMax;
    const { accounts, serviceControl = [], resourceControl = [] } = landscape;
    this.accounts = new Map(accounts.map((account) => [account.id, account]));
    this.identities = new Map(
      accounts.flatMap(({ identities }) => identities.map((one) => [one.arn, one] as const)),
    );
    this.resources = landscape.resources ?? null;
    const asked = askedIn(landscape);
    this.regions = asked.regions;
    this.#keys = asked.keys;
    this.#index = new Index(accounts);
    this.#organisation = landscape.organisation ?? null;
    this.#context = new CallContext(this.#organisation, atMs);
    this.#levels = new Map(
      accounts.map(({ id }) => [
        id,
        { scp: this.#above(id, serviceControl), rcp: this.#above(id, resourceControl) },
      ]),
    );
  }

  /** The same object for the same identity with the same addition. */
  actor(identity: Identity, plus: Plus | null = null): Actor {
    const known = plus === null ? this.#actors.get(identity.arn) : undefined;
    if (known) return known;
    const made = actorOf(identity, plus);
    const same = this.#actors.get(made.key);
    if (same) return same;
    this.#actors.set(made.key, made);
    return made;
  }

  /** Notes work that was done: a decision is 1. */
  spend(work: number): void {
    this.#left -= work;
  }

  get exhausted(): boolean {
    return this.#left <= 0;
  }

  /** Whether any condition, of a principal or the organisation, has the key; in lower case. */
  asksFor(key: string): boolean {
    return this.#keys.has(key);
  }

  users(account: string): readonly Identity[] {
    return this.#index.users(account);
  }

  roles(account: string): readonly Identity[] {
    return this.#index.roles(account);
  }

  /** Roles of an account whose trust policy names a service; conditions are not looked at. */
  letting(service: string, account: string): readonly Identity[] {
    return this.#index.letting(service, account);
  }

  /** Roles, of any account, whose trust policy names somebody; conditions are not looked at. */
  trusting(actor: Actor): readonly Identity[] {
    const found = this.#index.trusting(actor.principal, actor.account);
    this.spend(0.01 * this.#index.namingAccount(actor.account));
    return found;
  }

  /** Decides with everything that has a say; null where it is not allowed, or not for certain. */
  allows(asked: Asked): Decided | null {
    const { by, action, resource, resourceAccount, context: brings } = asked;
    const actor = "key" in by ? by : null;
    this.spend(0.1);
    if (actor && !asked.policy && !couldAllow(actor, action, resource)) return null;
    this.spend(1);
    const principal = "key" in by ? by.principal : by;
    const context = { ...this.#context.of(actor, resourceAccount), ...brings };
    const request = { principal, action, resource, resourceAccount, context };
    const policies = this.#policiesFor(actor, asked);
    const decision = decide(request, carefully(policies, this.#known(actor, asked)));
    return decision.allowed ? { brings, request, policies, decision } : null;
  }

  #policiesFor(actor: Actor | null, { resourceAccount, policy = null }: Asked): Policies {
    return {
      ...noPolicies,
      identity: actor?.policies ?? [],
      boundary: actor?.boundary ?? null,
      resource: policy,
      serviceControl: (actor && this.#levels.get(actor.account)?.scp) ?? [],
      resourceControl: this.#levels.get(resourceAccount)?.rcp ?? [],
      managementAccount: this.#organisation?.managementAccount ?? null,
    };
  }

  #known(actor: Actor | null, { action, context, resourceAccount, tags }: Asked): Known {
    return knownOf({
      service: action.slice(0, action.indexOf(":")).toLowerCase(),
      keys: Object.keys(context).map((key) => key.toLowerCase()),
      tags,
      organisation: this.#context.knowsOrganisation(actor, resourceAccount),
      time: this.#context.knowsTime,
    });
  }

  /** Who is no member of the organisation, is not bound by it. */
  #above(id: string, levels: readonly AppliedLevel[]): AppliedLevel[] {
    if (this.#organisation && !this.#organisation.accounts.includes(id)) return [];
    return levels.filter(({ accounts }) => accounts === "all" || accounts.includes(id));
  }
}
