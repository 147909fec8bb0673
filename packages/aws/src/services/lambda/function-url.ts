import { decideIn } from "../../world/authorise.ts";
import { invoke } from "../../world/invoke.ts";
import type { Credential } from "../../world/credential.ts";
import type { Origin } from "../../world/origin.ts";
import { overTheInternet } from "../../world/origin.ts";
import { Refusal } from "../../world/refusal.ts";
import type { World } from "../../world/world.ts";
import { runFunction } from "./invoking.ts";
import { lambdaOf, type LambdaFunction } from "./state.ts";

type UrlRequest = {
  /** The whole address, or its beginning. */
  url: string;
  method?: string;
  body?: string;
  /** Whose signature the request bears; null without one. */
  caller?: Credential | null;
  origin?: Origin;
};

/**
 * A request to a function's URL. With AWS_IAM the caller needs both permissions; with NONE nobody is asked who they are,
 * and the function's policy has to let everybody in.
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 */
export function callFunctionUrl(world: World, asked: UrlRequest): { status: number; body: string } {
  const { caller = null, origin = overTheInternet, body = "", method = "GET" } = asked;
  const found = functionOf(world, asked.url);
  if (!found?.one.url) return answer(404, { Message: null });
  const { one, region } = found;
  const signed = one.url!.authType === "AWS_IAM";
  if (signed && !caller) return answer(403, { Message: "Forbidden" });
  const ask = (action: string, context: Record<string, string>) =>
    decideIn({
      world,
      caller: signed ? caller : null,
      need: { action, resource: one.arn, context },
      region,
      origin,
      userAgent: "curl/8",
    }).decision.allowed;
  const allowed =
    ask("lambda:InvokeFunctionUrl", { "lambda:FunctionUrlAuthType": one.url!.authType }) &&
    ask("lambda:InvokeFunction", { "lambda:InvokedViaFunctionUrl": "true" });
  if (!allowed) return answer(403, { Message: "Forbidden" });
  const event = {
    version: "2.0",
    rawPath: new URL(asked.url).pathname,
    requestContext: { http: { method } },
    body,
  };
  try {
    const { outcome } = runFunction(world, one, {
      event,
      qualifier: null,
      invoke: (call, from) => invoke(world, call, from),
    });
    return outcome.error
      ? answer(502, { Message: "Internal Server Error" })
      : answer(200, outcome.value);
  } catch (error) {
    if (error instanceof Refusal)
      return answer(error.fault.status, { Message: error.fault.message });
    throw error;
  }
}

/** The URL of a function of any account, by its name; null where there is none. */
export function urlOf(world: World, name: string, region: string): string | null {
  for (const account of world.accounts.values())
    if (account.states.has(`lambda ${region}`)) {
      const url = lambdaOf(account, region).functions.get(name)?.url;
      if (url) return url.url;
    }
  return null;
}

const answer = (status: number, value: unknown) => ({
  status,
  body: JSON.stringify(value ?? null),
});

function functionOf(world: World, url: string): { one: LambdaFunction; region: string } | null {
  for (const account of world.accounts.values())
    for (const key of account.states.keys()) {
      if (!key.startsWith("lambda ")) continue;
      const region = key.slice(7);
      for (const one of lambdaOf(account, region).functions.values())
        if (one.url && url.startsWith(one.url.url)) return { one, region };
    }
  return null;
}
