import type { HttpRequest } from "../http.ts";
import type { Call, Fault, ServiceId } from "./call.ts";
import { isChunked, unchunked } from "./chunked.ts";
import { credentialOf, queryOf } from "./credential.ts";
import { readJsonCall } from "./decode-json.ts";
import { readQueryCall } from "./decode-query.ts";
import { readRestCall } from "./decode-rest.ts";
import type { Failed, Named } from "./decoded.ts";
import { destinationOf } from "./destination.ts";
import { faultOf } from "./faults.ts";
import { modelOf, type Model, type Protocol } from "./model.ts";

/** Objects and the code of functions may be large; of all else AWS takes less than this. */
const mostBytes = (service: ServiceId) =>
  (service === "s3" || service === "lambda" ? 10 : 2) * 1024 * 1024;
const longestUrl = 65_536;

/** Why a request is no call. `protocol` is the one to answer in; where no service was found, a guess. */
export type Undecoded = {
  fault: Fault;
  service: ServiceId | null;
  operation: string | null;
  protocol: Protocol;
};

/**
 * Reads a request of any AWS client as a call. What cannot be read becomes the fault that AWS would
 * answer; whatever comes in, nothing is thrown. The signature is not looked at: `verifySignature` does.
 */
export function decodeCall(request: HttpRequest): { call: Call } | Undecoded {
  const { service, named, region } = destinationOf(request);
  if (service === null) return unknownService(request, named);
  const model = modelOf(service);
  const plain = plainOf(request, model);
  const read = "fault" in plain ? plain : readCall(plain, model);
  if ("fault" in read)
    return { operation: null, ...read, service, protocol: model.metadata.protocol };
  const { headers } = request;
  return {
    call: {
      service,
      operation: read.operation,
      input: read.input,
      region,
      ...callerOf(request),
      userAgent: headers["user-agent"] ?? "",
      host: headers["host"] ?? "",
    },
  };
}

function callerOf(request: HttpRequest): Pick<Call, "accessKeyId" | "sessionToken"> {
  const credential = credentialOf(request);
  const accessKeyId = credential && credential !== "malformed" ? credential.accessKeyId : null;
  const query = new Map(queryOf(request.url).map(([name, value]) => [name.toLowerCase(), value]));
  const token = request.headers["x-amz-security-token"] ?? query.get("x-amz-security-token");
  return { accessKeyId, sessionToken: accessKeyId === null ? null : (token ?? null) };
}

function readCall(request: HttpRequest, model: Model): Named | Failed {
  const { protocol } = model.metadata;
  if (protocol === "json") return readJsonCall(request, model);
  if (protocol === "query" || protocol === "ec2") return readQueryCall(request, model);
  return readRestCall(request, model);
}

/** The request with a body that can be read: small enough, out of its chunks, and not packed. */
function plainOf(request: HttpRequest, model: Model): HttpRequest | Failed {
  const { protocol } = model.metadata;
  const failed = (kind: "tooLarge" | "malformed", message: string) => ({
    fault: faultOf(kind, protocol, message),
  });
  if (credentialOf(request) === "malformed") return { fault: incompleteSignature };
  const most = mostBytes(model.service);
  if (request.body.length > most)
    return failed(
      "tooLarge",
      `The body is larger than ${most} bytes, the most that is taken here.`,
    );
  if (request.url.length > longestUrl) return failed("tooLarge", "The address is too long.");
  const plain = isChunked(request) ? unchunked(request) : request;
  if (!plain)
    return {
      fault: { code: "IncompleteBody", message: "The chunks of the body are broken.", status: 400 },
    };
  // An object may well be packed; a request of another service would have to be unpacked first.
  const encoding = plain.headers["content-encoding"] ?? "identity";
  return model.service === "s3" || encoding === "identity"
    ? plain
    : failed("malformed", `A body with the encoding ${encoding.slice(0, 40)} is not read here.`);
}

const incompleteSignature: Fault = {
  code: "IncompleteSignature",
  message:
    "The Authorization header, or the X-Amz- parameters in its place, do not hold algorithm AWS4-HMAC-SHA256, Credential, SignedHeaders and Signature.",
  status: 400,
};

function unknownService({ headers }: HttpRequest, named: string): Undecoded {
  const type = headers["content-type"] ?? "";
  const isJson = headers["x-amz-target"] !== undefined || type.startsWith("application/x-amz-json");
  const isForm = type.startsWith("application/x-www-form-urlencoded");
  const protocol = isJson ? "json" : isForm ? "query" : "rest-json";
  const message = `The service ${named.slice(0, 64)} is not emulated in this account.`;
  const { code } = faultOf("unknown", protocol, "");
  return { fault: { code, message, status: 400 }, service: null, operation: null, protocol };
}
