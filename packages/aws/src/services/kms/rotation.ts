import { defineOperations } from "../../world/define.ts";
import { refusal } from "../../world/refusal.ts";
import { materialId } from "./crypto/material.ts";
import { namedById, notPending, own, usable, type Ctx } from "./find.ts";
import { invalid, keyNeed, managing } from "./needs.ts";
import { paged } from "./page.ts";
import { kmsOf, regionsOf, type KmsKey, type KmsState } from "./state.ts";

const dayMs = 86_400_000;
const onDemandMost = 25;

/** https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html */
export const rotationOperations = defineOperations<KmsState>()({
  EnableKeyRotation: {
    readOnly: false,
    needs: (context) => [
      keyNeed(
        context,
        { key: own(context), alias: null },
        { "kms:RotationPeriodInDays": String(daysOf(context)) },
      ),
    ],
    run: (context) => {
      const key = byItself(own(context));
      usable(key);
      const days = daysOf(context);
      if (days < 90 || days > 2560) throw invalid("RotationPeriodInDays is from 90 to 2560.");
      const rotation = { sinceMs: context.world.nowMs, days };
      for (const one of withReplicas(context, key)) one.rotation = rotation;
    },
  },
  DisableKeyRotation: {
    readOnly: false,
    needs: managing(own),
    run: (context) => {
      const key = byItself(own(context));
      usable(key);
      for (const one of withReplicas(context, key)) one.rotation = null;
    },
  },
  GetKeyRotationStatus: {
    readOnly: true,
    needs: managing(namedById),
    run: (context) => {
      const key = namedById(context);
      notPending(key);
      if (key.spec !== "SYMMETRIC_DEFAULT") return { KeyId: key.arn, KeyRotationEnabled: false };
      const { rotation } = key;
      return {
        KeyId: key.arn,
        KeyRotationEnabled: rotation !== null,
        RotationPeriodInDays: rotation?.days,
        NextRotationDate: rotation ? rotation.sinceMs + rotation.days * dayMs : undefined,
      };
    },
  },
  RotateKeyOnDemand: {
    readOnly: false,
    needs: managing(own),
    run: (context) => {
      const key = rotatable(own(context));
      usable(key);
      if (key.rotated.filter(({ onDemand }) => onDemand).length >= onDemandMost)
        throw refusal(
          "LimitExceededException",
          `${onDemandMost} on-demand rotations are a key's most.`,
        );
      key.rotated.push({ atMs: context.world.nowMs, onDemand: true });
      return { KeyId: key.arn };
    },
  },
  ListKeyRotations: {
    readOnly: true,
    needs: managing(own),
    run: (context) => {
      const key = rotatable(own(context));
      const { page, ...more } = paged(key.rotated, context.input, 100);
      return {
        Rotations: page.map(({ atMs, onDemand }) => ({
          KeyId: key.arn,
          KeyMaterialId: materialId(
            context.world,
            key,
            key.rotated.findIndex((one) => one.atMs === atMs) + 1,
          ),
          RotationDate: atMs,
          RotationType: onDemand ? "ON_DEMAND" : "AUTOMATIC",
        })),
        ...more,
      };
    },
  },
});

const daysOf = ({ input }: Ctx): number => input.number("RotationPeriodInDays") ?? 365;

/** Automatic rotation is for material of KMS's own, and of a multi-Region key it is set at the primary. */
function byItself(key: KmsKey): KmsKey {
  if (key.origin !== "AWS_KMS")
    throw refusal("UnsupportedOperationException", `${key.arn} has imported key material.`);
  if (key.primaryRegion !== null && key.primaryRegion !== key.region)
    throw refusal("UnsupportedOperationException", `${key.arn} is a replica key.`);
  return rotatable(key);
}

/** Rotation is a property that a multi-Region key shares with its replicas. */
const withReplicas = ({ world }: Ctx, { account, id }: KmsKey): KmsKey[] =>
  regionsOf(world, account).flatMap((region) => kmsOf(world, account, region)?.keys.get(id) ?? []);

/** Only symmetric keys for encryption are rotated by KMS. */
function rotatable(key: KmsKey): KmsKey {
  if (key.spec === "SYMMETRIC_DEFAULT") return key;
  throw refusal("UnsupportedOperationException", `${key.arn} of spec ${key.spec} does not rotate.`);
}
