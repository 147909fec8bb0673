import type { HttpRequest } from "../http.ts";
import { parseQuery } from "./form.ts";

/** What a request says of who signed it, not yet believed. */
export type Credential = {
  scheme: "header" | "query" | "v2-query";
  accessKeyId: string;
  /** `yyyymmdd`; empty under version 2, which has no scope. */
  date: string;
  region: string;
  /** The name that the request was signed for, e.g. "access-analyzer". */
  signingName: string;
  signedHeaders: string[];
  signature: string;
};

const algorithm = "AWS4-HMAC-SHA256";

/** A credential; null where the request is not signed; "malformed" where one cannot be read. */
export function credentialOf(request: HttpRequest): Credential | null | "malformed" {
  const header = request.headers["authorization"];
  if (header !== undefined) return fromHeader(header);
  const query = new Map(queryOf(request.url));
  if (query.has("X-Amz-Signature") || query.has("X-Amz-Credential")) return fromQuery(query);
  const accessKeyId = query.get("AWSAccessKeyId");
  const signature = query.get("Signature");
  if (accessKeyId === undefined || signature === undefined) return null;
  const old = { scheme: "v2-query", date: "", region: "", signingName: "s3" } as const;
  return { ...old, accessKeyId, signature, signedHeaders: [] };
}

export const queryOf = (url: string): [string, string][] => {
  const cut = url.indexOf("?");
  return (cut < 0 ? null : parseQuery(url.slice(cut + 1))) ?? [];
};

function fromHeader(header: string): Credential | "malformed" {
  if (header.length > 4096 || !header.startsWith(`${algorithm} `)) return "malformed";
  const parts = new Map(
    header
      .slice(algorithm.length)
      .split(",")
      .map((part) => {
        const cut = part.indexOf("=");
        return [part.slice(0, cut).trim(), part.slice(cut + 1).trim()] as const;
      }),
  );
  return fromParts("header", (name) => parts.get(name));
}

function fromQuery(query: ReadonlyMap<string, string>): Credential | "malformed" {
  if (query.get("X-Amz-Algorithm") !== algorithm) return "malformed";
  return fromParts("query", (name) => query.get(`X-Amz-${name}`));
}

function fromParts(
  scheme: "header" | "query",
  find: (name: string) => string | undefined,
): Credential | "malformed" {
  const [accessKeyId, date, region, signingName, end, more] = (find("Credential") ?? "").split("/");
  const signedHeaders = find("SignedHeaders");
  const signature = find("Signature");
  const isWhole = accessKeyId && date && region && signingName && end === "aws4_request";
  if (!isWhole || more !== undefined || !signedHeaders || !signature) return "malformed";
  const scope = { accessKeyId, date, region, signingName };
  return { scheme, ...scope, signedHeaders: signedHeaders.split(";"), signature };
}
