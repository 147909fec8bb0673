// One of botocore's service models without what the codec does not read. Names stay botocore's own.

import { elsewhere } from "./wanted.js";

const metadataKept =
  "apiVersion endpointPrefix jsonVersion protocol protocols serviceId signingName targetPrefix xmlNamespace";
const shapeKept =
  "type required payload flattened locationName timestampFormat xmlNamespace sensitive union document exception";
const constraintKept = "enum min max pattern";
const memberKept =
  "location locationName queryName flattened xmlAttribute xmlNamespace streaming idempotencyToken";

const pick = (from, keys) =>
  Object.fromEntries(
    keys
      .split(" ")
      .filter((key) => from[key] !== undefined)
      .map((key) => [key, from[key]]),
  );

const reference = (ref) => ({ shape: ref.shape, ...pick(ref, memberKept) });

/** Every shape that one can reach from these. */
function reach(model, roots) {
  const found = new Set();
  const todo = [...roots];
  while (todo.length > 0) {
    const name = todo.pop();
    if (found.has(name)) continue;
    found.add(name);
    const { members = {}, member, key, value } = model.shapes[name];
    const parts = [...Object.values(members), member, key, value].filter(Boolean);
    todo.push(...parts.map((part) => part.shape));
  }
  return found;
}

function trimShape(shape, checked) {
  const { members, member, key, value, error } = shape;
  const out = pick(shape, checked ? `${shapeKept} ${constraintKept}` : shapeKept);
  if (!checked) delete out.required;
  if (members)
    out.members = Object.fromEntries(
      Object.entries(members).map(([name, ref]) => [name, reference(ref)]),
    );
  for (const [name, ref] of Object.entries({ member, key, value }))
    if (ref) out[name] = reference(ref);
  if (error) out.error = pick(error, "code httpStatusCode");
  return out;
}

/** The members that a request must carry outside of path and body: they tell REST operations apart. */
function needsOf(model, { input }) {
  if (!input) return [];
  const { members, required = [] } = model.shapes[input.shape];
  return required
    .map((name) => members[name])
    .filter(({ location }) => location === "querystring" || location === "header")
    .map(({ location, locationName }) => ({ in: location, name: locationName }));
}

function route(model, operation) {
  const { method, requestUri } = operation.http;
  // All requests of the other protocols are a POST to the root: the body or a header names the operation.
  if (!model.metadata.protocol.startsWith("rest-")) return {};
  const needs = needsOf(model, operation);
  return { method, uri: requestUri, ...(needs.length > 0 ? { needs } : {}) };
}

function trimOperation(model, operation) {
  const { input, output, errors = [], http, deprecated } = operation;
  return {
    ...route(model, operation),
    ...(http.responseCode ? { status: http.responseCode } : {}),
    ...(deprecated ? { deprecated } : {}),
    ...(input ? { input: pick(input, "shape locationName xmlNamespace") } : {}),
    ...(output ? { output: pick(output, "shape resultWrapper") } : {}),
    ...(errors.length > 0 ? { errors: errors.map(({ shape }) => shape) } : {}),
  };
}

const streams = (model, { input, output }) =>
  [
    ...reach(
      model,
      [input, output].filter(Boolean).map(({ shape }) => shape),
    ),
  ].some((name) => model.shapes[name].eventstream);

/** @param {object} model as botocore has it @param {"all" | string[]} wanted */
export function trimModel(model, wanted) {
  const all = Object.entries(model.operations);
  const missing = wanted === "all" ? [] : wanted.filter((name) => !model.operations[name]);
  if (missing.length > 0) throw new Error(`No such operation: ${missing.join(", ")}`);
  const isKept = ([name, operation]) =>
    (wanted === "all" || wanted.includes(name)) &&
    !elsewhere.includes(name) &&
    !streams(model, operation);
  const kept = all.filter(isKept).map(([, operation]) => operation);
  const others = all.filter((one) => !isKept(one)).map(([, operation]) => operation);
  const asked = reach(
    model,
    shapesOf(kept, ({ input }) => [input]),
  );
  const answered = reach(
    model,
    shapesOf(kept, ({ output, errors = [] }) => [output, ...errors]),
  );
  const shapes = Object.keys(model.shapes).filter((name) => asked.has(name) || answered.has(name));
  return {
    metadata: pick(model.metadata, metadataKept),
    operations: Object.fromEntries(kept.map((one) => [one.name, trimOperation(model, one)])),
    others: Object.fromEntries(others.map((one) => [one.name, route(model, one)])),
    shapes: Object.fromEntries(
      shapes.map((name) => [name, trimShape(model.shapes[name], asked.has(name))]),
    ),
  };
}

const shapesOf = (operations, refs) =>
  operations.flatMap((one) =>
    refs(one)
      .filter(Boolean)
      .map(({ shape }) => shape),
  );

/** One line for each operation and each shape, so that a new version shows as a readable change. */
export function printModel(model) {
  const sections = Object.entries(model).map(([name, entries]) => {
    const lines = Object.entries(entries).map(
      ([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
    );
    return `  ${JSON.stringify(name)}: {${lines.length > 0 ? `\n${lines.join(",\n")}\n  ` : ""}}`;
  });
  return `{\n${sections.join(",\n")}\n}\n`;
}
