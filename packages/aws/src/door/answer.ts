import {
  decodeCall,
  encodeFault,
  encodeOutput,
  verifySignature,
  type Call,
  type Fault,
} from "../codec/index.ts";
import type { HttpRequest, HttpResponse } from "../http.ts";
import { uuid } from "../world/ids.ts";
import { invoke } from "../world/invoke.ts";
import { overTheInternet, type Origin } from "../world/origin.ts";
import type { World } from "../world/world.ts";

type From = {
  origin?: Origin;
  /**
   * The moment by which presigned addresses run out, where the client does not go by the world's clock: an SDK
   * outside of the sandbox signs with the time of its machine.
   */
  nowMs?: number;
};

/**
 * One request of any AWS client, answered on the wire: read, its signature checked, invoked, written. Throws only
 * for a fault of ours.
 */
export function answerHttp(world: World, request: HttpRequest, from: From = {}): HttpResponse {
  const decoded = decodeCall(request);
  if (!("call" in decoded)) return encodeFault(decoded, decoded.fault, { requestId: uuid(world) });
  const { call } = decoded;
  const looked = lookAtSignature(world, { request, call, nowMs: from.nowMs ?? world.nowMs });
  if ("fault" in looked) return encodeFault(call, looked.fault, { requestId: uuid(world) });
  const reply = invoke(world, { ...call, ...looked }, from.origin ?? overTheInternet);
  const { requestId } = reply;
  return reply.fault
    ? encodeFault(call, reply.fault, { requestId })
    : encodeOutput(call, reply.output, { requestId });
}

type Asked = { request: HttpRequest; call: Call; nowMs: number };
type Looked = { fault: Fault } | Pick<Call, "signed">;

/** A key that nobody has is left to the world, which knows how each service says so. */
function lookAtSignature(world: World, { request, call, nowMs }: Asked): Looked {
  if (call.accessKeyId === null || !world.credentials.has(call.accessKeyId)) return {};
  const verified = verifySignature(
    request,
    (id) => world.credentials.get(id)?.secretAccessKey ?? null,
  );
  if (!verified.ok) return { fault: verified.fault };
  const { signedAtMs, expiresSeconds, version } = verified;
  const over = expiresSeconds !== null && signedAtMs + expiresSeconds * 1000 <= nowMs;
  if (over) return { fault: { code: "AccessDenied", message: "Request has expired", status: 403 } };
  const inAddress = expiresSeconds !== null;
  return {
    signed: {
      how: inAddress ? "REST-QUERY-STRING" : "REST-HEADER",
      version: version === 4 ? "AWS4-HMAC-SHA256" : "AWS",
      // Version 2 does not tell when an address was signed.
      ageMs: inAddress ? (version === 4 ? nowMs - signedAtMs : 0) : null,
    },
  };
}
