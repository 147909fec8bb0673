import { defineOperations } from "../../world/define.ts";
import { Refusal, refusal } from "../../world/refusal.ts";
import { keyUsed } from "./encrypting.ts";
import { invalidParameter, livingSecret, named, secretNeed, type Ctx } from "./find.ts";
import { matching } from "./lists.ts";
import { secretsOf, type Secret, type SecretsState, type SecretVersion } from "./state.ts";
import { addVersion, moveStage, sentValue, staged } from "./versions.ts";

export const valueOperations = defineOperations<SecretsState>()({
  /** Condition keys: https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_iam-permissions.html */
  GetSecretValue: {
    readOnly: true,
    needs: (context) => {
      const { input } = context;
      const [id, stage] = [input.optional("VersionId"), input.optional("VersionStage")];
      // Who leaves the stage out gets AWSCURRENT, and yet has no such key: the reference says to use IfExists.
      const keys = {
        ...(id === null ? {} : { "secretsmanager:VersionId": id }),
        ...(stage === null ? {} : { "secretsmanager:VersionStage": stage }),
      };
      return [secretNeed(context, keys)];
    },
    run: (context) => {
      const { input } = context;
      const secret = livingSecret(context);
      return read(context, secret, {
        id: input.optional("VersionId"),
        stage: input.optional("VersionStage"),
      });
    },
  },
  BatchGetSecretValue: {
    readOnly: true,
    run: (context) => {
      const { world, account, region, input } = context;
      const ids = input.texts("SecretIdList");
      const all = [...secretsOf(world, account.id, region)!.secrets.values()];
      const asked = ids.length > 0 ? ids : matching(all, input).map(({ arn }) => arn);
      if (asked.length > 20) throw invalidParameter("At most 20 secrets are taken.");
      const SecretValues: object[] = [];
      const Errors: object[] = [];
      for (const id of asked) {
        try {
          context.authorise({
            ...secretNeed(context, {}, id),
            action: "secretsmanager:GetSecretValue",
          });
          SecretValues.push(read(context, livingSecret(context, id), { id: null, stage: null }));
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          Errors.push({ SecretId: id, ErrorCode: error.fault.code, Message: error.fault.message });
        }
      }
      return { SecretValues, Errors };
    },
  },
  PutSecretValue: {
    readOnly: false,
    needs: (context) => [secretNeed(context)],
    run: (context) => {
      const { input } = context;
      const secret = livingSecret(context);
      const value = sentValue(input);
      if (!value) throw invalidParameter("A secret value is needed.");
      const stages = input.texts("VersionStages");
      const version = addVersion(
        context,
        secret,
        stages.length > 0 ? { value, stages } : { value },
      );
      return { ...named(secret), VersionId: version.id, VersionStages: [...version.stages] };
    },
  },
  UpdateSecretVersionStage: {
    readOnly: false,
    needs: (context) => [
      secretNeed(context, { "secretsmanager:VersionStage": context.input.text("VersionStage") }),
    ],
    run: (context) => {
      const { input } = context;
      const secret = livingSecret(context);
      const stage = input.text("VersionStage");
      const [to, from] = [input.optional("MoveToVersionId"), input.optional("RemoveFromVersionId")];
      const holder = staged(secret, stage);
      if (holder && holder.id !== to && holder.id !== from)
        throw invalidParameter(`The staging label ${stage} is attached to version ${holder.id}.`);
      const target = to === null ? null : (secret.versions.get(to) ?? null);
      if (to !== null && !target) throw noValue(`VersionId: ${to}`);
      if (target === null && stage === "AWSCURRENT")
        throw invalidParameter("AWSCURRENT can only be moved.");
      moveStage(secret, stage, target);
      return named(secret);
    },
  },
});

const noValue = (what: string) =>
  refusal(
    "ResourceNotFoundException",
    `Secrets Manager can't find the specified secret value for ${what}`,
  );

type Which = { id: string | null; stage: string | null };

function read(context: Ctx, secret: Secret, { id, stage }: Which) {
  const version = id === null ? staged(secret, stage ?? "AWSCURRENT") : secret.versions.get(id);
  if (!version || (stage !== null && !version.stages.has(stage)))
    throw noValue(id === null ? `staging label: ${stage ?? "AWSCURRENT"}` : `VersionId: ${id}`);
  version.key = keyUsed(context, {
    secret,
    version: version.id,
    key: version.key ?? secret.key,
    operation: "Decrypt",
  });
  secret.accessedMs = context.world.nowMs;
  return { ...named(secret), ...written(version) };
}

const written = ({ id, value, stages, createdMs }: SecretVersion) => ({
  VersionId: id,
  ...("text" in value ? { SecretString: value.text } : { SecretBinary: value.bytes }),
  VersionStages: [...stages],
  CreatedDate: createdMs,
});
