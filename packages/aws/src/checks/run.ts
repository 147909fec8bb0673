import { credentialsAt, type Door } from "../compute/foothold.ts";
import { originFrom } from "../compute/origin.ts";
import { iamOf } from "../services/iam/policies-of.ts";
import type { ServiceId } from "../codec/call.ts";
import { callingWith, newestKey } from "../world/calling.ts";
import type { Credential } from "../world/credential.ts";
import { giveKey } from "../world/give-key.ts";
import { Refusal } from "../world/refusal.ts";
import { credentialFor } from "../world/start.ts";
import { withCiphertexts } from "./ciphertexts.ts";
import type { Origin } from "../world/origin.ts";
import type { LoggedCall, World } from "../world/world.ts";
import { asideIn } from "./aside.ts";
import type { Attempt, Check } from "./check.ts";
import { atFunctionUrl } from "./function-url.ts";

export type CheckResult = { ok: boolean; /** What was seen, a line each. */ trace: string[] };

type Seen = {
  /** As the learner left it. */
  world: World;
  /** A copy of it, made anew each time; `between` is done in it between the learner's commands. */
  copy: (between?: (world: World) => void) => Promise<World>;
  /** As it was declared. */
  fresh: World;
};

/** Whether a check holds, and what was seen. */
export async function runCheck(check: Check, { world, copy, fresh }: Seen): Promise<CheckResult> {
  switch (check.type) {
    case "did":
      return did(check, world);
    case "never": {
      const found = world.log.filter((one) => fits(one, check));
      return {
        ok: found.length === 0,
        trace: found.length === 0 ? [`${check.call} was never called.`] : found.map(inWords),
      };
    }
    case "order":
      return inOrder(check, world);
    case "try": {
      const later = await copy();
      later.nowMs += check.afterSeconds * 1000;
      return tried(check.attempts, later, fresh);
    }
    case "meanwhile": {
      const between = (at: World) => {
        for (const one of check.calls) asideIn(at, () => void outcome(one, at, fresh));
      };
      return tried(check.attempts, await copy(between), fresh);
    }
  }
}

type Wanted = { call: string; input: Record<string, unknown>; as?: string | undefined };

function fits(one: LoggedCall, { call, input, as }: Wanted): boolean {
  return (
    one.error === null &&
    `${one.service}:${one.operation}` === call &&
    (as === undefined || (one.caller ?? "").includes(`:${as}`)) &&
    holds(input, one.input)
  );
}

/** Whether everything that is wanted is there; a list has to hold each wanted entry. */
function holds(wanted: unknown, there: unknown): boolean {
  if (Array.isArray(wanted)) {
    return Array.isArray(there) && wanted.every((one) => there.some((other) => holds(one, other)));
  }
  if (typeof wanted !== "object" || wanted === null) return wanted === there;
  if (typeof there !== "object" || there === null) return false;
  return Object.entries(wanted).every(
    ([name, value]) =>
      Object.hasOwn(there, name) && holds(value, (there as Record<string, unknown>)[name]),
  );
}

function did(check: Wanted, { log }: World): CheckResult {
  const found = log.find((one) => fits(one, check));
  if (found) return { ok: true, trace: [inWords(found)] };
  const tried = log.filter((one) => `${one.service}:${one.operation}` === check.call);
  const none = `${check.call}${check.as ? ` as ${check.as}` : ""} did not succeed.`;
  return { ok: false, trace: [none, ...tried.slice(-2).map(inWords)] };
}

function inOrder({ first, next }: Extract<Check, { type: "order" }>, { log }: World): CheckResult {
  const early = log.findIndex((one) => fits(one, first));
  const late = log.findIndex((one) => fits(one, next));
  const trace = [early, late].flatMap((at) => (at < 0 ? [] : [inWords(log[at]!)]));
  if (early < 0) trace.push(`${first.call} did not succeed.`);
  if (late < 0) trace.push(`${next.call} did not succeed.`);
  return { ok: early >= 0 && late >= 0 && early < late, trace };
}

const inWords = ({ service, operation, caller, error, input }: LoggedCall): string => {
  const target = Object.values(input).find((value) => typeof value === "string");
  const who = caller === null ? "nobody known" : caller.slice(caller.lastIndexOf(":") + 1);
  const on = typeof target === "string" ? ` (${target.slice(0, 80)})` : "";
  return `${who} called ${service}:${operation}${on}: ${error ?? "it succeeded"}.`;
};

function tried(attempts: readonly Attempt[], world: World, fresh: World): CheckResult {
  const results = attempts.map((attempt) => {
    const { code, message } = outcome(attempt, world, fresh);
    const ended = code === "ok" ? "allowed" : `${code}: ${message}`;
    const { expect } = attempt;
    const ok = expect === "any" || expect === code || (expect === "denied" && denied.has(code));
    const what = attempt.about === undefined ? attempt.call : `${attempt.call}, ${attempt.about}`;
    return { ok, line: `${attempt.as} calls ${what}: ${ended}` };
  });
  return { ok: results.every(({ ok }) => ok), trace: results.map(({ line }) => line) };
}

/** How services say that something is not allowed, or that a credential is none any more. */
const denied: ReadonlySet<string> = new Set([
  "AccessDenied",
  "AccessDeniedException",
  "UnauthorizedOperation",
  "AllAccessDisabled",
  "InvalidClientTokenId",
  "InvalidAccessKeyId",
  "UnrecognizedClientException",
  "AuthFailure",
  "ExpiredToken",
  "ExpiredTokenException",
  "RequestExpired",
  "NoSuchPrincipal",
]);

function outcome(asked: Omit<Attempt, "expect">, world: World, fresh: World) {
  const { as, call, input, region, via } = asked;
  if (call === "lambda:InvokeFunctionUrl") return atFunctionUrl({ input, region }, world, fresh);
  const [service = "", operation = ""] = call.split(":");
  const { key, origin } = callerFor(as, { world, fresh, service });
  if (origin === null) return { code: "NoConnection", message: "no way leads there" };
  if (!key) return { code: "NoSuchPrincipal", message: `${as} has no credentials` };
  const from = { region, ...(origin ? { origin } : {}), ...(via === undefined ? {} : { via }) };
  const sent = withCiphertexts(world, input);
  const { fault } = callingWith(world, key, from)(service as ServiceId, operation, sent);
  return fault ?? { code: "ok", message: "" };
}

type Caller = { key: Credential | null; origin?: Origin | null };
type Around = { world: World; fresh: World; service: string };

/** Code in the account calls from where it runs; for everybody else it is the internet. */
function callerFor(as: string, { world, fresh, service }: Around): Caller {
  const [, from, at = ""] = /^(metadata|metadata-v1|task):(.+)$/.exec(as) ?? [];
  if (from === undefined) return { key: keyFor(as, world, fresh) };
  const found = credentialsAt(world, from as Door, at);
  // What was cut off is so whether or not it has a role left; what does not run has no credentials first of all.
  if (!found?.running) return { key: null };
  return { key: found.credential, origin: originFrom(world, found.instance, service) };
}

/** The credential that tries; null where there is none any more. */
function keyFor(as: string, world: World, fresh: World): Credential | null {
  if (as.startsWith("arn:")) return freshKey(world, as);
  if (!as.startsWith("leaked:")) return newestKey(world, as);
  const leaked = newestKey(fresh, as.slice("leaked:".length));
  return (leaked && world.credentials.get(leaked.accessKeyId)) ?? null;
}

/** Gives the principal a credential of its own: what is asked is what it may do, whatever keys it has left. */
function freshKey(world: World, arn: string): Credential | null {
  const account = arn.split(":")[4] ?? "";
  const user = iamOf(world, account)?.users.get(arn.slice(arn.lastIndexOf("/") + 1));
  if (user?.arn === arn) {
    return giveKey(world, { principal: { type: "user", arn, account }, userId: user.id });
  }
  try {
    return credentialFor(world, arn, "checked");
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
