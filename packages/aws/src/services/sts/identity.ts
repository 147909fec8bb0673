import { defineOperations } from "../../world/define.ts";
import { giveKey } from "../../world/give-key.ts";
import { refusal } from "../../world/refusal.ts";

export const identityOperations = defineOperations<object>()({
  GetCallerIdentity: {
    readOnly: true,
    // No policy can keep somebody from asking who they are.
    needs: () => [],
    run: ({ caller }) => ({
      UserId: caller.userId,
      Account: caller.account,
      Arn: "arn" in caller.principal ? caller.principal.arn : "",
    }),
  },
  GetAccessKeyInfo: {
    readOnly: true,
    run: ({ world, input }) => {
      const found = world.credentials.get(input.text("AccessKeyId"));
      if (!found) throw refusal("InvalidParameterValue", "The access key does not exist.");
      return { Account: found.account };
    },
  },
  GetSessionToken: {
    readOnly: true,
    needs: () => [],
    run: ({ world, caller, input }) => {
      const { principal } = caller;
      if (caller.session !== null || (principal.type !== "user" && principal.type !== "root")) {
        const message = "Cannot call GetSessionToken with session credentials";
        throw refusal("AccessDenied", message, 403);
      }
      const seconds = input.number("DurationSeconds") ?? 43_200;
      const session = {
        expiresMs: world.nowMs + seconds * 1000,
        policies: null,
        tags: {},
        transitiveTags: [],
        mfa: input.has("TokenCode"),
        sourceIdentity: null,
        chained: false,
        from: null,
      };
      return {
        Credentials: written(giveKey(world, { principal, userId: caller.userId, session })),
      };
    },
  },
});

/** A temporary credential as STS hands it out. */
export const written = ({ accessKeyId, secretAccessKey, session }: ReturnType<typeof giveKey>) => ({
  AccessKeyId: accessKeyId,
  SecretAccessKey: secretAccessKey,
  SessionToken: session?.token ?? "",
  Expiration: session?.expiresMs ?? 0,
});
