import { AppError } from "@loopwright/core/errors";

import type { Condition } from "../policy/document.ts";
import type { Resolve } from "../policy/pattern.ts";
import { comparison, type Compare } from "./compare.ts";
import { operatorOf, type Operator } from "./operator.ts";

/** The values of a key, by its name in lower case. Absent is not the same as empty. */
export type Context = ReadonlyMap<string, readonly string[]>;

/** `unresolved`: a variable of it has no value in this request, so its statement does not apply at all. */
export type Outcome = "holds" | "fails" | "unresolved";

export type CompiledCondition = {
  source: Condition;
  operator: Operator;
  /** Of the key, in lower case, as keys have none. */
  key: string;
  evaluate: (context: Context, resolve: Resolve) => Outcome;
};

type Compared = { operator: Operator; key: string; compares: readonly Compare[] };

/** Throws `invalid-input` for an operator that does not exist; a policy that was read has none. */
export function compileCondition(source: Condition, variables: boolean): CompiledCondition {
  const operator = operatorOf(source.operator);
  if (!operator) throw unknownOperator(source.operator);
  const key = source.key.toLowerCase();
  const compares = source.values.map((value) => comparison(operator, value, variables));
  const given = { operator, key, compares };
  if (operator.type === "null") {
    return { source, operator, key, evaluate: (context) => isNull(source, context.get(key)) };
  }
  return {
    source,
    operator,
    key,
    evaluate: (context, resolve) => evaluate(given, context.get(key), resolve),
  };
}

function isNull({ values }: Condition, found: readonly string[] | undefined): Outcome {
  const absent = found === undefined || found.length === 0;
  return values.some((value) => (value.toLowerCase() === "true") === absent) ? "holds" : "fails";
}

/**
 * An absent key fails, but with a negated operator, IfExists or ForAllValues.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
function evaluate(
  { operator, compares }: Compared,
  found: readonly string[] | undefined,
  resolve: Resolve,
): Outcome {
  const { set, negated, ifExists } = operator;
  const nothing = found === undefined || found.length === 0 || (set !== null && isBlank(found));
  if (nothing) return told(set === "all" || ifExists || (set === null && negated));
  const results = found.map((value) => compareAll(compares, value, resolve));
  if (results.includes(null)) return "unresolved";
  if (set === "any") return told(results.some((one) => one !== negated));
  if (set === "all") return told(results.every((one) => one !== negated));
  // Without a set operator, several values are as many tries; negated, none of them may compare.
  return told(results.some((one) => one === true) !== negated);
}

/** A key with an empty text alone counts as empty where sets are asked for. */
const isBlank = (values: readonly string[]): boolean => values.length === 1 && values[0] === "";

const told = (holds: boolean): Outcome => (holds ? "holds" : "fails");

function compareAll(compares: readonly Compare[], value: string, resolve: Resolve): boolean | null {
  let any = false;
  for (const compare of compares) {
    const found = compare(value, resolve);
    if (found === null) return null;
    any ||= found;
  }
  return any;
}

const unknownOperator = (operator: string): AppError =>
  new AppError("invalid-input", {
    message: `There is no condition operator “${operator}”.`,
    next: "Use one of IAM's operators, such as StringEquals, ArnLike, IpAddress or Bool.",
    where: operator,
  });
