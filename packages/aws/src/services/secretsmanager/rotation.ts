import { defineOperations } from "../../world/define.ts";
import type { Input } from "../../world/input.ts";
import {
  invalidParameter,
  invalidRequest,
  livingSecret,
  named,
  onSecret,
  secretNeed,
} from "./find.ts";
import type { SecretsState } from "./state.ts";
import { staged } from "./versions.ts";

/** Rotation is set and told, and no function runs: https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html */
export const rotationOperations = defineOperations<SecretsState>()({
  RotateSecret: {
    readOnly: false,
    needs: (context) => {
      const { input } = context;
      const lambda = input.optional("RotationLambdaARN");
      const keys = {
        ...(lambda === null ? {} : { "secretsmanager:RotationLambdaARN": lambda }),
        "secretsmanager:ModifyRotationRules": String(input.has("RotationRules")),
        "secretsmanager:RotateImmediately": String(input.flag("RotateImmediately") ?? true),
      };
      return [secretNeed(context, keys)];
    },
    run: (context) => {
      const { world, input } = context;
      const secret = livingSecret(context);
      const lambda = input.optional("RotationLambdaARN") ?? secret.rotation?.lambda ?? null;
      if (lambda === null)
        throw invalidRequest("No Lambda rotation function ARN is associated with this secret.");
      const rules = input.has("RotationRules")
        ? input.inside("RotationRules").raw
        : (secret.rotation?.rules ?? { AutomaticallyAfterDays: 30 });
      secret.rotation = { lambda, rules, days: daysOf(input, secret.rotation?.days ?? 30) };
      secret.rotationOn = true;
      if (input.flag("RotateImmediately") ?? true) secret.rotatedMs = world.nowMs;
      return { ...named(secret), VersionId: staged(secret, "AWSCURRENT")?.id };
    },
  },
  CancelRotateSecret: {
    readOnly: false,
    needs: onSecret,
    run: (context) => {
      const secret = livingSecret(context);
      secret.rotationOn = false;
      return named(secret);
    },
  },
});

/** Of a schedule, only rate(n days) is reckoned; a cron expression counts as a month. */
function daysOf(input: Input, known: number): number {
  const rules = input.inside("RotationRules");
  const rate = /^rate\((\d{1,4}) days?\)$/.exec(rules.optional("ScheduleExpression") ?? "");
  const days = rules.number("AutomaticallyAfterDays") ?? (rate ? Number(rate[1]) : known);
  if (days < 1 || days > 1000) throw invalidParameter("AutomaticallyAfterDays is from 1 to 1000.");
  return days;
}
