import type { HttpResponse } from "../http.ts";
import type { ServiceId } from "./call.ts";
import { answer, declaration, type Output } from "./answer.ts";
import { encodeRest } from "./encode-rest.ts";
import { modelOf, type Model, type Operation } from "./model.ts";
import { misfit } from "./output-value.ts";
import { writeJson } from "./write-json.ts";
import { element, escapeXml, writeMembers } from "./write-xml.ts";

export type Answered = { service: ServiceId; operation: string };

/**
 * The answer to a call as AWS writes it on the wire. Members that are absent or undefined are left out.
 * What a shape calls a string is written as it comes: IAM's policy documents have to be percent-encoded
 * (RFC 3986) by who makes the output. Throws an AppError, code "internal", where the output does not fit
 * its shape, e.g. has a member that the shape does not know: that is a bug of the operation.
 */
export function encodeOutput(
  { service, operation: name }: Answered,
  output: Record<string, unknown>,
  { requestId }: { requestId: string },
): HttpResponse {
  const model = modelOf(service);
  const operation = model.operations.get(name);
  if (!operation) throw misfit(`${service} has no operation ${name} with shapes.`, name);
  const { protocol } = model.metadata;
  if (protocol === "query") return encodeQuery(model, operation, { output, requestId });
  if (protocol === "ec2") return encodeEc2(operation, { output, requestId });
  if (protocol === "json") return encodeJson(operation, { output, requestId });
  return encodeRest(model, operation, { output, requestId });
}

function encodeQuery({ metadata }: Model, operation: Operation, { output, requestId }: Output) {
  const { name, output: shape, resultWrapper } = operation;
  const members = shape ? writeMembers(shape, output, name) : "";
  const result = resultWrapper ? element(resultWrapper, members) : members;
  const id = element("RequestId", escapeXml(requestId));
  const namespace = ` xmlns="${metadata.xmlNamespace ?? ""}"`;
  const text = element(`${name}Response`, result + element("ResponseMetadata", id), namespace);
  return answer(200, { "content-type": "text/xml", "x-amzn-requestid": requestId }, text);
}

const ec2Namespace = ` xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"`;

function encodeEc2({ name, output: shape }: Operation, { output, requestId }: Output) {
  // Of an operation whose answer has no members EC2 says that it went well.
  const members = shape ? writeMembers(shape, output, name) : element("return", "true");
  const id = element("requestId", escapeXml(requestId));
  const text = declaration + element(`${name}Response`, id + members, ec2Namespace);
  const type = { "content-type": "text/xml;charset=UTF-8" };
  return answer(200, { ...type, "x-amzn-requestid": requestId }, text);
}

function encodeJson({ name, output: shape }: Operation, { output, requestId }: Output) {
  const headers = { "content-type": "application/x-amz-json-1.1", "x-amzn-requestid": requestId };
  // An operation without an output answers with nothing at all.
  return answer(200, headers, shape ? JSON.stringify(writeJson(shape, output, name)) : "");
}
