import type { HttpResponse } from "../http.ts";
import type { Fault, ServiceId } from "./call.ts";
import { answer, declaration } from "./answer.ts";
import { hostIdOf, idHeaders } from "./encode-rest.ts";
import { modelOf, type Model, type Protocol } from "./model.ts";
import type { Shape } from "./shape.ts";
import { writeJson } from "./write-json.ts";
import { element, escapeXml, writeMembers } from "./write-xml.ts";

/** What was refused. `protocol` is needed only where no service was found: see `decodeCall`. */
export type Refused = { service: ServiceId | null; operation: string | null; protocol?: Protocol };

type Told = { fault: Fault; requestId: string; model: Model | null };

/** A refusal as the service's protocol writes it. Throws as `encodeOutput` does where `members` do not fit. */
export function encodeFault(
  { service, operation, protocol }: Refused,
  fault: Fault,
  { requestId }: { requestId: string },
): HttpResponse {
  const model = service && modelOf(service);
  const told = { fault, requestId, model };
  const { method } = model?.operations.get(operation ?? "") ?? {};
  const written = writers[model?.metadata.protocol ?? protocol ?? "rest-json"](told);
  // There is no body to HEAD: a client sees the status, and so no more than "403".
  return method === "HEAD" ? { ...written, body: new Uint8Array() } : written;
}

const writers: Record<Protocol, (told: Told) => HttpResponse> = {
  query,
  ec2,
  json: (told) => json(told, "application/x-amz-json-1.1"),
  "rest-json": (told) => json(told, "application/json"),
  "rest-xml": (told) => (told.model?.service === "s3" ? s3(told) : query(told)),
};

const codeAndMessage = ({ code, message }: Fault) =>
  element("Code", escapeXml(code)) + element("Message", escapeXml(message));

const shapeOf = ({ fault, model }: Told): Shape | undefined => model?.errors.get(fault.code);

/** Members beside code and message; those of a code without a shape are plain text. */
function extras(told: Told): string {
  const members = Object.entries(told.fault.members ?? {});
  const shape = shapeOf(told);
  const known = members.filter(([name]) => shape?.byName.has(name));
  const others = members.filter(([name, value]) => !shape?.byName.has(name) && value !== undefined);
  const written = shape ? writeMembers(shape, Object.fromEntries(known), told.fault.code) : "";
  return written + others.map(([name, value]) => element(name, escapeXml(String(value)))).join("");
}

function query(told: Told): HttpResponse {
  const { fault, requestId, model } = told;
  const type = element("Type", fault.status < 500 ? "Sender" : "Receiver");
  const error = element("Error", type + codeAndMessage(fault) + extras(told));
  const namespace = model?.metadata.xmlNamespace ? ` xmlns="${model.metadata.xmlNamespace}"` : "";
  const id = element("RequestId", escapeXml(requestId));
  const headers = model ? idHeaders(model, requestId) : { "x-amzn-requestid": requestId };
  const text = element("ErrorResponse", error + id, namespace);
  return answer(fault.status, { "content-type": "text/xml", ...headers }, text);
}

function ec2(told: Told): HttpResponse {
  const { fault, requestId } = told;
  const errors = element("Errors", element("Error", codeAndMessage(fault) + extras(told)));
  const id = element("RequestID", escapeXml(requestId));
  const headers = { "content-type": "text/xml;charset=UTF-8", "x-amzn-requestid": requestId };
  return answer(fault.status, headers, declaration + element("Response", errors + id));
}

function s3(told: Told): HttpResponse {
  const { fault, requestId, model } = told;
  const ids = element("RequestId", escapeXml(requestId)) + element("HostId", hostIdOf(requestId));
  const headers = model ? idHeaders(model, requestId) : {};
  const text = declaration + element("Error", codeAndMessage(fault) + extras(told) + ids);
  return answer(fault.status, { "content-type": "application/xml", ...headers }, text);
}

function json(told: Told, type: string): HttpResponse {
  const { fault, requestId, model } = told;
  const shape = shapeOf(told);
  // Services differ in the capital; where the shape does not say, nearly all write a small letter.
  const name = shape?.byName.has("Message") ? "Message" : "message";
  const protocol = model?.metadata.protocol;
  const side = shape?.byName.has("Type") ? { Type: fault.status < 500 ? "User" : "Service" } : {};
  const body = {
    ...(protocol === "rest-json" ? {} : { __type: fault.code }),
    ...side,
    ...jsonExtras(told),
    [name]: fault.message,
  };
  const headers: Record<string, string> = { "content-type": type, "x-amzn-requestid": requestId };
  if (protocol !== "json") headers["x-amzn-errortype"] = fault.code;
  return answer(fault.status, headers, JSON.stringify(body));
}

function jsonExtras(told: Told): Record<string, unknown> {
  const { members = {}, code } = told.fault;
  const shape = shapeOf(told);
  return Object.fromEntries(
    Object.entries(members)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => {
        const member = shape?.byName.get(name);
        const wire = member?.locationName ?? name;
        return [wire, member ? writeJson(member.of, value, `${code}.${name}`) : value];
      }),
  );
}
