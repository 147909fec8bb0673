import type { Fault, ServiceId } from "./call.ts";
import { modelOf, type Protocol } from "./model.ts";

type Named = readonly [code: string, status: number];

/**
 * What AWS answers to a request that it cannot read, before any service looks at it. See the "Common
 * errors" of each service, such as https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html
 * and https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html.
 */
const codes: Record<"malformed" | "value" | "unknown" | "tooLarge", Record<Protocol, Named>> = {
  malformed: {
    query: ["MalformedQueryString", 404],
    ec2: ["MalformedQueryString", 404],
    json: ["SerializationException", 400],
    "rest-json": ["SerializationException", 400],
    "rest-xml": ["MalformedXML", 400],
  },
  value: {
    query: ["ValidationError", 400],
    ec2: ["InvalidParameterValue", 400],
    json: ["SerializationException", 400],
    "rest-json": ["SerializationException", 400],
    "rest-xml": ["InvalidArgument", 400],
  },
  unknown: {
    query: ["InvalidAction", 400],
    ec2: ["InvalidAction", 400],
    json: ["UnknownOperationException", 400],
    "rest-json": ["UnknownOperationException", 404],
    "rest-xml": ["MethodNotAllowed", 405],
  },
  tooLarge: {
    query: ["RequestEntityTooLarge", 413],
    ec2: ["RequestEntityTooLarge", 413],
    json: ["RequestEntityTooLargeException", 413],
    "rest-json": ["RequestTooLargeException", 413],
    "rest-xml": ["EntityTooLarge", 400],
  },
};

export const faultOf = (kind: keyof typeof codes, protocol: Protocol, message: string): Fault => {
  const [code, status] = codes[kind][protocol];
  return { code, message, status };
};

/** Says of an operation of AWS that it is not there in the emulated account. */
export function notEmulated(call: { service: ServiceId; operation: string }): Fault {
  const { protocol, serviceId } = modelOf(call.service).metadata;
  const message = `${call.operation} exists in AWS ${serviceId}, but is not emulated in this account.`;
  if (protocol === "rest-xml") return { code: "NotImplemented", message, status: 501 };
  const { code } = faultOf("unknown", protocol, "");
  return { code, message, status: 400 };
}
