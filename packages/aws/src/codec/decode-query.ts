import type { HttpRequest } from "../http.ts";
import { decodeText } from "./body-text.ts";
import { finish, notReadable, type Failed, type Named } from "./decoded.ts";
import { faultOf } from "./faults.ts";
import { parseQuery, treeOf } from "./form.ts";
import type { Model, Operation } from "./model.ts";
import { ec2Names, queryNames, readForm, type FormNode } from "./read-form.ts";
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
  const unknown = protocol === "ec2" ? unknownParameter(operation, tree) : undefined;
  if (unknown !== undefined)
    return {
      operation: action,
      fault: { code: "UnknownParameter", message: unknown, status: 400 },
    };
  const names = protocol === "ec2" ? ec2Names : queryNames;
  const input = operation.input
    ? readForm(operation.input, tree, { names, reading, path: "", depth: 0 })
    : {};
  return finish(model, { operation: action, input, reading });
}

/** EC2 refuses a parameter that it does not know; the other query services let it pass. */
function unknownParameter({ input }: Operation, { children }: FormNode): string | undefined {
  const known = new Set(["Action", "Version", ...(input?.members ?? []).map(ec2Names.member)]);
  const name = [...children.keys()].find((name) => !known.has(name) && !name.startsWith("X-Amz-"));
  return name === undefined ? undefined : `The parameter ${name.slice(0, 100)} is not recognised.`;
}

/** A POST has its parameters in the body, a GET in the address. */
function parametersOf({ url, body }: HttpRequest): [string, string][] | null {
  const text = decodeText(body);
  const cut = url.indexOf("?");
  const inUrl = cut < 0 ? [] : parseQuery(url.slice(cut + 1));
  const inBody = text === null ? null : parseQuery(text.trim());
  return inUrl && inBody && [...inUrl, ...inBody];
}
