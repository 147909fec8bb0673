import type { Actor } from "./actor.ts";
import type { Organisation } from "./landscape.ts";

type Context = Record<string, string>;

/** What every call has, whatever it is for: who calls, over TLS, without MFA, at what time. */
export class CallContext {
  readonly #organisation: Organisation | null;
  readonly #atMs: number | null;
  readonly #known = new Map<string, Context>();

  constructor(organisation: Organisation | null, atMs: number | null) {
    this.#organisation = organisation;
    this.#atMs = atMs;
  }

  /** `actor`: null for a service. */
  of(actor: Actor | null, resourceAccount: string): Context {
    const key = `${actor?.identity.arn} ${resourceAccount}`;
    const known = this.#known.get(key);
    if (known) return known;
    const context: Context = { "aws:SecureTransport": "true", "aws:ViaAWSService": "false" };
    const id = this.#organisation?.id;
    if (id && this.#isMember(resourceAccount)) context["aws:ResourceOrgID"] = id;
    if (actor) {
      if (id && this.#isMember(actor.account)) context["aws:PrincipalOrgID"] = id;
      // A key of a user has no MFA to tell of; a session has, and says that there was none.
      if (actor.identity.type === "role") context["aws:MultiFactorAuthPresent"] = "false";
      for (const [name, value] of Object.entries(actor.identity.tags)) {
        context[`aws:PrincipalTag/${name}`] = value;
      }
    }
    this.#tellTime(context, actor);
    this.#known.set(key, context);
    return context;
  }

  /** Whether the organisations of both are known. */
  knowsOrganisation(actor: Actor | null, resourceAccount: string): boolean {
    if (!this.#organisation?.id) return false;
    return this.#isMember(resourceAccount) && (actor === null || this.#isMember(actor.account));
  }

  get knowsTime(): boolean {
    return this.#atMs !== null;
  }

  #isMember(account: string): boolean {
    return this.#organisation?.accounts.includes(account) ?? false;
  }

  #tellTime(context: Context, actor: Actor | null): void {
    if (this.#atMs === null) return;
    const now = new Date(this.#atMs).toISOString();
    context["aws:CurrentTime"] = now;
    context["aws:EpochTime"] = String(Math.floor(this.#atMs / 1000));
    if (actor?.identity.type === "role") context["aws:TokenIssueTime"] = now;
  }
}
