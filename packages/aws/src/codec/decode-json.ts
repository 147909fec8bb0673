import type { HttpRequest } from "../http.ts";
import { decodeText, parseJson } from "./body-text.ts";
import { finish, notReadable, type Failed, type Named } from "./decoded.ts";
import { faultOf } from "./faults.ts";
import type { Model } from "./model.ts";
import { readJson } from "./read-json.ts";
import { newReading } from "./reading.ts";

/** https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html: a header names the operation. */
export function readJsonCall({ headers, body }: HttpRequest, model: Model): Named | Failed {
  const target = headers["x-amz-target"] ?? "";
  const [prefix, name = ""] = [target.slice(0, target.lastIndexOf(".")), target.split(".").at(-1)];
  const operation = prefix === model.metadata.targetPrefix ? model.operations.get(name) : undefined;
  if (!operation) {
    const shown =
      target === ""
        ? "The header X-Amz-Target is missing."
        : `There is no ${target.slice(0, 200)}.`;
    return notReadable(model, prefix === model.metadata.targetPrefix ? name : "", shown);
  }
  const text = decodeText(body);
  // Some clients send nothing where the input is empty.
  const json = text === null ? undefined : parseJson(text === "" ? "{}" : text);
  if (json === undefined)
    return { operation: name, fault: faultOf("malformed", "json", "The body is no JSON.") };
  const reading = newReading();
  const input = operation.input
    ? readJson(json, operation.input, { reading, path: "", depth: 0 })
    : {};
  return finish(model, { operation: name, input: input as Record<string, unknown>, reading });
}
