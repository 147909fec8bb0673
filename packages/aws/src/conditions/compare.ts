import { compilePattern, type Pattern, type Resolve } from "../policy/pattern.ts";
import { contains, rangeOf } from "./ip.ts";
import type { Operator } from "./operator.ts";

/** Compares one value of a request with one of a policy. Null where a variable has no value. */
export type Compare = (value: string, resolve: Resolve) => boolean | null;

/** `variables`: whether the policy's version knows them. Only strings and ARNs may hold some. */
export function comparison(operator: Operator, wanted: string, variables: boolean): Compare {
  switch (operator.type) {
    case "string":
      return compilePattern(wanted, {
        variables,
        wildcards: operator.compares === "like",
        ignoreCase: operator.ignoreCase,
      }).matches;
    case "arn":
      return arn(wanted, variables);
    case "numeric":
      return ordered(operator, numberOf, wanted);
    case "date":
      return ordered(operator, timeOf, wanted);
    case "ip":
      return ip(wanted);
    case "bool":
      return (value) => value.toLowerCase() === wanted.toLowerCase();
    case "binary":
    case "null":
      return (value) => value === wanted;
  }
}

/** Part by part, each with wildcards: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN */
function arn(wanted: string, variables: boolean): Compare {
  const parts = partsOf(wanted).map((part) => compilePattern(part, { variables }));
  return (value, resolve) => {
    const given = partsOf(value);
    if (parts.length !== 6 || given.length !== 6) return wanted === "*" && given.length === 6;
    return allOf(parts, given, resolve);
  };
}

function allOf(parts: readonly Pattern[], given: readonly string[], resolve: Resolve) {
  let holds = true;
  for (const [index, part] of parts.entries()) {
    const found = part.matches(given[index]!, resolve);
    if (found === null) return null;
    holds &&= found;
  }
  return holds;
}

/** Six parts; the last keeps its colons. A colon within a variable's braces divides nothing. */
export function partsOf(text: string): string[] {
  const parts: string[] = [];
  let [begin, depth] = [0, 0];
  for (let at = 0; at < text.length && parts.length < 5; at += 1) {
    if (text.startsWith("${", at)) depth += 1;
    else if (text[at] === "}" && depth > 0) depth -= 1;
    else if (text[at] === ":" && depth === 0) {
      parts.push(text.slice(begin, at));
      begin = at + 1;
    }
  }
  return [...parts, text.slice(begin)];
}

function ordered(
  { compares }: Operator,
  read: (text: string) => number | null,
  wanted: string,
): Compare {
  const right = read(wanted);
  return (value) => {
    const left = read(value);
    if (left === null || right === null) return false;
    if (compares === "less") return left < right;
    if (compares === "less-equal") return left <= right;
    if (compares === "greater") return left > right;
    if (compares === "greater-equal") return left >= right;
    return left === right;
  };
}

function ip(wanted: string): Compare {
  const range = rangeOf(wanted);
  return (value) => {
    const address = rangeOf(value);
    return range !== null && address !== null && contains(range, address);
  };
}

const numberOf = (text: string): number | null =>
  /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : null;

const w3cDate = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?)?)?$/;

/** In milliseconds, from a W3C date or from seconds since 1970. */
export function timeOf(text: string): number | null {
  // Four digits are a year; seconds since 1970 have more.
  if (/^\d{5,}(\.\d+)?$/.test(text)) return Number(text) * 1000;
  if (!w3cDate.test(text)) return null;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : time;
}
