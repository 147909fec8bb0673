import type { Identity } from "../account/details.ts";
import type { Actor } from "./actor.ts";
import type { Decided, Scene } from "./scene.ts";

/** A call that tells how much somebody may do. `on` has {account} and {partition} in braces. */
type Sign = { action: string; on: string };

/**
 * What makes an administrator here: whoever may do all of this, on names that no policy knows, can give everything
 * to anybody in the account and read what it holds. What the organisation leaves to nobody is not asked for.
 */
export const signs: readonly Sign[] = [
  { action: "iam:AttachRolePolicy", on: "arn:{partition}:iam::{account}:role/sign" },
  { action: "iam:AttachUserPolicy", on: "arn:{partition}:iam::{account}:user/sign" },
  { action: "iam:PutUserPolicy", on: "arn:{partition}:iam::{account}:user/sign" },
  { action: "iam:PutRolePolicy", on: "arn:{partition}:iam::{account}:role/sign" },
  { action: "iam:CreatePolicyVersion", on: "arn:{partition}:iam::{account}:policy/sign" },
  { action: "iam:UpdateAssumeRolePolicy", on: "arn:{partition}:iam::{account}:role/sign" },
  { action: "iam:CreateAccessKey", on: "arn:{partition}:iam::{account}:user/sign" },
  { action: "s3:GetObject", on: "arn:{partition}:s3:::sign/sign" },
  { action: "s3:PutBucketPolicy", on: "arn:{partition}:s3:::sign" },
  { action: "kms:Decrypt", on: "arn:{partition}:kms:us-east-1:{account}:key/sign" },
  {
    action: "secretsmanager:GetSecretValue",
    on: "arn:{partition}:secretsmanager:us-east-1:{account}:secret:sign",
  },
  {
    action: "lambda:UpdateFunctionCode",
    on: "arn:{partition}:lambda:us-east-1:{account}:function:sign",
  },
];

export type Standing = { may: readonly Decided[]; mayNot: readonly string[] };

const known = new WeakMap<Scene, Map<string, Standing>>();

/** Which of the signs somebody has. */
export function standingOf(scene: Scene, actor: Actor): Standing {
  let standings = known.get(scene);
  if (!standings) known.set(scene, (standings = new Map()));
  const found = standings.get(actor.key);
  if (found) return found;
  const may: Decided[] = [];
  const mayNot: string[] = [];
  for (const { action, on } of signs) {
    const decided = allowsAt(scene, actor, { action, on });
    if (decided) may.push(decided);
    else mayNot.push(action);
  }
  const standing = { may, mayNot };
  standings.set(actor.key, standing);
  return standing;
}

/** Tried in each region that policies speak of, since an organisation may have closed the usual one. */
function allowsAt(scene: Scene, actor: Actor, { action, on }: Sign): Decided | null {
  const partition = actor.identity.arn.split(":")[1]!;
  for (const region of ["us-east-1", ...scene.regions]) {
    const decided = scene.allows({
      by: actor,
      action,
      resource: on
        .replace("{partition}", partition)
        .replace("{account}", actor.account)
        .replace("us-east-1", region),
      resourceAccount: actor.account,
      context: { "aws:RequestedRegion": action.startsWith("iam:") ? "us-east-1" : region },
      tags: true,
    });
    if (decided) return decided;
  }
  return null;
}

/** Whether somebody has every sign that anybody in the account may have. */
export function isAdministrator(scene: Scene, actor: Actor): boolean {
  const { may } = standingOf(scene, actor);
  return may.length > 0 && may.length === ceilingOf(scene, actor.account).size;
}

const ceilings = new WeakMap<Scene, Map<string, ReadonlySet<string>>>();

/** The signs that somebody in the account has, or would have with every permission. */
function ceilingOf(scene: Scene, account: string): ReadonlySet<string> {
  let known = ceilings.get(scene);
  if (!known) ceilings.set(scene, (known = new Map()));
  const found = known.get(account);
  if (found) return found;
  const all = [...scene.users(account), ...scene.roles(account)];
  const ceiling = new Set<string>();
  for (const actor of [...all.map((one) => scene.actor(one)), unbound(scene, account, all)]) {
    for (const { request } of standingOf(scene, actor).may) ceiling.add(request.action);
  }
  known.set(account, ceiling);
  return ceiling;
}

/** Nobody in particular, with every permission: what binds it, binds the account. */
function unbound(scene: Scene, account: string, [one]: readonly Identity[]): Actor {
  const partition = one?.arn.split(":")[1] ?? "aws";
  const name = "nobody-in-particular";
  const arn = `arn:${partition}:iam::${account}:user/${name}`;
  const none = { policies: [], managed: [], groups: [], instanceProfiles: [], tags: {} };
  return scene.actor(
    { type: "user", arn, name, boundary: null, trust: null, ...none },
    { is: "everything" },
  );
}

/** What the organisation leaves to nobody in the account. */
export const closedIn = (scene: Scene, account: string): string[] => {
  const ceiling = ceilingOf(scene, account);
  return signs.map(({ action }) => action).filter((action) => !ceiling.has(action));
};
