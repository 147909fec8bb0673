import { AppError } from "@loopwright/core";

import type { ServiceId } from "../codec/call.ts";
import type { Credential } from "./credential.ts";
import { invoke, type Reply } from "./invoke.ts";
import { newestKey } from "./newest-key.ts";
import type { Origin } from "./origin.ts";
import type { World } from "./world.ts";

export { newestKey };

export type Calling = (
  service: ServiceId,
  operation: string,
  input?: Record<string, unknown>,
) => Reply;

export type From = { region?: string; origin?: Origin; userAgent?: string; via?: string };

/**
 * Calls as somebody who has a credential in the world, by the end of the ARN: "user/ana", "assumed-role/admin/s".
 * The newest credential is taken, of "key:user/ana" the newest long-lived one. For graders and tests, which need no codec.
 */
export function callingAs(world: World, whose: string, from: From = {}): Calling {
  const found = newestKey(world, whose);
  if (found) return callingWith(world, found, from);
  const message = `Nobody whose ARN ends with “${whose}” has a credential in this world.`;
  throw new AppError("not-found", { message, next: "Give the user a key in its declaration." });
}

/** Calls with one credential. */
export function callingWith(
  world: World,
  { accessKeyId, session }: Credential,
  from: From = {},
): Calling {
  const { region = "eu-west-1", userAgent = "aws-cli/1.44", origin, via } = from;
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
        ...(via === undefined ? {} : { via }),
      },
      origin,
    );
}
