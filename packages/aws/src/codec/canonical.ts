import { createHash } from "node:crypto";

import type { HttpRequest } from "../http.ts";
import type { Credential } from "./credential.ts";
import { queryOf } from "./credential.ts";

/** RFC 3986: all but letters, digits and "-._~" is escaped. */
export const escapeUri = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * The canonical form that is signed; null where the body is not the one that was signed, or an escape
 * is broken. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function canonicalRequest(request: HttpRequest, credential: Credential): string | null {
  const { signedHeaders, signingName, scheme } = credential;
  const isS3 = signingName === "s3";
  const [path = "/"] = request.url.split("?");
  const uri = isS3 ? singleEscaped(path) : doubleEscaped(path);
  const payload = payloadHash(request, { isS3, isQuery: scheme === "query" });
  if (uri === null || payload === null) return null;
  const headers = signedHeaders.map((name) => {
    const value = Object.hasOwn(request.headers, name) ? (request.headers[name] ?? "") : "";
    return `${name}:${value.trim().replaceAll(/ {2,}/g, " ")}\n`;
  });
  const parts = [request.method, uri, canonicalQuery(request.url), headers.join("")];
  return [...parts, signedHeaders.join(";"), payload].join("\n");
}

/** S3 signs the path of the key as it is: escaped once, "//" and "/../" untouched. */
function singleEscaped(path: string): string | null {
  try {
    return path
      .split("/")
      .map((part) => escapeUri(decodeURIComponent(part)))
      .join("/");
  } catch {
    return null;
  }
}

/** All other services sign the path as sent, without its dots and empty parts, and escaped again. */
function doubleEscaped(path: string): string {
  const kept: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") kept.pop();
    else if (part !== "" && part !== ".") kept.push(part);
  }
  const end = path.endsWith("/") && kept.length > 0 ? "/" : "";
  return `/${kept.map(escapeUri).join("/")}${end}`;
}

const less = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

function canonicalQuery(url: string): string {
  return queryOf(url)
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => [escapeUri(name), escapeUri(value)] as const)
    .toSorted(([a, x], [b, y]) => less(a, b) || less(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
}

type PayloadRule = { isS3: boolean; isQuery: boolean };

/** The hash that stands in the canonical form; null where the body has another one. */
function payloadHash({ headers, body }: HttpRequest, { isS3, isQuery }: PayloadRule) {
  const claimed = headers["x-amz-content-sha256"];
  if (isQuery && isS3 && (claimed === undefined || claimed === "UNSIGNED-PAYLOAD"))
    return "UNSIGNED-PAYLOAD";
  if (claimed === "UNSIGNED-PAYLOAD" || claimed?.startsWith("STREAMING-"))
    return isS3 ? claimed : null;
  const actual = createHash("sha256").update(body).digest("hex");
  return claimed === undefined || claimed === actual ? actual : null;
}
