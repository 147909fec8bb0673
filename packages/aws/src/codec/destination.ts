import type { HttpRequest } from "../http.ts";
import { serviceIds, type ServiceId } from "./call.ts";
import { credentialOf, queryOf } from "./credential.ts";

/** Where a request goes. `service` is null where AWS has the service and no model is here. */
export type Destination = { service: ServiceId | null; named: string; region: string };

const ids: ReadonlySet<string> = new Set(serviceIds);

/** Names in the signature's scope and in host names, where they differ from the service's id. */
const otherNames: Readonly<Record<string, ServiceId>> = {
  "access-analyzer": "accessanalyzer",
  "s3-control": "s3control",
  "s3-accesspoint": "s3",
};

const serviceOf = (name: string): ServiceId | null => {
  if (Object.hasOwn(otherNames, name)) return otherNames[name] ?? null;
  return ids.has(name) ? (name as ServiceId) : null;
};

const region = /^[a-z]{2}(?:-[a-z]{2,12}){1,2}-\d$/;
const s3InHost = /^s3(?:-(?!control$|accesspoint$)[a-z0-9-]+)?$/;

/** A host of AWS's, in parts: "photos.s3.eu-west-1.amazonaws.com" is S3 in eu-west-1, with a bucket before. */
export function hostParts(host: string) {
  const name = host.toLowerCase().replace(/:\d{1,5}$/, "");
  const ours = /^(.*)\.amazonaws\.com(?:\.cn)?$/.exec(name)?.[1];
  const labels = ours?.split(".") ?? [];
  const at = labels.findLastIndex((label) => serviceOf(label) !== null || s3InHost.test(label));
  if (at < 0) return null;
  const label = labels[at] ?? "";
  const found = labels.slice(at).find((one) => region.test(one.replace(/^s3-/, "")));
  return {
    service: serviceOf(label) ?? ("s3" as const),
    label,
    region: found?.replace(/^s3-/, "") ?? null,
    before: labels.slice(0, at).join("."),
  };
}

/** The scope of the signature names service and region; an unsigned request goes where its host says. */
export function destinationOf(request: HttpRequest): Destination {
  const credential = credentialOf(request);
  const host = hostParts(request.headers["host"] ?? "");
  if (credential !== null && credential !== "malformed") {
    const { signingName } = credential;
    const here = credential.region || host?.region || "us-east-1";
    // Control of S3 is signed for "s3" too.
    const service =
      signingName === "s3" && isControl(request) ? "s3control" : serviceOf(signingName);
    return { service, named: signingName, region: here };
  }
  const service = host?.service ?? guess(request);
  return { service, named: service, region: host?.region ?? "us-east-1" };
}

const isControl = ({ url, headers }: HttpRequest) =>
  url.startsWith("/v20180820/") &&
  (headers["x-amz-account-id"] !== undefined ||
    hostParts(headers["host"] ?? "")?.service === "s3control");

const versions: Readonly<Record<string, ServiceId>> = {
  "2010-05-08": "iam",
  "2011-06-15": "sts",
  "2016-11-15": "ec2",
};

/** An unsigned request to an own address: the query protocols name their version, all else is S3. */
function guess({ url, headers, body }: HttpRequest): ServiceId {
  const form = headers["content-type"]?.startsWith("application/x-www-form-urlencoded");
  const text = form ? new TextDecoder().decode(body.subarray(0, 100_000)) : "";
  const version = /(?:^|&)Version=([\d-]{10})(?:&|$)/.exec(text)?.[1];
  const named = version ?? new Map(queryOf(url)).get("Version") ?? "";
  return (Object.hasOwn(versions, named) ? versions[named] : undefined) ?? "s3";
}
