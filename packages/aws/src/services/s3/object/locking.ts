import type { Need } from "../../../world/define.ts";
import { iso } from "../../../world/ids.ts";
import { refusal } from "../../../world/refusal.ts";
import { denied, invalidArgument, objectNeed, type Ctx } from "../find.ts";
import type { Bucket, ObjectVersion, Retention } from "../state.ts";

const dayMs = 86_400_000;

type Wanted = { mode: string | null; untilMs: number | null; hold: string | null };

/** Object Lock as the headers of a write ask for it. */
export const wantedLock = ({ input }: Pick<Ctx, "input">): Wanted => ({
  mode: input.optional("ObjectLockMode"),
  untilMs: input.number("ObjectLockRetainUntilDate"),
  hold: input.optional("ObjectLockLegalHoldStatus"),
});

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html */
export function lockKeys({ world }: Pick<Ctx, "world">, { mode, untilMs, hold }: Wanted) {
  const keys: Record<string, string> = {};
  if (mode !== null) keys["s3:object-lock-mode"] = mode;
  if (hold !== null) keys["s3:object-lock-legal-hold"] = hold;
  if (untilMs !== null) {
    keys["s3:object-lock-retain-until-date"] = iso(untilMs);
    const days = Math.max(0, Math.ceil((untilMs - world.nowMs) / dayMs));
    keys["s3:object-lock-remaining-retention-days"] = String(days);
  }
  return keys;
}

/** A write that locks needs the permissions to lock. */
export function lockNeeds(context: Ctx, bucket: Bucket, key: string): Need[] {
  const wanted = wantedLock(context);
  const keys = lockKeys(context, wanted);
  const need = (action: string) => objectNeed(context, { bucket, key, action, keys });
  return [
    ...(wanted.mode === null ? [] : [need("s3:PutObjectRetention")]),
    ...(wanted.hold === null ? [] : [need("s3:PutObjectLegalHold")]),
  ];
}

/** As asked, or as the bucket's rule has it. */
export function lockFor(context: Ctx, bucket: Bucket): Pick<ObjectVersion, "retention" | "hold"> {
  const { mode, untilMs, hold } = wantedLock(context);
  if ((mode ?? untilMs ?? hold) !== null) lockable(bucket);
  return {
    hold: hold === "ON",
    retention: mode === null ? ruleOf(context, bucket) : retentionOf(context, mode, untilMs),
  };
}

export function lockable({ lock }: Bucket): void {
  if (!lock) throw refusal("InvalidRequest", "Bucket is missing Object Lock Configuration");
}

function ruleOf({ world }: Ctx, { lock }: Bucket): Retention | null {
  if (!lock?.rule) return null;
  return { mode: lock.rule.mode, untilMs: world.nowMs + lock.rule.days * dayMs };
}

export function retentionOf({ world }: Pick<Ctx, "world">, mode: string, untilMs: number | null) {
  if ((mode !== "GOVERNANCE" && mode !== "COMPLIANCE") || untilMs === null)
    throw invalidArgument("x-amz-object-lock-mode and its date belong together.");
  if (untilMs <= world.nowMs) throw invalidArgument("The retain until date must be in the future!");
  return { mode, untilMs } as const;
}

/** Whether a version is still held, and by what. */
export function heldBy({ nowMs }: Ctx["world"], { hold, retention }: ObjectVersion) {
  if (hold) return "hold";
  return retention && retention.untilMs > nowMs ? retention.mode : null;
}

/**
 * Refuses to delete or to shorten what is locked: compliance and legal holds for everybody, governance but for
 * those who may and say that they mean it.
 */
export function unlocked(context: Ctx, bucket: Bucket, version: ObjectVersion): void {
  const held = heldBy(context.world, version);
  if (held === null) return;
  const refused = denied("Access Denied because object protected by object lock.");
  if (held !== "GOVERNANCE" || !context.input.flag("BypassGovernanceRetention")) throw refused;
  const action = "s3:BypassGovernanceRetention";
  context.authorise(objectNeed(context, { bucket, key: version.key, action }));
}
