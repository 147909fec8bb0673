import { defineOperations } from "../../world/define.ts";
import { refusal } from "../../world/refusal.ts";
import { tagContext } from "../iam/tags.ts";
import { keyNeed, managing, invalid } from "./needs.ts";
import { named, notPending, own, type Ctx } from "./find.ts";
import { defaultPolicy, keyPolicy, makeKey, written } from "./make.ts";
import { paged } from "./page.ts";
import { checked } from "./policies.ts";
import { isSpec, specs } from "./specs.ts";
import type { KmsState } from "./state.ts";
import { sentTags } from "./tags.ts";

const dayMs = 86_400_000;

export const keyOperations = defineOperations<KmsState>()({
  CreateKey: {
    readOnly: false,
    needs: (context) => {
      const { input, caller } = context;
      const { spec, usage } = wanted(context);
      const keys = {
        "kms:CallerAccount": caller.account,
        "kms:KeySpec": spec,
        "kms:KeyUsage": usage,
        "kms:KeyOrigin": input.optional("Origin") ?? "AWS_KMS",
        "kms:MultiRegion": String(input.flag("MultiRegion") ?? false),
        "kms:BypassPolicyLockoutSafetyCheck": String(
          input.flag("BypassPolicyLockoutSafetyCheck") ?? false,
        ),
        ...tagContext(sentTags(input)),
      };
      const tagging = input.list("Tags").length > 0 ? ["kms:TagResource"] : [];
      return ["kms:CreateKey", ...tagging].map((action) => ({
        action,
        resource: "*",
        context: keys,
      }));
    },
    run: (context) => {
      const { world, account, input } = context;
      if ((input.optional("Origin") ?? "AWS_KMS") !== "AWS_KMS")
        throw refusal("UnsupportedOperationException", "Only keys of origin AWS_KMS are emulated.");
      const policy = keyPolicy(input.optional("Policy") ?? defaultPolicy(account.id));
      if (input.has("Policy")) checked(context, policy, "*");
      const key = makeKey(context, {
        ...wanted(context),
        description: input.optional("Description") ?? "",
        multiRegion: input.flag("MultiRegion") ?? false,
        policy,
        tags: sentTags(input),
      });
      return { KeyMetadata: written(world, key) };
    },
  },
  DescribeKey: {
    readOnly: true,
    needs: (context) => [keyNeed(context, named(context))],
    run: (context) => ({ KeyMetadata: written(context.world, named(context).key) }),
  },
  ListKeys: {
    readOnly: true,
    run: ({ state, input }) => {
      const keys = [...state.keys.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
      const { page, ...more } = paged(keys, input, 100);
      return { Keys: page.map(({ id, arn }) => ({ KeyId: id, KeyArn: arn })), ...more };
    },
  },
  EnableKey: {
    readOnly: false,
    needs: managing(own),
    run: (context) => switchTo(context, "Enabled"),
  },
  DisableKey: {
    readOnly: false,
    needs: managing(own),
    run: (context) => switchTo(context, "Disabled"),
  },
  UpdateKeyDescription: {
    readOnly: false,
    needs: managing(own),
    run: (context) => {
      const key = own(context);
      notPending(key);
      key.description = context.input.optional("Description") ?? "";
    },
  },
  ScheduleKeyDeletion: {
    readOnly: false,
    needs: (context) => [
      keyNeed(
        context,
        { key: own(context), alias: null },
        { "kms:ScheduleKeyDeletionPendingWindowInDays": String(daysOf(context)) },
      ),
    ],
    run: (context) => {
      const key = own(context);
      notPending(key);
      const days = daysOf(context);
      if (days < 7 || days > 30)
        throw invalid("PendingWindowInDays must be between 7 and 30 days.");
      key.state = "PendingDeletion";
      key.deletion = { atMs: context.world.nowMs + days * dayMs, days };
      return {
        KeyId: key.arn,
        DeletionDate: key.deletion.atMs,
        KeyState: key.state,
        PendingWindowInDays: days,
      };
    },
  },
  CancelKeyDeletion: {
    readOnly: false,
    needs: managing(own),
    run: (context) => {
      const key = own(context);
      if (key.state !== "PendingDeletion")
        throw refusal("KMSInvalidStateException", `${key.arn} is not pending deletion.`);
      // It comes back disabled.
      key.state = "Disabled";
      key.deletion = null;
      return { KeyId: key.arn };
    },
  },
});

function switchTo(context: Ctx, state: "Enabled" | "Disabled"): void {
  const key = own(context);
  notPending(key);
  key.state = state;
}

const daysOf = ({ input }: Ctx): number => input.number("PendingWindowInDays") ?? 30;

/** Spec and usage that belong together; an asymmetric key and an HMAC key have to say what they are for. */
function wanted({ input }: Ctx) {
  const spec =
    input.optional("KeySpec") ?? input.optional("CustomerMasterKeySpec") ?? "SYMMETRIC_DEFAULT";
  if (!isSpec(spec))
    throw refusal("UnsupportedOperationException", `KeySpec ${spec} is not emulated.`);
  const usage = input.optional("KeyUsage") ?? "ENCRYPT_DECRYPT";
  if (!specs[spec].usages.includes(usage))
    throw invalid(`The KeyUsage ${usage} is not compatible with KeySpec ${spec}.`);
  return { spec, usage };
}
