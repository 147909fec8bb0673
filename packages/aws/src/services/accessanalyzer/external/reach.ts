import type { CompiledCondition } from "../../../conditions/condition.ts";
import { decide } from "../../../decide/decide.ts";
import {
  noPolicies,
  questionOf,
  type AuthorizationRequest,
  type Policies,
} from "../../../decide/request.ts";
import { compilePolicy, matchStatement, type CompiledStatement } from "../../../policy/compile.ts";
import { readPolicy } from "../../../policy/read.ts";
import type { Zone } from "../zone.ts";
import type { Outsider } from "./outsiders.ts";
import { valuesFor, type Value } from "./values.ts";

/** What is tried: one action of one outsider on one ARN. */
export type Trial = {
  outsider: Outsider;
  action: string;
  arn: string;
  owner: string;
  /** Condition keys that the resource has, whoever asks. */
  known: Readonly<Record<string, string>>;
  policies: Pick<Policies, "resource" | "resourceControl" | "restrictPublic" | "grants">;
  /** Statements that may deny it. */
  denies: readonly CompiledStatement[];
  /** What has to apply; null where a grant is looked at. */
  statement: CompiledStatement | null;
  zone: Zone;
  /** Shared by all trials of a resource. */
  budget: Budget;
};

/** Requests that may still be tried on a resource. */
export type Budget = { left: number };
export const newBudget = (): Budget => ({ left: 10_000 });

/** Requests that are tried before the rest is taken as open: in doubt, AWS reports too. */
const triesMost = 400;

export const anything = compilePolicy(
  readPolicy(
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
    "identity",
  ).document!,
  { name: "whatever the other account allows", kind: "identity" },
);

type Search = {
  trial: Trial;
  /** Keys that a caller may have this way or that. */
  free: { key: string; values: readonly Value[]; own: readonly CompiledCondition[] }[];
  context: Record<string, string>;
  tries: number;
};

/** Whether there is a request by which the outsider gets through, decided by the engine. */
export function getsThrough(trial: Trial): boolean {
  const context = { ...trial.known, ...trial.outsider.known };
  if (isShut(trial, context)) return false;
  return tried({ trial, free: freeKeys(trial, context), context, tries: 0 }, 0);
}

/** What is denied without a condition needs no trying. */
function isShut(trial: Trial, context: Record<string, string>): boolean {
  const { reason, by } = decided(trial, context);
  return reason === "explicit-deny" && by?.statement.conditions.length === 0;
}

/** Depth first over the values of the free keys; a value by which the statement fails is not followed. */
function tried(search: Search, at: number): boolean {
  const next = search.free[at];
  if (!next) {
    search.tries += 1;
    search.trial.budget.left -= 1;
    return search.tries > triesMost || search.trial.budget.left < 0 || isAllowed(search);
  }
  for (const value of next.values) {
    if (value === null) delete search.context[next.key];
    else search.context[next.key] = value;
    if (next.own.every((one) => mayHold(one, value)) && tried(search, at + 1)) return true;
  }
  delete search.context[next.key];
  return false;
}

const unresolved = () => null;

/** A condition with a variable may hold or not: it is decided with everything else. */
const mayHold = (condition: CompiledCondition, value: Value): boolean =>
  condition.evaluate(new Map(value === null ? [] : [[condition.key, [value]]]), unresolved) !==
  "fails";

function isAllowed({ trial, context }: Search): boolean {
  const { statement } = trial;
  if (statement && !matchStatement(statement, questionOf(requestOf(trial, context))).applies)
    return false;
  return decided(trial, context).allowed;
}

const decided = (trial: Trial, context: Record<string, string>) =>
  decide(requestOf(trial, context), { ...noPolicies, ...trial.policies, identity: [anything] });

const requestOf = (
  { outsider, action, arn, owner }: Trial,
  context: Record<string, string>,
): AuthorizationRequest => ({
  principal: outsider.principal,
  action,
  resource: arn,
  resourceAccount: owner,
  context: { ...context },
});

/** What the engine itself knows of a principal and of a resource's owner. */
const given: ReadonlySet<string> = new Set([
  "aws:principalarn",
  "aws:principalaccount",
  "aws:principaltype",
  "aws:principalisawsservice",
  "aws:principalservicename",
  "aws:username",
  "aws:resourceaccount",
  "aws:resourceorgid",
  "aws:resourceorgpaths",
]);
/** Keys by which a service says for whom it comes: of no use to somebody outside if that is inside. */
const onBehalf: ReadonlySet<string> = new Set([
  "aws:sourceaccount",
  "aws:sourceowner",
  "aws:sourcearn",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
]);

function freeKeys(trial: Trial, context: Record<string, string>): Search["free"] {
  const fixed = new Set(Object.keys(context).map((key) => key.toLowerCase()));
  const own = trial.statement?.conditions ?? [];
  const others = trial.denies.flatMap(({ conditions }) => conditions);
  const keys = new Set([...own, ...others].map(({ key }) => key));
  return [...keys]
    .filter((key) => !fixed.has(key) && !given.has(key) && !key.startsWith("aws:resourcetag/"))
    .map((key) => {
      const mine = own.filter((one) => one.key === key);
      const theirs = others.filter((one) => one.key === key);
      const values = [...ownOrganisation(trial, key), ...valuesFor(mine, theirs)];
      return { key, values: values.filter((one) => isOutside(trial, key, one)), own: mine };
    });
}

/** A policy may name the organisation by a variable. */
function ownOrganisation({ outsider, zone }: Trial, key: string): string[] {
  if (!outsider.mayBeMember || !zone.organisation) return [];
  if (key === "aws:principalorgid") return [zone.organisation.id];
  return key === "aws:principalorgpaths"
    ? [`${zone.organisation.id}/${zone.organisation.rootId}/`]
    : [];
}

/** Nobody outside can say of themselves that they are inside. */
function isOutside({ outsider, zone }: Trial, key: string, value: Value): boolean {
  const id = zone.organisation?.id;
  if (value === null) return true;
  if (key === "aws:principalorgid") return outsider.mayBeMember || value !== id;
  if (key === "aws:principalorgpaths")
    return outsider.mayBeMember || id === undefined || !value.startsWith(`${id}/`);
  if (!onBehalf.has(key)) return true;
  const account = /^\d{12}$/.test(value) ? value : (value.split(":")[4] ?? "");
  return !zone.accounts.has(account) && (zone.orgId === null || !value.startsWith(zone.orgId));
}
