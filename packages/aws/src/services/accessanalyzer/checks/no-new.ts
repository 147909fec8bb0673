import { questionOf } from "../../../decide/request.ts";
import { weigh } from "../../../decide/weigh.ts";
import {
  matchStatement,
  type CompiledPolicy,
  type CompiledStatement,
  type Question,
} from "../../../policy/compile.ts";
import type { Condition, Patterns, Principals, Statement } from "../../../policy/document.ts";
import { principalOf, type Principal } from "../../../policy/principal.ts";
import { actionsOf } from "../external/actions.ts";
import { textsFor } from "../external/values.ts";
import { notHere } from "../not-here.ts";
import { covers, resourceCovers } from "./patterns.ts";

/**
 * The first statement of a policy that allows what the other did not; null where none does. Both answers are proven:
 * access that is new by a request that is decided under both, and that nothing is new by each statement lying within
 * one that was there. What neither settles is refused.
 */
export function newIn(now: CompiledPolicy, before: CompiledPolicy): number | null {
  const found = now.statements.findIndex(
    (one) => one.source.effect === "Allow" && isNew(one, now, before),
  );
  if (found >= 0) return found;
  if (isWithin(now, before)) return null;
  throw notHere("Deciding whether this policy, compared with that one, allows something new");
}

function isWithin(now: CompiledPolicy, before: CompiledPolicy): boolean {
  const of = (policy: CompiledPolicy, effect: Statement["effect"]) =>
    policy.document.statements.filter((one) => one.effect === effect);
  const sameVersion = now.document.version === before.document.version;
  return (
    sameVersion &&
    of(now, "Allow").every((one) => of(before, "Allow").some((wide) => contains(wide, one))) &&
    of(before, "Deny").every((one) => of(now, "Deny").some((wide) => contains(wide, one)))
  );
}

/** Each request of the narrow statement is one of the wide one. */
const contains = (wide: Statement, narrow: Statement): boolean =>
  actionsIn(wide.actions, narrow.actions) &&
  (wide.resources === null || narrow.resources === null
    ? wide.resources === narrow.resources
    : patternsIn(wide.resources, narrow.resources, resourceCovers)) &&
  principalsIn(wide.principals, narrow.principals) &&
  wide.conditions.every((one) => narrow.conditions.some((other) => sameCondition(one, other)));

const actionsIn = (wide: Patterns, narrow: Patterns): boolean =>
  patternsIn(wide, narrow, (one, other) => covers(one.toLowerCase(), other.toLowerCase()));

function patternsIn(wide: Patterns, narrow: Patterns, within: typeof covers): boolean {
  if (wide.not !== narrow.not) return false;
  // Of what is left out it is the other way round.
  const [outer, inner] = wide.not ? [narrow, wide] : [wide, narrow];
  return inner.patterns.every((one) => outer.patterns.some((other) => within(other, one)));
}

function principalsIn(wide: Principals | null, narrow: Principals | null): boolean {
  if (!wide || !narrow) return wide === narrow;
  if (wide.not || narrow.not) return JSON.stringify(wide) === JSON.stringify(narrow);
  return narrow.entries.every((one) =>
    wide.entries.some(
      ({ type, value }) => value === "*" || (type === one.type && value === one.value),
    ),
  );
}

const sameCondition = (one: Condition, other: Condition): boolean =>
  one.operator.toLowerCase() === other.operator.toLowerCase() &&
  one.key.toLowerCase() === other.key.toLowerCase() &&
  [...one.values].toSorted().join("\n") === [...other.values].toSorted().join("\n");

const triesMost = 20_000;

/** Whether there is a request that the statement allows now, and that was not allowed before. */
function isNew(statement: CompiledStatement, now: CompiledPolicy, before: CompiledPolicy): boolean {
  let tries = 0;
  // What was denied is where a policy that denies less shows.
  const denied = before.document.statements.flatMap(({ effect, resources }) =>
    effect === "Deny" ? (resources?.patterns ?? []) : [],
  );
  for (const asked of requestsOf(statement, denied)) {
    tries += 1;
    if (tries > triesMost) return false;
    if (!matchStatement(statement, asked).applies) continue;
    if (allows(now, asked) && !allows(before, asked)) return true;
  }
  return false;
}

function allows(policy: CompiledPolicy, asked: Question): boolean {
  const { allow, deny } = weigh(policy, asked);
  return allow !== null && deny === null;
}

/** Real actions on real ARNs of theirs, by somebody whom the statement names, as its conditions ask for. */
function* requestsOf({ source }: CompiledStatement, more: readonly string[]): Generator<Question> {
  const context = contextFor(source.conditions);
  if (context === null) return;
  const principals = source.principals ? named(source.principals) : [somebody];
  for (const { action, resource } of targetsOf([...patternsOf(source), ...more]))
    for (const principal of principals) yield questionOf({ principal, action, resource, context });
}

const somebody = principalOf("arn:aws:iam::210987654321:user/anybody")!;

const named = ({ not, entries }: Principals): Principal[] =>
  not
    ? [somebody]
    : entries.flatMap(({ value }) => (value === "*" ? somebody : (principalOf(value) ?? [])));

/** Null where a value cannot be told that certainly holds: then nothing is tried. */
function contextFor(conditions: readonly Condition[]): Record<string, string> | null {
  const context: Record<string, string> = {};
  for (const { operator, key, values } of conditions) {
    const plain = /^(?:StringEquals|StringLike|ArnLike|ArnEquals|Bool|NumericEquals)$/i.test(
      operator,
    );
    const [value] = values;
    if (!plain || value === undefined || value.includes("${") || Object.hasOwn(context, key))
      return null;
    context[key] = textsFor(value)[0]!;
  }
  return context;
}

const examples: Readonly<Record<keyof typeof actionsOf, string>> = {
  "AWS::S3::Bucket": "arn:aws:s3:::example",
  "AWS::IAM::Role": "arn:aws:iam::210987654321:role/example",
  "AWS::KMS::Key": "arn:aws:kms:us-east-1:210987654321:key/11111111-1111-4111-8111-111111111111",
  "AWS::SecretsManager::Secret":
    "arn:aws:secretsmanager:us-east-1:210987654321:secret:example-AbCdEf",
  "AWS::Lambda::Function": "arn:aws:lambda:us-east-1:210987654321:function:example",
};

const patternsOf = ({ resources }: Statement): readonly string[] =>
  resources?.not === false ? resources.patterns : [];

/** Of the actions whose resources are known; a pattern's ARN counts for those of its own service. */
function* targetsOf(patterns: readonly string[]): Generator<{ action: string; resource: string }> {
  const types = Object.keys(examples) as (keyof typeof examples)[];
  for (const type of types)
    for (const { actions, inside } of actionsOf[type]) {
      const service = examples[type].split(":")[2]!;
      const arns = patterns
        .flatMap(textsFor)
        .filter((arn) => arn.split(":")[2] === service && fitsInside(arn, type, inside));
      for (const action of actions)
        for (const resource of [examples[type] + inside, ...arns]) yield { action, resource };
    }
}

function fitsInside(arn: string, type: keyof typeof examples, inside: string): boolean {
  if (type !== "AWS::S3::Bucket") return true;
  return /^arn:aws:s3:::[^/:]+(?:\/.+)?$/.test(arn) && arn.includes("/") === (inside !== "");
}
