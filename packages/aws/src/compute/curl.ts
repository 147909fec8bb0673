import type { World } from "../world/world.ts";
import { containerCredentials, type Container } from "./containers.ts";
import { readOptions, type Asked } from "./curl-options.ts";
import { metadata, type MetadataReply } from "./metadata.ts";
import { callFunctionUrl } from "../services/lambda/function-url.ts";

/** Where a shell is: on an instance, or in a container, which may stand on one. */
export type Foothold = { instance?: string; container?: Container };

export type Ran = {
  stdout: string;
  stderr: string;
  code: number;
  /** What --output puts into a file. */
  saved?: { path: string; text: string };
};

const reasons: Readonly<Record<number, string>> = {
  200: "OK",
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
};

/**
 * curl, as far as the metadata services of a foothold and functions' URLs go; every other host is one that nobody
 * resolves. Exit codes are curl's own: https://curl.se/libcurl/c/libcurl-errors.html
 */
export function curl(world: World, from: Foothold, args: readonly string[]): Ran {
  const asked = readOptions(args);
  if ("unknown" in asked) return failed(2, `curl: option ${asked.unknown}: is unknown`);
  const written = asked.url.includes("://") ? asked.url : `http://${asked.url}`;
  if (!URL.canParse(written))
    return failed(3, "curl: (3) URL rejected: Malformed input to a URL function");
  const url = new URL(written);
  const { method, headers, body } = asked;
  const reply = fetched(world, from, { method, url: url.href, headers, body });
  if (reply === undefined)
    return quietly(asked, 6, `curl: (6) Could not resolve host: ${url.hostname}`);
  if (reply === null)
    return quietly(
      asked,
      28,
      `curl: (28) Failed to connect to ${url.hostname} port 80: Connection timed out`,
    );
  if (asked.fail && reply.status >= 400)
    return quietly(asked, 22, `curl: (22) The requested URL returned error: ${reply.status}`);
  const head = `HTTP/1.1 ${reply.status} ${reasons[reply.status] ?? ""}\r\nServer: EC2ws\r\n\r\n`;
  const text = (asked.include ? head : "") + reply.body;
  const toFile = asked.output !== null && asked.output !== "-";
  const ran = { stdout: toFile ? "" : text, stderr: "", code: 0 };
  return toFile && asked.output ? { ...ran, saved: { path: asked.output, text } } : ran;
}

export type Fetch = {
  method: string;
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
};

/** One HTTP request from there. Undefined where there is no such host; null where it does not answer. */
export function fetched(
  world: World,
  { instance, container }: Foothold,
  { method, url: href, headers, body = "" }: Fetch,
): MetadataReply | undefined {
  if (!URL.canParse(href)) return undefined;
  const url = new URL(href);
  const request = { method, path: url.pathname, headers };
  if (url.hostname === "169.254.169.254")
    // Behind a container's bridge it is one hop further.
    return instance === undefined
      ? null
      : metadata(world, instance, { ...request, hops: container ? 2 : 1 });
  const pod = container?.service === "pods.eks";
  if (url.hostname === "169.254.170.2")
    return container && !pod ? containerCredentials(world, container, request) : null;
  if (url.hostname === "169.254.170.23")
    return container && pod ? containerCredentials(world, container, request) : null;
  if (!url.hostname.endsWith(".on.aws")) return undefined;
  return callFunctionUrl(world, { url: url.href, method, body });
}

const failed = (code: number, message: string): Ran => ({
  stdout: "",
  stderr: `${message}\n`,
  code,
});
const quietly = ({ silent }: Asked, code: number, message: string): Ran =>
  silent ? { stdout: "", stderr: "", code } : failed(code, message);
