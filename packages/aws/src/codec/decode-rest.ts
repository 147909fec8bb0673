import type { HttpRequest } from "../http.ts";
import { pathStyle } from "./bucket-path.ts";
import { finish, notReadable, type Failed, type Named } from "./decoded.ts";
import { faultOf } from "./faults.ts";
import { parseQuery } from "./form.ts";
import type { Model } from "./model.ts";
import { readRest } from "./read-rest.ts";
import { newReading } from "./reading.ts";
import { routeOf, type RestRequest } from "./route.ts";

/** https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html, and the same with XML. */
export function readRestCall(request: HttpRequest, model: Model): Named | Failed {
  const { protocol } = model.metadata;
  const rest = restOf(request, model);
  if (!rest)
    return { fault: { code: "InvalidURI", message: "The address cannot be read.", status: 400 } };
  const routed = routeOf(model, rest);
  if (routed === null) return notReadable(model, "", noRoute(rest));
  if ("missing" in routed)
    return { fault: faultOf("value", protocol, `The request lacks ${routed.missing}.`) };
  const operation = model.operations.get(routed.operation);
  if (!operation) return notReadable(model, routed.operation, "");
  const format = protocol === "rest-json" ? "json" : "xml";
  const reading = newReading();
  const parts = { ...rest, labels: routed.labels, body: request.body, format } as const;
  const input = readRest(operation, parts, reading);
  return finish(model, { operation: operation.name, input, reading });
}

const noRoute = ({ method, path }: RestRequest) =>
  `There is no ${method.slice(0, 10)} at ${path.slice(0, 200)}.`;

function restOf({ method, url, headers }: HttpRequest, model: Model): RestRequest | null {
  const cut = url.indexOf("?");
  const query = cut < 0 ? [] : parseQuery(url.slice(cut + 1));
  const sent = cut < 0 ? url : url.slice(0, cut);
  if (!query || !sent.startsWith("/")) return null;
  const path = model.service === "s3" ? pathStyle(sent, headers["host"] ?? "") : sent;
  return { method, path, query, headers };
}
