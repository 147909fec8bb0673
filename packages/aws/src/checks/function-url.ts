import { callFunctionUrl, urlOf } from "../services/lambda/function-url.ts";
import type { World } from "../world/world.ts";

type Asked = { input: Record<string, unknown>; region: string };

/**
 * Somebody whom nobody knows sends a request to the URL that a function had before anything was done. No operation of
 * AWS is called so: `lambda:InvokeFunctionUrl` is the permission for it.
 */
export function atFunctionUrl({ input, region }: Asked, world: World, fresh: World) {
  const url = urlOf(fresh, String(input["FunctionName"]), region);
  const { status } = url === null ? { status: 404 } : callFunctionUrl(world, { url });
  // What fails in the function has run nevertheless.
  if (status < 400 || status >= 500) return { code: "ok", message: "" };
  return { code: "AccessDenied", message: `the URL answers ${status}` };
}
