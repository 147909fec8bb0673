import { createHash } from "node:crypto";

import type { HttpResponse } from "../http.ts";
import { answer, declaration, type Output } from "./answer.ts";
import { payloadOf, type Model, type Operation } from "./model.ts";
import { entriesOf, listOf, presentMembers, textOf } from "./output-value.ts";
import type { Member, Shape } from "./shape.ts";
import { writeJson } from "./write-json.ts";
import { element, escapeXml, writeMember, writeMembers } from "./write-xml.ts";

/** The headers with which each service names the request, for support. */
export function idHeaders({ service }: Model, requestId: string): Record<string, string> {
  if (service === "s3" || service === "s3control")
    return { "x-amz-request-id": requestId, "x-amz-id-2": hostIdOf(requestId) };
  return { "x-amzn-requestid": requestId };
}

/** S3's second id is opaque; ours follows from the first. */
export const hostIdOf = (requestId: string): string =>
  createHash("sha256").update(requestId).digest("base64");

export function encodeRest(
  model: Model,
  operation: Operation,
  { output, requestId }: Output,
): HttpResponse {
  const { name, output: shape } = operation;
  const base = idHeaders(model, requestId);
  if (!shape) return answer(operation.status, base, "");
  const isXml = model.metadata.protocol === "rest-xml";
  const { headers, status = operation.status } = headersOf(shape, output, name);
  const content = isXml ? xmlBody(operation, shape, output) : jsonBody(shape, output, name);
  const none = operation.method === "HEAD" || status === 204;
  // The answer to HEAD tells the length that GET would send.
  const typed: Record<string, string> = none ? {} : { "content-type": content.type };
  return answer(
    partial(status, headers),
    { ...base, ...typed, ...headers },
    none ? "" : content.body,
  );
}

/** Part of an object is "Partial Content", which no model says. */
const partial = (status: number, headers: Record<string, string>) =>
  status === 200 && headers["content-range"] !== undefined ? 206 : status;

function headersOf(shape: Shape, output: Record<string, unknown>, where: string) {
  const headers: [string, string][] = [];
  let status: number | undefined;
  for (const [member, value] of presentMembers(shape, output, where)) {
    const name = (member.locationName ?? member.name).toLowerCase();
    const at = `${where}.${member.name}`;
    if (member.location === "statusCode") status = Number(value);
    if (member.location === "header") headers.push([name, headerText(member, value, at)]);
    if (member.location === "headers")
      for (const [key, held] of entriesOf(value, at))
        headers.push([name + key.toLowerCase(), String(held)]);
  }
  return { headers: Object.fromEntries(headers), status };
}

function headerText({ of }: Member, value: unknown, where: string): string {
  const item = of.member;
  const text = (one: unknown, shape: Shape) => textOf(one, shape, { where, time: "rfc822" });
  const line = item
    ? listOf(value, where)
        .map((one) => text(one, item.of))
        .join(",")
    : text(value, of);
  // A line break would begin another header.
  return line.replaceAll(/[\r\n\0]/g, " ");
}

type Body = { type: string; body: string | Uint8Array };

function jsonBody(shape: Shape, output: Record<string, unknown>, where: string): Body {
  const payload = payloadOf(shape);
  const type = "application/json";
  if (!payload) return { type, body: JSON.stringify(writeJson(shape, output, where)) };
  const value = output[payload.name];
  const at = `${where}.${payload.name}`;
  if (value instanceof Uint8Array) return { type, body: value };
  if (value === undefined || value === null) return { type, body: "" };
  if (payload.of.type === "string")
    return { type, body: textOf(value, payload.of, { where: at, time: "iso8601" }) };
  return { type, body: JSON.stringify(writeJson(payload.of, value, at)) };
}

/** Names of documents that the model does not have, since no client looks at them; people do. */
const roots: Readonly<Record<string, string>> = {
  ListBuckets: "ListAllMyBucketsResult",
  ListObjects: "ListBucketResult",
  ListObjectsV2: "ListBucketResult",
  ListObjectVersions: "ListVersionsResult",
  ListParts: "ListPartsResult",
  ListMultipartUploads: "ListMultipartUploadsResult",
  CreateMultipartUpload: "InitiateMultipartUploadResult",
  CompleteMultipartUpload: "CompleteMultipartUploadResult",
  DeleteObjects: "DeleteResult",
  GetBucketAcl: "AccessControlPolicy",
  GetObjectAcl: "AccessControlPolicy",
  GetBucketCors: "CORSConfiguration",
  GetBucketLifecycleConfiguration: "LifecycleConfiguration",
  GetBucketLogging: "BucketLoggingStatus",
  GetBucketNotificationConfiguration: "NotificationConfiguration",
  GetBucketRequestPayment: "RequestPaymentConfiguration",
  GetBucketTagging: "Tagging",
  GetObjectTagging: "Tagging",
  GetBucketVersioning: "VersioningConfiguration",
  GetBucketWebsite: "WebsiteConfiguration",
};

const s3Namespace = ` xmlns="http://s3.amazonaws.com/doc/2006-03-01/"`;

function xmlBody({ name }: Operation, shape: Shape, output: Record<string, unknown>): Body {
  const type = "application/xml";
  const payload = payloadOf(shape);
  if (payload) return payloadBody(payload, output[payload.name], `${name}.${payload.name}`);
  const root = Object.hasOwn(roots, name) ? roots[name] : undefined;
  const members = shape.members.filter(({ location }) => !location);
  if (members.length === 0) return { type, body: "" };
  if (name === "GetBucketLocation") {
    const region = escapeXml((output["LocationConstraint"] as string | undefined) ?? "");
    return { type, body: declaration + element("LocationConstraint", region, s3Namespace) };
  }
  const inner = writeMembers(shape, output, name);
  return { type, body: declaration + element(root ?? `${name}Result`, inner, s3Namespace) };
}

function payloadBody(payload: Member, value: unknown, where: string): Body {
  if (value instanceof Uint8Array) return { type: "binary/octet-stream", body: value };
  if (value === undefined || value === null) return { type: "application/xml", body: "" };
  if (typeof value === "string") return { type: "application/json", body: value };
  const xml = writeMember(payload, value, where);
  const open = xml.search(/[\s/>]/);
  return {
    type: "application/xml",
    body: declaration + xml.slice(0, open) + s3Namespace + xml.slice(open),
  };
}
