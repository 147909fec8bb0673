import { defineOperations } from "../../world/define.ts";
import { refusal } from "../../world/refusal.ts";
import { own, usable } from "./find.ts";
import { defaultPolicy, keyPolicy, written } from "./make.ts";
import { keyNeed } from "./needs.ts";
import { checked } from "./policies.ts";
import { kmsOf, type KmsState } from "./state.ts";
import { sentTags, writtenTags } from "./tags.ts";

/** https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html */
export const replicaOperations = defineOperations<KmsState>()({
  ReplicateKey: {
    readOnly: false,
    needs: (context) => {
      const { account, input } = context;
      const region = input.text("ReplicaRegion");
      const keys = { "kms:ReplicaRegion": region };
      return [
        keyNeed(context, { key: own(context), alias: null }, keys),
        {
          action: "kms:CreateKey",
          resource: `arn:aws:kms:${region}:${account.id}:*`,
          context: keys,
        },
      ];
    },
    run: (context) => {
      const { world, account, input } = context;
      const key = own(context);
      usable(key);
      const region = input.text("ReplicaRegion");
      if (key.primaryRegion !== key.region)
        throw refusal("UnsupportedOperationException", `${key.arn} is no primary key.`);
      const there = kmsOf(world, account.id, region)!;
      if (there.keys.has(key.id))
        throw refusal("AlreadyExistsException", `A replica of ${key.arn} is in ${region} already.`);
      const arn = `arn:aws:kms:${region}:${account.id}:key/${key.id}`;
      const policy = keyPolicy(input.optional("Policy") ?? defaultPolicy(account.id));
      if (input.has("Policy")) checked(context, policy, arn);
      const replica = {
        ...key,
        arn,
        region,
        createdMs: world.nowMs,
        description: input.optional("Description") ?? "",
        policy,
        tags: new Map(Object.entries(sentTags(input))),
        grants: new Map(),
      };
      there.keys.set(key.id, replica);
      return {
        ReplicaKeyMetadata: written(world, replica),
        ReplicaPolicy: policy.text,
        ReplicaTags: writtenTags(replica.tags),
      };
    },
  },
});
