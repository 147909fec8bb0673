import { z } from "zod";

import type { Call, Fault, ServiceId } from "../codec/call.ts";
import type { World } from "./world.ts";

/** A spell in which a service has too much to do: it begins with a call, and ends when time has passed. */
export const throttle = z.strictObject({
  /** Such as s3:GetBucketPolicy: the service as botocore calls it, and the operation; * for each of its own. */
  call: z.string().regex(/^[a-z0-9]+:([A-Z]\w+|\*)$/, "such as s3:GetBucketPolicy"),
  /** With how many such calls it begins. */
  after: z.int().min(1).max(10_000).default(1),
  /** How long it lasts on the world's clock, from its first refusal on. */
  seconds: z.int().min(1).max(600).default(20),
});

export type Throttle = z.infer<typeof throttle> & { seen: number; sinceMs: number | null };

/** What a call is answered while a spell lasts; null where none does. */
export function throttled(world: World, { service, operation }: Call): Fault | null {
  for (const spell of world.throttles) {
    if (spell.call !== `${service}:${operation}` && spell.call !== `${service}:*`) continue;
    spell.seen += 1;
    if (spell.seen < spell.after) continue;
    spell.sinceMs ??= world.nowMs;
    if (world.nowMs - spell.sinceMs < spell.seconds * 1000) return faultOf(service);
  }
  return null;
}

type Named = readonly [code: string, status: number];

/** As the services' pages of common errors name it; botocore's retries know them all. */
const named: Partial<Record<ServiceId, Named>> = {
  s3: ["SlowDown", 503],
  ec2: ["RequestLimitExceeded", 503],
  iam: ["Throttling", 400],
  sts: ["Throttling", 400],
  lambda: ["TooManyRequestsException", 429],
  guardduty: ["TooManyRequestsException", 429],
  organizations: ["TooManyRequestsException", 400],
};

function faultOf(service: ServiceId): Fault {
  const [code, status] = named[service] ?? ["ThrottlingException", 400];
  const message = service === "s3" ? "Please reduce your request rate." : "Rate exceeded";
  return { code, message, status };
}
