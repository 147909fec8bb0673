import { defineOperations, type Need } from "../../../world/define.ts";
import { refusal } from "../../../world/refusal.ts";
import { bucketOf, objectNeed, type Ctx } from "../find.ts";
import type { S3State } from "../state.ts";
import { heldBy, lockKeys, lockable, retentionOf, unlocked } from "./locking.ts";
import { askedOf, existing } from "./versions.ts";

const looked = (context: Ctx) => {
  const bucket = bucketOf(context);
  lockable(bucket);
  return { bucket, version: existing(context, askedOf(context, bucket)) };
};

/** Reading a lock has one action for all versions. */
const need = (context: Ctx, action: string, keys: Record<string, string> = {}): Need => {
  const { bucket, key } = askedOf(context, bucketOf(context));
  return objectNeed(context, { bucket, key, action, keys });
};

const sentRetention = ({ input }: Ctx) => {
  const sent = input.inside("Retention");
  return { mode: sent.optional("Mode"), untilMs: sent.number("RetainUntilDate"), hold: null };
};

export const lockOperations = defineOperations<S3State>()({
  GetObjectRetention: {
    readOnly: true,
    event: "data",
    needs: (context) => [need(context, "s3:GetObjectRetention")],
    run: (context) => {
      const { retention } = looked(context).version;
      if (!retention) throw none();
      return { Retention: { Mode: retention.mode, RetainUntilDate: retention.untilMs } };
    },
  },
  PutObjectRetention: {
    readOnly: false,
    event: "data",
    needs: (context) => [
      need(context, "s3:PutObjectRetention", lockKeys(context, sentRetention(context))),
    ],
    run: (context) => {
      const { bucket, version } = looked(context);
      const { mode, untilMs } = sentRetention(context);
      const wanted = mode === null ? null : retentionOf(context, mode, untilMs);
      const held = heldBy(context.world, { ...version, hold: false });
      const longer = wanted !== null && wanted.untilMs >= (version.retention?.untilMs ?? 0);
      // More is always taken; less of a lock that still holds is what the lock is there to prevent.
      if (held && !(longer && (wanted.mode === held || held === "GOVERNANCE")))
        unlocked(context, bucket, { ...version, hold: false });
      version.retention = wanted;
    },
  },
  GetObjectLegalHold: {
    readOnly: true,
    event: "data",
    needs: (context) => [need(context, "s3:GetObjectLegalHold")],
    run: (context) => ({ LegalHold: { Status: looked(context).version.hold ? "ON" : "OFF" } }),
  },
  PutObjectLegalHold: {
    readOnly: false,
    event: "data",
    needs: (context) => {
      const status = context.input.inside("LegalHold").text("Status");
      return [need(context, "s3:PutObjectLegalHold", { "s3:object-lock-legal-hold": status })];
    },
    run: (context) => {
      looked(context).version.hold = context.input.inside("LegalHold").text("Status") === "ON";
    },
  },
});

const none = () =>
  refusal(
    "NoSuchObjectLockConfiguration",
    "The specified object does not have a ObjectLock configuration",
    404,
  );
