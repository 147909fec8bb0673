import type { Account, Identity } from "../account/details.ts";
import type { CompiledStatement } from "../policy/compile.ts";
import type { Principal } from "../policy/principal.ts";

/** Users and roles by account, and roles by whom their trust policies name. */
export class Index {
  readonly #users = new Map<string, Identity[]>();
  readonly #roles = new Map<string, Identity[]>();
  /** By service and account. */
  readonly #letting = new Map<string, readonly Identity[]>();
  /** By the account that is named or has somebody who is; under a star those that name everybody. */
  readonly #trusting = new Map<string, Identity[]>();

  constructor(accounts: readonly Account[]) {
    for (const { id, identities } of accounts) {
      this.#users.set(
        id,
        identities.filter(({ type }) => type === "user"),
      );
      this.#roles.set(
        id,
        identities.filter(({ type }) => type === "role"),
      );
    }
    for (const roles of this.#roles.values()) {
      for (const role of roles)
        for (const name of accountsIn(role)) push(this.#trusting, name, role);
    }
  }

  users(account: string): readonly Identity[] {
    return this.#users.get(account) ?? [];
  }

  roles(account: string): readonly Identity[] {
    return this.#roles.get(account) ?? [];
  }

  letting(service: string, account: string): readonly Identity[] {
    const key = `${service} ${account}`;
    const known = this.#letting.get(key);
    if (known) return known;
    const found = this.roles(account).filter((role) =>
      names(role, { type: "service", name: service }),
    );
    this.#letting.set(key, found);
    return found;
  }

  /** How many roles have to be looked at for somebody of an account. */
  namingAccount(account: string): number {
    return (this.#trusting.get(account)?.length ?? 0) + (this.#trusting.get("*")?.length ?? 0);
  }

  trusting(principal: Principal, account: string): readonly Identity[] {
    const near = [...(this.#trusting.get(account) ?? []), ...(this.#trusting.get("*") ?? [])];
    return [...new Set(near)].filter((role) => names(role, principal));
  }
}

function push(map: Map<string, Identity[]>, key: string, value: Identity): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

const names = ({ trust }: Identity, principal: Principal): boolean =>
  lettingIn(trust?.statements ?? []).some(
    (one) => one.names !== null && one.names(principal) !== null,
  );

const lettingIn = (statements: readonly CompiledStatement[]): CompiledStatement[] =>
  statements.filter(({ source, action }) => source.effect === "Allow" && action("sts:assumerole"));

function accountsIn({ trust }: Identity): Set<string> {
  const found = new Set<string>();
  for (const { source } of lettingIn(trust?.statements ?? [])) {
    if (source.principals?.not) found.add("*");
    for (const { type, value } of source.principals?.entries ?? []) {
      if (type !== "AWS") continue;
      const account = /^(?:arn:aws[\w-]*:(?:iam|sts)::)?(\d{12})/.exec(value)?.[1];
      found.add(account ?? "*");
    }
  }
  return found;
}
