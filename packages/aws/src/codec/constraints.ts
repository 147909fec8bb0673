import type { Fault } from "./call.ts";
import type { Model, Operation, Protocol } from "./model.ts";
import type { Member, Shape } from "./shape.ts";

/** AWS tells several violations at once, but not without end. */
const mostTold = 10;

type Check = { told: string[]; onlyRequired: boolean };

/**
 * What AWS checks of an input before the service looks at it: members that must be there, lengths,
 * ranges, patterns, sets of values. The models are the source of all of them.
 */
export function constraintFault(
  { service, metadata }: Model,
  { input }: Operation,
  value: Record<string, unknown>,
): Fault | null {
  if (!input) return null;
  const { protocol } = metadata;
  // The models of S3 and EC2 tell little more than what must be there: they refuse the rest in words of their own.
  const check: Check = { told: [], onlyRequired: protocol === "ec2" || protocol === "rest-xml" };
  visit(value, input, { path: "", check });
  const [first] = check.told;
  if (first === undefined) return null;
  if (check.onlyRequired)
    return { code: lackingCode(protocol, first), message: first, status: 400 };
  const several = check.told.length > 1 ? "errors" : "error";
  const message = `${check.told.length} validation ${several} detected: ${check.told.join("; ")}.`;
  return { code: codes[service] ?? "ValidationException", message, status: 400 };
}

/** S3 tells a body that is not there from one that lacks something. */
const lackingCode = (protocol: Protocol, told: string) => {
  if (protocol === "ec2") return "MissingParameter";
  return told.includes(".") ? "MalformedXML" : "MissingRequestBodyError";
};

/** Services that have a word of their own for it. */
const codes: Readonly<Partial<Record<Model["service"], string>>> = {
  iam: "ValidationError",
  sts: "ValidationError",
  organizations: "InvalidInputException",
  logs: "InvalidParameterException",
  guardduty: "BadRequestException",
  securityhub: "InvalidInputException",
};

type At = { path: string; check: Check };

const inside = ({ path, check }: At, name: string | number): At => ({
  path: path === "" ? String(name) : `${path}.${name}`,
  check,
});

function tell({ path, check }: At, what: string): void {
  if (check.told.length < mostTold) check.told.push(`${path} ${what}`);
}

function visit(value: unknown, shape: Shape, at: At): void {
  if (value === undefined || value === null || shape.document) return;
  if (!at.check.onlyRequired) checkOwn(value, shape, at);
  if (shape.type === "structure") visitMembers(value as Record<string, unknown>, shape, at);
  if (Array.isArray(value) && shape.member) visitItems(value, shape.member, at);
  if (shape.type === "map" && shape.key && shape.value)
    for (const [key, held] of Object.entries(value)) {
      visit(key, shape.key.of, inside(at, key.slice(0, 100)));
      visit(held, shape.value.of, inside(at, key.slice(0, 100)));
    }
}

function visitMembers(value: Record<string, unknown>, { members, required }: Shape, at: At): void {
  for (const { name, of } of members) {
    const held = Object.hasOwn(value, name) ? value[name] : undefined;
    if (held === undefined && required.includes(name)) tell(inside(at, name), "is required");
    visit(held, of, inside(at, name));
  }
}

function visitItems(values: unknown[], { of }: Member, at: At): void {
  for (const [index, held] of values.entries()) visit(held, of, inside(at, index + 1));
}

/** Length of a text, a list, a map or bytes; of a number, its value. */
function sizeOf(value: unknown): number | null {
  if (typeof value === "number") return value;
  if (typeof value === "string" || Array.isArray(value)) return value.length;
  if (value instanceof Uint8Array) return value.length;
  return typeof value === "object" && value !== null ? Object.keys(value).length : null;
}

function checkOwn(value: unknown, shape: Shape, at: At): void {
  const size = shape.type === "structure" || shape.type === "timestamp" ? null : sizeOf(value);
  const what = typeof value === "number" ? "value" : "length";
  const { min, max } = shape;
  if (size !== null && min !== undefined && size < min) tell(at, `has a ${what} under ${min}`);
  const isLong = size !== null && max !== undefined && size > max;
  if (isLong) tell(at, `has a ${what} over ${max}`);
  if (typeof value !== "string") return;
  if (shape.enum && !shape.enum.includes(value))
    tell(at, `is none of ${shape.enum.slice(0, 20).join(", ")}`);
  // A text that is too long is not matched: the time that takes would be the caller's to choose.
  if (!isLong && shape.pattern && !matches(shape.pattern, value))
    tell(at, `does not match ${shape.pattern}`);
}

const compiled = new Map<string, RegExp | null>();

/** AWS matches the whole text. */
function matches(pattern: string, value: string): boolean {
  let expression = compiled.get(pattern);
  if (expression === undefined) {
    expression = compile(pattern, "u") ?? compile(pattern, "");
    compiled.set(pattern, expression);
  }
  return expression?.test(value) ?? true;
}

function compile(pattern: string, flags: string): RegExp | null {
  try {
    return new RegExp(`^(?:${pattern})$`, flags);
  } catch {
    return null;
  }
}
