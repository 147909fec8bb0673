import {
  matchStatement,
  type CompiledPolicy,
  type CompiledStatement,
  type Match,
  type Question,
} from "../policy/compile.ts";
import type { NamedAs } from "../policy/principal.ts";
import { decide, weighAll, type Decision, type Weighed } from "./decide.ts";
import { questionOf, type AuthorizationRequest, type Policies } from "./request.ts";
import type { Weight } from "./weigh.ts";
import { conditionInWords, missInWords, statementName } from "./words/misses.ts";
import { reasonInWords } from "./words/reasons.ts";

/** Where in the evaluation something stands, in AWS's order. */
export type Gate =
  | "resource control"
  | "service control"
  | "endpoint"
  | "resource"
  | "identity"
  | "boundary"
  | "session";

export type Trace = {
  decision: Decision;
  /** The outcome in a sentence or two. */
  summary: string;
  gates: readonly GateTrace[];
};

export type GateTrace = {
  gate: Gate;
  /** The level of an organisation's policy; null elsewhere. */
  level: string | null;
  verdict: "denies" | "allows" | "is silent";
  policies: readonly PolicyTrace[];
};

export type PolicyTrace = { policy: string; statements: readonly StatementTrace[] };

export type StatementTrace = {
  /** From 1. */
  number: number;
  sid: string | null;
  effect: "Allow" | "Deny";
  applies: boolean;
  /** Why it applies or not, in words. */
  because: string;
  /** Each condition in words, where everything before them fits; else none was asked. */
  conditions: readonly { words: string; holds: boolean }[];
  line: number;
};

/** Decides, and says of every statement that had a say why it applied or did not. */
export function explain(request: AuthorizationRequest, policies: Policies): Trace {
  const asked = questionOf(request, policies);
  const decision = decide(request, policies);
  const weighed = weighAll(request, policies, asked);
  const gates = gatesOf(weighed).map(({ gate, level, weights }) => ({
    gate,
    level,
    verdict: verdictOf(weights),
    policies: weights.map(({ policy }) => tracePolicy(policy, asked)),
  }));
  return { decision, summary: reasonInWords(decision, request, policies), gates };
}

type WeighedGate = { gate: Gate; level: string | null; weights: readonly Weight[] };

function gatesOf(weighed: Weighed): WeighedGate[] {
  const one = (gate: Gate, weights: readonly (Weight | null)[] | null): WeighedGate[] => {
    const found = (weights ?? []).filter((weight) => weight !== null);
    return weights === null || (found.length === 0 && gate !== "identity")
      ? []
      : [{ gate, level: null, weights: found }];
  };
  const levels = (gate: Gate, list: Weighed["serviceControl"]) =>
    list.map(({ name, weights }): WeighedGate => ({ gate, level: name, weights }));
  return [
    ...levels("resource control", weighed.resourceControl),
    ...levels("service control", weighed.serviceControl),
    ...one("endpoint", [weighed.endpoint]),
    ...one("resource", [weighed.resource]),
    ...one("identity", weighed.identity),
    ...one("boundary", [weighed.boundary]),
    ...one("session", weighed.session),
  ];
}

function verdictOf(weights: readonly Weight[]): GateTrace["verdict"] {
  if (weights.some(({ deny }) => deny)) return "denies";
  return weights.some(({ allow }) => allow) ? "allows" : "is silent";
}

function tracePolicy(policy: CompiledPolicy, asked: Question): PolicyTrace {
  return {
    policy: policy.name,
    statements: policy.statements.map((statement) => {
      const { number, source } = statement;
      const match = matchStatement(statement, asked);
      return {
        number,
        sid: source.sid,
        effect: source.effect,
        line: source.line,
        applies: match.applies,
        because: match.applies
          ? `${statementName(statement)} ${appliesInWords(match.as)}.`
          : missInWords(statement, match.miss, asked),
        conditions: conditionsOf(statement, match, asked),
      };
    }),
  };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts */
const appliesInWords = (as: NamedAs | null): string =>
  as === "account" ? "applies to the account, whose identity policies decide" : "applies";

function conditionsOf(statement: CompiledStatement, match: Match, asked: Question) {
  if (!match.applies && match.miss.part !== "condition") return [];
  return statement.conditions.map((one) => {
    const outcome = one.evaluate(asked.context, asked.resolve);
    const words = conditionInWords(one, asked, outcome === "unresolved");
    return { words, holds: outcome === "holds" };
  });
}
