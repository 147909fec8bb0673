import type { Identity } from "../account/details.ts";
import type { Actor, Plus } from "./actor.ts";
import { isAdministrator } from "./administrator.ts";
import { attempt, type Attempt } from "./attempt.ts";
import type { Binding } from "./binding.ts";
import { bindingsFor } from "./bindings.ts";
import { catalogue } from "./catalogue/index.ts";
import type { Entry } from "./catalogue/entry.ts";
import { mayTry } from "./prefilter.ts";
import { moreThan } from "./growth.ts";
import type { Scene } from "./scene.ts";

/** One actor becomes another, by calls that all go through. */
export type Edge = { from: Actor; to: Actor; entry: Entry; attempt: Attempt };

/** All edges that lead away from actors, each found once. */
export class Edges {
  readonly #scene: Scene;
  readonly #known = new Map<string, readonly Edge[]>();
  readonly #bridges = new Map<string, ReadonlySet<Identity>>();

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  /** In the order in which a path is best told: few calls first, then as the catalogue has them. */
  of(actor: Actor): readonly Edge[] {
    const known = this.#known.get(actor.key);
    if (known) return known;
    const found = this.#find(actor).toSorted(
      (a, b) => a.attempt.calls.length - b.attempt.calls.length,
    );
    this.#known.set(actor.key, found);
    return found;
  }

  #find(self: Actor): Edge[] {
    const found: Edge[] = [];
    const wanted = this.#wanted(self);
    for (const entry of catalogue) {
      if (!mayTry(this.#scene, self, entry)) continue;
      const settled = new Set<string>();
      for (const binding of bindingsFor(this.#scene, entry, self)) {
        if (this.#scene.exhausted) return found;
        this.#scene.spend(0.05);
        const identity = gained(entry, binding);
        if (!wanted(identity) || settled.has(identity.arn)) continue;
        const edge = this.#edge(self, { entry, binding, identity });
        if (!edge) continue;
        found.push(edge);
        // What is kept counts as well: memory is as little without end as time.
        this.#scene.spend(2);
        // Nothing that is attached gives more than this: no other policy has to be tried.
        if (binding.attached?.name === "AdministratorAccess") settled.add(identity.arn);
      }
    }
    return found;
  }

  #edge(self: Actor, given: { entry: Entry; binding: Binding; identity: Identity }): Edge | null {
    const { entry, binding, identity } = given;
    const plain = identity === self.identity ? self : this.#scene.actor(identity);
    const plus = plusOf(entry, binding);
    const to = plus ? this.#scene.actor(identity, plus) : plain;
    if (to === self) return null;
    const made = attempt(this.#scene, entry, binding);
    if (!made || (plus && !moreThan(this.#scene, to, plain))) return null;
    return { from: self, to, entry, attempt: made };
  }

  /**
   * An administrator has its account already. From there only other accounts are looked at, and those of its own
   * account who get in there where it does not.
   */
  #wanted(self: Actor): (identity: Identity) => boolean {
    if (!isAdministrator(this.#scene, self)) return () => true;
    const bridges = this.#bridgesOf(self.account);
    return (identity) => identity.arn.split(":")[4] !== self.account || bridges.has(identity);
  }

  /** Users and roles that a trust policy of another account lets in, once they have all permissions. */
  #bridgesOf(account: string): ReadonlySet<Identity> {
    const known = this.#bridges.get(account);
    if (known) return known;
    const all = [...this.#scene.users(account), ...this.#scene.roles(account)];
    const found = new Set(all.filter((one) => this.#leadsOut(one)));
    this.#bridges.set(account, found);
    return found;
  }

  #leadsOut(identity: Identity): boolean {
    const actor = this.#scene.actor(identity);
    return this.#scene
      .trusting(actor)
      .some(
        (role) => role.arn.split(":")[4] !== actor.account && !namesAccount(role, actor.account),
      );
  }
}

const aboutCaller = /^aws:(principalarn|principaltag\/.*|principaltype|username|userid)$/;

/** Where the whole account is named, whoever is administrator there gets in without anybody else. */
const namesAccount = ({ trust }: Identity, account: string): boolean =>
  trust!.statements.some(
    ({ source, conditions }) =>
      source.effect === "Allow" &&
      !conditions.some(({ key }) => aboutCaller.test(key)) &&
      source.principals!.entries.some(
        ({ value }) => value === account || value.endsWith(`::${account}:root`),
      ),
  );

function gained({ gives }: Entry, binding: Binding): Identity {
  return gives.as === "self" ? binding.self.identity : binding[gives.as]!;
}

function plusOf({ gives }: Entry, { attached, group, policy }: Binding): Plus | null {
  switch (gives.plus) {
    case null:
      return null;
    case "everything":
      return { is: "everything" };
    case "attached":
      return { is: "attached", policy: attached! };
    case "group":
      return { is: "group", group: group! };
    case "version":
      return { is: "version", policy: policy! };
  }
}
