import { compileCondition, type CompiledCondition, type Context } from "../conditions/condition.ts";
import type { PolicyDocument, PolicyKind, Patterns, Statement } from "./document.ts";
import { compileNames, type Names } from "./names.ts";
import { isPublic } from "./public.ts";
import { compilePattern, type Resolve } from "./pattern.ts";
import type { NamedAs, Principal } from "./principal.ts";

/** A policy made ready to be asked many times. */
export type CompiledPolicy = {
  /** As a trace calls it. */
  name: string;
  kind: PolicyKind;
  document: PolicyDocument;
  statements: readonly CompiledStatement[];
  /** As S3 means it; of policies at a resource. */
  isPublic: boolean;
};

export type CompiledStatement = {
  source: Statement;
  /** From 1, as people count. */
  number: number;
  names: Names | null;
  /** Of the action in lower case: actions have none. */
  action: (folded: string) => boolean;
  /** Null in a variable without a value. */
  resource: (resource: string, resolve: Resolve) => boolean | null;
  conditions: readonly CompiledCondition[];
};

/** What a statement is asked about. */
export type Question = {
  principal: Principal;
  /** Such as s3:GetObject. */
  action: string;
  /** The same in lower case. */
  folded: string;
  /** An ARN, or * where the action has none. */
  resource: string;
  context: Context;
  /** Whether the principal has a permissions boundary. */
  bounded: boolean;
  resolve: Resolve;
};

/** Why a statement does not apply: the first part that does not fit, in this order. */
export type Miss =
  | { part: "principal" }
  | { part: "action" }
  | { part: "resource" }
  | { part: "condition"; condition: CompiledCondition; unresolved: boolean };

export type Match = { applies: true; as: NamedAs | null } | { applies: false; miss: Miss };

export function compilePolicy(
  document: PolicyDocument,
  { name, kind }: { name: string; kind: PolicyKind },
): CompiledPolicy {
  const variables = document.version === "2012-10-17";
  const statements = document.statements.map((source, index): CompiledStatement => {
    return {
      source,
      number: index + 1,
      names: source.principals && compileNames(source.principals),
      action: actionTest(source.actions),
      resource: resourceTest(source.resources, variables),
      conditions: source.conditions.map((one) => compileCondition(one, variables)),
    };
  });
  return { name, kind, document, statements, isPublic: isPublic(document) };
}

function actionTest({ not, patterns }: Patterns): CompiledStatement["action"] {
  const tests = patterns.map((one) => compilePattern(one.toLowerCase(), { variables: false }));
  return (folded) => tests.some((one) => one.matches(folded, nothing) === true) !== not;
}

function resourceTest(given: Patterns | null, variables: boolean): CompiledStatement["resource"] {
  if (given === null) return () => true;
  const tests = given.patterns.map((one) => compilePattern(one, { variables, arn: true }));
  return (resource, resolve) => {
    let open = false;
    for (const one of tests) {
      const found = one.matches(resource, resolve);
      if (found === true) return !given.not;
      open ||= found === null;
    }
    // A variable without a value may or may not leave this resource out: the statement is not applied.
    return given.not && open ? null : given.not;
  };
}

const nothing: Resolve = () => null;

/** Whether a statement applies to a request, and where not, why. */
export function matchStatement(statement: CompiledStatement, asked: Question): Match {
  const as = namedAs(statement, asked);
  if (statement.names !== null && as === null) return missed({ part: "principal" });
  if (!statement.action(asked.folded)) return missed({ part: "action" });
  if (statement.resource(asked.resource, asked.resolve) !== true)
    return missed({ part: "resource" });
  for (const condition of statement.conditions) {
    const outcome = condition.evaluate(asked.context, asked.resolve);
    if (outcome === "holds") continue;
    return missed({ part: "condition", condition, unresolved: outcome === "unresolved" });
  }
  return { applies: true, as };
}

const missed = (miss: Miss): Match => ({ applies: false, miss });

/**
 * A Deny with NotPrincipal reaches everybody who has a permissions boundary, whoever it leaves out.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
function namedAs({ names, source }: CompiledStatement, asked: Question): NamedAs | null {
  if (names === null) return null;
  const reachesBounded = source.effect === "Deny" && source.principals?.not === true;
  return reachesBounded && asked.bounded ? "everyone" : names(asked.principal);
}
