import type { HttpRequest } from "../http.ts";
import { finish, notReadable, type Failed, type Named } from "./decoded.ts";
import { faultOf } from "./faults.ts";
import { parseQuery, treeOf } from "./form.ts";
import type { Model } from "./model.ts";
import { ec2Names, queryNames, readForm } from "./read-form.ts";
import { decodeText } from "./read-rest.ts";
import { newReading } from "./reading.ts";

/** https://smithy.io/2.0/aws/protocols/aws-query-protocol.html, and EC2's own form of it. */
export function readQueryCall(request: HttpRequest, model: Model): Named | Failed {
  const { protocol, apiVersion } = model.metadata;
  const pairs = parametersOf(request);
  const tree = pairs && treeOf(pairs);
  if (!tree)
    return { fault: faultOf("malformed", protocol, "The parameters are not well-formed.") };
  const action = tree.children.get("Action")?.text ?? "";
  const version = tree.children.get("Version")?.text ?? "NO_VERSION_SPECIFIED";
  if (action === "")
    return {
      fault: { code: "MissingAction", message: "The request names no Action.", status: 400 },
    };
  const operation = version === apiVersion ? model.operations.get(action) : undefined;
  if (!operation) {
    const unknown = `There is no operation ${action.slice(0, 100)} in version ${version.slice(0, 40)}.`;
    return notReadable(model, version === apiVersion ? action : "", unknown);
  }
  const reading = newReading();
  const names = protocol === "ec2" ? ec2Names : queryNames;
  const input = operation.input
    ? readForm(operation.input, tree, { names, reading, path: "", depth: 0 })
    : {};
  return finish(model, { operation: action, input, reading });
}

/** A POST has its parameters in the body, a GET in the address. */
function parametersOf({ url, body }: HttpRequest): [string, string][] | null {
  const text = decodeText(body);
  const cut = url.indexOf("?");
  const inUrl = cut < 0 ? [] : parseQuery(url.slice(cut + 1));
  const inBody = text === null ? null : parseQuery(text.trim());
  return inUrl && inBody && [...inUrl, ...inBody];
}
