import { AppError } from "@loopwright/core";

import { serviceIds, type ServiceId } from "../codec/call.ts";
import { credentialsFor, instanceCalled } from "../compute/credentials.ts";
import { callingAs, callingWith, type Calling, type From } from "./calling.ts";
import type { Credential } from "./credential.ts";
import type { Past } from "./declaration.ts";
import { overTheInternet } from "./origin.ts";
import type { World } from "./world.ts";

/**
 * Makes the calls of a world's past, each at its moment, so that what they left (users, keys, events) hangs together
 * as it would in an account. Throws `invalid-input` for a call that ends otherwise than it says.
 */
export function live(world: World, history: readonly Past[]): void {
  const nowMs = world.nowMs;
  for (const [index, past] of history.entries()) {
    const where = `history.${index}`;
    const atMs = Date.parse(past.at);
    if (atMs >= nowMs) throw refuse(where, "it lies in the future of the world");
    if (index > 0 && atMs < Date.parse(history[index - 1]!.at))
      throw refuse(where, "the calls are not in order");
    // A call moves the clock by a second before it is written down.
    world.nowMs = atMs - 1000;
    once(world, past, where);
  }
  world.nowMs = nowMs;
  // Only what a learner does is graded.
  world.log.length = 0;
}

function once(world: World, past: Past, where: string) {
  const { as, call, input, region, from, userAgent, fails } = past;
  const [service = "", operation = ""] = call.split(":");
  if (!serviceIds.includes(service as ServiceId))
    throw refuse(where, `there is no service ${service}`);
  const origin = { ...overTheInternet, sourceIp: from };
  const calling = callingOf(world, past, { region, origin, userAgent });
  const { fault } = calling(service as ServiceId, operation, input);
  if ((fault?.code ?? undefined) === fails) return;
  const told = fault ? `${fault.code}: ${fault.message}` : "it succeeded";
  throw refuse(where, `${call} as ${as} was to end with ${fails ?? "success"}, and: ${told}`);
}

/** Code that runs in the account uses what it is handed there at that moment; it may be used from any address. */
function callingOf(world: World, { as, delivery }: Past, from: From): Calling {
  const [, runs, at = ""] = /^(instance|function):(.+)$/.exec(as) ?? [];
  if (runs === undefined) return callingAs(world, as, from);
  const handed = runs === "function" ? credentialsFor(world, { function: at }) : null;
  const credential = handed ?? ofInstance(world, at, delivery);
  if (credential) return callingWith(world, credential, from);
  const message = `Nothing hands out credentials to “${as}” at that moment.`;
  throw new AppError("not-found", { message, next: "Name code that runs with a role." });
}

function ofInstance(world: World, at: string, delivery: Past["delivery"]): Credential | null {
  const found = instanceCalled(world, at);
  return found && credentialsFor(world, { instance: found.instance.id, delivery });
}

const refuse = (where: string, message: string): AppError =>
  new AppError("invalid-input", {
    message: `The world's past cannot be lived: ${message.replace(/\.$/, "")}.`,
    next: "Mend it there.",
    where,
  });
