import { jsonDepthMax, type Json } from "@loopwright/core";

type Schema = { [keyword: string]: Json };
type Place = { at: string; depth: number };

/**
 * Checks a value against the part of JSON Schema that Loopwright's questions use: type, enum,
 * properties, required, additionalProperties (false), items, minItems, maxItems, maxLength, minimum,
 * maximum. Any other keyword is passed over: the caller validates again. Gives the first thing wrong,
 * in words that a model can act on, or null.
 */
export function schemaProblem(
  schema: Json,
  value: Json,
  { at, depth }: Place = { at: "the reply", depth: 0 },
): string | null {
  if (!isObject(schema)) return null;
  if (depth > jsonDepthMax) return `${at} is nested too deeply`;
  return (
    typeProblem(schema, value, at) ??
    enumProblem(schema, value, at) ??
    sizeProblem(schema, value, at) ??
    propertiesProblem(schema, value, { at, depth }) ??
    itemsProblem(schema, value, { at, depth })
  );
}

function typeProblem({ type }: Schema, value: Json, at: string): string | null {
  if (type === undefined) return null;
  const wanted = (Array.isArray(type) ? type : [type]).map(String);
  if (wanted.some((one) => isOfType(one, value))) return null;
  return `${at} must be of type ${wanted.join(" or ")}, not ${typeOf(value)}`;
}

function isOfType(type: string, value: Json): boolean {
  if (type === "integer") return Number.isInteger(value);
  return typeOf(value) === type;
}

function typeOf(value: Json): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function enumProblem({ enum: allowed }: Schema, value: Json, at: string): string | null {
  if (!Array.isArray(allowed)) return null;
  if (allowed.some((one) => JSON.stringify(one) === JSON.stringify(value))) return null;
  return `${at} must be one of ${JSON.stringify(allowed).slice(0, 200)}`;
}

function sizeProblem(schema: Schema, value: Json, at: string): string | null {
  const [what, size] = Array.isArray(value)
    ? (["Items", value.length] as const)
    : (["Length", typeof value === "string" ? Array.from(value).length : null] as const);
  if (size !== null) {
    const unit = what === "Items" ? "items" : "characters";
    const [least, most] = [schema[`min${what}`], schema[`max${what}`]];
    if (typeof most === "number" && size > most) return `${at} has more than ${most} ${unit}`;
    if (typeof least === "number" && size < least) return `${at} has fewer than ${least} ${unit}`;
  }
  if (typeof value !== "number") return null;
  const { minimum, maximum } = schema;
  if (typeof maximum === "number" && value > maximum) return `${at} is over ${maximum}`;
  if (typeof minimum === "number" && value < minimum) return `${at} is under ${minimum}`;
  return null;
}

function propertiesProblem(schema: Schema, value: Json, { at, depth }: Place): string | null {
  if (!isObject(value)) return null;
  const properties = isObject(schema["properties"] ?? null) ? (schema["properties"] as Schema) : {};
  const required = Array.isArray(schema["required"]) ? schema["required"].map(String) : [];
  const lacking = required.find((name) => !Object.hasOwn(value, name));
  if (lacking !== undefined) return `${at} lacks “${lacking}”`;
  for (const [name, inner] of Object.entries(value)) {
    const known = Object.hasOwn(properties, name);
    if (!known && schema["additionalProperties"] === false) {
      return `${at} has “${name.slice(0, 60)}”, which is not asked for`;
    }
    const problem = known
      ? schemaProblem(properties[name] ?? null, inner, { at: `${at}.${name}`, depth: depth + 1 })
      : null;
    if (problem) return problem;
  }
  return null;
}

function itemsProblem({ items }: Schema, value: Json, { at, depth }: Place): string | null {
  if (!Array.isArray(value) || items === undefined) return null;
  for (const [index, inner] of value.entries()) {
    const problem = schemaProblem(items, inner, { at: `${at}[${index}]`, depth: depth + 1 });
    if (problem) return problem;
  }
  return null;
}

const isObject = (value: Json): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);
