import type { CompiledPolicy } from "../policy/compile.ts";
import type { Actor } from "./actor.ts";
import { filled, settled, trustOf, type Binding, type Choice } from "./binding.ts";
import type { Call, Entry } from "./catalogue/entry.ts";
import { choicesOf } from "./choices.ts";
import type { Asked, Decided, Scene } from "./scene.ts";
import { things } from "./things.ts";

/** A path that goes through. */
export type Attempt = {
  calls: readonly Decided[];
  /** That the service may assume what was passed to it. */
  trust: readonly Decided[];
  /** What else has to be so, for a path that is not proven. */
  conditions: readonly string[];
};

/** Tries a path's calls in their order, each decided; null where one of them does not go through. */
export function attempt(scene: Scene, entry: Entry, binding: Binding): Attempt | null {
  const usual = attemptWith(scene, { entry, binding, choice: {} });
  if (!("stopped" in usual)) return usual;
  if (!hangsOnChoice(scene, usual.stopped, binding)) return null;
  for (const choice of choicesOf(entry, binding, scene.regions)) {
    const found = attemptWith(scene, { entry, binding, choice });
    if (!("stopped" in found)) return found;
  }
  return null;
}

/** Whether another name or region could change what a call comes to. Where not, nothing else is tried. */
function hangsOnChoice(scene: Scene, stopped: Call | null, binding: Binding): boolean {
  if (stopped === null || stopped.action === "sts:AssumeRole") return true;
  const { action, on, with: brings = {} } = stopped;
  if (!action.startsWith("iam:") && scene.asksFor("aws:requestedregion")) return true;
  const places = typeof on === "string" ? [on] : on;
  const values = Object.entries(brings)
    .filter(([key]) => scene.asksFor(key.toLowerCase()))
    .map(([, value]) => value);
  return [...places, ...values].some((text) => settled(text, binding).includes("{"));
}

type Try = { entry: Entry; binding: Binding; choice: Choice };

/** `stopped`: the first call that is not allowed; null where a service does not get in. */
function attemptWith(scene: Scene, given: Try): Attempt | { stopped: Call | null } {
  const calls: Decided[] = [];
  const conditions: string[] = [];
  for (const call of callsOf(given)) {
    for (const place of typeof call.on === "string" ? [call.on] : call.on) {
      const made = decideCall(scene, { ...given, call, place });
      if (!made) return { stopped: call };
      calls.push(made.decided);
      if (made.condition !== null) conditions.push(made.condition);
    }
  }
  const trust = trustOfServices(scene, given);
  if (!trust) return { stopped: null };
  const { thing, role } = given.binding;
  if (thing && !thing.known) {
    const carries = given.entry.binds.thing!.carries ? ` that carries ${role!.arn}` : "";
    conditions.push(`there is ${things[thing.type].words}${carries}`);
  }
  return { calls, trust, conditions };
}

/** IAM keeps five versions of a policy: where all are there, one has to go first. */
function callsOf({ entry, binding: { policy } }: Try): readonly Call[] {
  const full = policy !== undefined && policy.versions >= 5;
  return full ? [{ action: "iam:DeletePolicyVersion", on: "policy" }, ...entry.calls] : entry.calls;
}

type Made = { decided: Decided; condition: string | null };
type CallAt = Try & { call: Call; place: string };

function decideCall(scene: Scene, given: CallAt): Made | null {
  const { call, place, binding, choice } = given;
  if (call.action === "sts:AssumeRole") return assume(scene, given);
  const iam = call.action.startsWith("iam:");
  const context: Record<string, string> = {
    // IAM is one for all regions, and answers from this one.
    "aws:RequestedRegion": iam ? "us-east-1" : filled("{region}", binding, choice),
    ...targetContext(call, binding),
  };
  for (const [key, value] of Object.entries(call.with ?? {})) {
    context[key] = filled(value, binding, choice);
  }
  const decided = scene.allows({
    by: binding.self,
    action: call.action,
    resource: filled(place, binding, choice),
    resourceAccount: accountOf(place, binding),
    context,
    policy: place === "thing" ? binding.thing!.policy : null,
    tags: hasTags(call, place, binding),
  });
  return decided && { decided, condition: null };
}

const accountOf = (place: string, { thing, self }: Binding): string =>
  place === "thing" && thing!.known ? thing!.arn.split(":")[4] || self.account : self.account;

/** Tags and boundary of whom a call of IAM is about. */
function targetContext({ action, on }: Call, binding: Binding): Record<string, string> {
  const target =
    on === "self"
      ? binding.self.identity
      : on === "user" || on === "role"
        ? binding[on]
        : undefined;
  const context: Record<string, string> = {};
  const tags = on === "thing" ? binding.thing!.tags : target?.tags;
  // Whether a role may be passed cannot be told by its tags, as AWS says of PassRole.
  if (tags && action !== "iam:PassRole") {
    for (const [name, value] of Object.entries(tags)) {
      context[`aws:ResourceTag/${name}`] = value;
      if (on !== "thing") context[`iam:ResourceTag/${name}`] = value;
    }
  }
  if (target?.boundary && changesPermissions.has(action)) {
    context["iam:PermissionsBoundary"] = target.boundary.name;
  }
  return context;
}

/** Those that carry the boundary of their target: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html */
const changesPermissions: ReadonlySet<string> = new Set([
  "iam:AttachUserPolicy",
  "iam:AttachRolePolicy",
  "iam:PutUserPolicy",
  "iam:PutRolePolicy",
]);

/** Users and roles have the tags of the file; what is new has none; of the rest they are known if somebody said so. */
function hasTags({ action }: Call, place: string, { thing }: Binding): boolean {
  if (action === "iam:PassRole" || place === "policy" || found.test(place)) return false;
  return place === "thing" ? thing!.tags !== null : true;
}

/** What a machine is started from and in, which is there already. */
const found = /\{(subnet|securityGroup|image)\}/;

function assume(scene: Scene, { call, place, binding, choice }: CallAt): Made | null {
  const role = binding[place as "role" | "target"]!;
  const by = call.as === "role" ? scene.actor(binding.role!) : binding.self;
  const policy = trustOf(role, call.trusts === "self" ? binding.self : null);
  const ask = (extra: Record<string, string>) =>
    scene.allows({
      by,
      action: call.action,
      resource: role.arn,
      resourceAccount: role.arn.split(":")[4]!,
      context: {
        "aws:RequestedRegion": filled("{region}", binding, choice),
        ...tagsOf(role.tags),
        ...extra,
      },
      policy,
      tags: true,
    });
  for (const session of sessionNames(policy, by)) {
    const name = { "sts:RoleSessionName": session };
    const plain = ask(name);
    if (plain) return { decided: plain, condition: null };
    for (const id of literalsOf(policy, "sts:externalid")) {
      const decided = ask({ ...name, "sts:ExternalId": id });
      if (decided)
        return { decided, condition: `the external id that ${role.arn} demands is known` };
    }
  }
  return null;
}

const tagsOf = (tags: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(tags).flatMap(([name, value]) => [
      [`aws:ResourceTag/${name}`, value],
      [`iam:ResourceTag/${name}`, value],
    ]),
  );

/** The caller names the session; where a trust policy wants a certain name, that one. */
function sessionNames(trust: CompiledPolicy | null, { identity }: Actor): string[] {
  const wanted = literalsOf(trust, "sts:rolesessionname").map((text) =>
    text.toLowerCase() === "${aws:username}" ? identity.name : text.replaceAll("*", "x"),
  );
  return ["escalation", ...wanted];
}

const literalsMax = 8;

function literalsOf(policy: CompiledPolicy | null, key: string): string[] {
  const found = (policy?.statements ?? []).flatMap(({ conditions }) =>
    conditions.filter((one) => one.key === key).flatMap(({ source: { values } }) => values),
  );
  return [...new Set(found)].slice(0, literalsMax);
}

/** Services that do not say for which resource they assume a role. */
const silent: ReadonlySet<string> = new Set(["ec2.amazonaws.com", "datapipeline.amazonaws.com"]);

/** That the services get in with the roles; null where one does not. */
function trustOfServices(scene: Scene, { entry, binding, choice }: Try): Decided[] | null {
  const decided: Decided[] = [];
  for (const name of ["role", "second"] as const) {
    const service = entry.binds[name]?.lets;
    if (typeof service !== "string") continue;
    const role = binding[name]!;
    const account = role.arn.split(":")[4]!;
    const found = scene.allows({
      by: { type: "service", name: service },
      action: "sts:AssumeRole",
      resource: role.arn,
      resourceAccount: account,
      context: {
        ...tagsOf(role.tags),
        ...(!silent.has(service) && {
          "aws:SourceAccount": account,
          "aws:SourceArn": sourceOf({ entry, binding, choice }),
        }),
      },
      policy: role.trust,
      tags: true,
    } satisfies Asked);
    if (!found) return null;
    decided.push(found);
  }
  return decided;
}

/** What the role is for: what runs, or what is made. */
function sourceOf({ entry, binding, choice }: Try): string {
  const made = entry.calls.find(({ action }) => action === "iam:PassRole")?.with;
  const template = made?.["iam:AssociatedResourceArn"] ?? "thing";
  return filled(template, binding, choice);
}
