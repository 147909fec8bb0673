import { AppError } from "@loopwright/core";

import type { ServiceId } from "../codec/call.ts";
import { invoke, type Reply } from "./invoke.ts";
import type { Origin } from "./origin.ts";
import type { World } from "./world.ts";

export type Calling = (
  service: ServiceId,
  operation: string,
  input?: Record<string, unknown>,
) => Reply;

export type From = { region?: string; origin?: Origin; userAgent?: string };

/**
 * Calls as somebody who has a credential in the world, by the end of the ARN: "user/ana", "assumed-role/admin/s".
 * The newest credential is taken. For graders and tests, which need no codec.
 */
export function callingAs(world: World, whose: string, from: From = {}): Calling {
  const found = [...world.credentials.values()].findLast(
    ({ principal }) => "arn" in principal && principal.arn.endsWith(whose),
  );
  if (!found) {
    const message = `Nobody whose ARN ends with “${whose}” has a credential in this world.`;
    throw new AppError("not-found", { message, next: "Give the user a key in its declaration." });
  }
  const { accessKeyId, session } = found;
  const { region = "eu-west-1", userAgent = "aws-cli/1.44", origin } = from;
  return (service, operation, input = {}) =>
    invoke(
      world,
      {
        service,
        operation,
        input,
        region,
        accessKeyId,
        sessionToken: session?.token ?? null,
        userAgent,
        host: "",
      },
      origin,
    );
}
