import { decide } from "../../../decide/decide.ts";
import { noPolicies } from "../../../decide/request.ts";
import type { CompiledStatement } from "../../../policy/compile.ts";
import { sessionOf } from "../../../policy/principal.ts";
import { isPublic } from "../../../policy/public.ts";
import type { Resource } from "../resources.ts";
import type { External } from "../state.ts";
import type { Zone } from "../zone.ts";
import { actionsOf } from "./actions.ts";
import { base, deniesOf, type Looked } from "./common.ts";
import { fromGrants } from "./grants.ts";
import { outsidersOf, type Outsider } from "./outsiders.ts";
import { anything, getsThrough, newBudget } from "./reach.ts";
import { textsFor } from "./values.ts";

/** Who outside of the zone reaches a resource: one entry for each principal and condition, actions together. */
export function externalsOf(resource: Resource, zone: Zone): External[] {
  if (resource.type === "AWS::KMS::Key" && !isReadable(resource)) return [unread(resource)];
  const found = new Map<string, External>();
  const looked = { resource, zone, budget: newBudget() };
  for (const one of [...fromPolicy(looked), ...fromGrants(looked)]) {
    const id = JSON.stringify([one.principal, one.condition]);
    const known = found.get(id);
    const actions = [...new Set([...(known?.actions ?? []), ...one.actions])].toSorted();
    found.set(id, { ...one, actions, isPublic: one.isPublic || (known?.isPublic ?? false) });
  }
  return [...found.values()];
}

/**
 * The analyser asks a key with its service-linked role, and a key that does not hand the say to its account may
 * not answer. https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-resources.html#access-analyzer-kms-key
 */
function isReadable({ policy, arn, owner }: Resource): boolean {
  const role = `arn:aws:iam::${owner}:role/aws-service-role/access-analyzer.amazonaws.com/AWSServiceRoleForAccessAnalyzer`;
  return ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:ListGrants"].every(
    (action) =>
      decide(
        { principal: sessionOf(role, "access-analyzer"), action, resource: arn },
        { ...noPolicies, resource: policy, identity: [anything] },
      ).allowed,
  );
}

const unread = (resource: Resource): External => ({
  ...base(resource),
  principal: {},
  condition: {},
  actions: [],
  isPublic: false,
  error: "ACCESS_DENIED",
});

function* fromPolicy({ resource, zone, budget }: Looked): Generator<External> {
  for (const statement of resource.policy?.statements ?? []) {
    const { effect, principals, conditions } = statement.source;
    if (effect !== "Allow" || !principals) continue;
    const open = isPublic({ version: "2012-10-17", id: null, statements: [statement.source] });
    const entries = principals.not ? [{ type: "AWS" as const, value: "*" }] : principals.entries;
    for (const entry of entries) {
      const outsiders = outsidersOf(entry, statement.conditions, zone);
      const { actions, byAnybody } = allowedTo({ resource, statement, outsiders, zone, budget });
      if (actions.length === 0) continue;
      const condition = Object.fromEntries(
        conditions.map((one) => [one.key, one.values.join(",")]),
      );
      const principal = { [entry.type]: shown(entry.value) };
      yield { ...base(resource), principal, condition, actions, isPublic: open && byAnybody };
    }
  }
}

/** An account is shown by its number, however the policy writes it. */
const shown = (value: string): string =>
  /^arn:aws[\w-]*:iam::(\d{12}):root$/.exec(value)?.[1] ?? value;

type Asked = Looked & { statement: CompiledStatement; outsiders: readonly Outsider[] };

function allowedTo(asked: Asked) {
  const { resource, statement } = asked;
  const actions: string[] = [];
  let byAnybody = false;
  const known = new Map<string, Outsider | null>();
  for (const { actions: all, inside } of actionsOf[resource.type]) {
    const arns = arnsIn(resource, statement, inside);
    for (const action of all.filter((one) => statement.action(one.toLowerCase()))) {
      const id = `${inside} ${alike(resource, action)}`;
      const who = known.get(id) ?? (known.has(id) ? null : whoGetsThrough(asked, action, arns));
      known.set(id, who);
      if (!who) continue;
      actions.push(action);
      byAnybody ||= who.anybody;
    }
  }
  return { actions, byAnybody };
}

const whoGetsThrough = (
  { resource, outsiders, ...rest }: Asked,
  action: string,
  arns: readonly string[],
): Outsider | null =>
  outsiders
    .filter(({ principal }) => canAsk(principal.type, action))
    .find((outsider) =>
      arns.some((arn) => getsThrough(trialOf(resource, { ...rest, action, arn, outsider }))),
    ) ?? null;

/** Actions of which the same statements speak have the same answer; those of STS and the like are asked one by one. */
function alike({ type, policy, resourceControl }: Resource, action: string): string {
  if (type !== "AWS::S3::Bucket" && type !== "AWS::SecretsManager::Secret") return action;
  const policies = [policy ?? [], resourceControl.flatMap((level) => level.policies)].flat();
  const folded = action.toLowerCase();
  return policies
    .flatMap(({ statements }) => statements.map((one) => (one.action(folded) ? "1" : "0")))
    .join("");
}

/**
 * Whoever comes from an identity provider brings its token, and everybody else signs to take on a role. Without a
 * signature S3 answers, and a function at its URL.
 */
function canAsk(type: Outsider["principal"]["type"], action: string): boolean {
  if (type === "federated")
    return /^sts:(?:AssumeRoleWith|TagSession|SetSourceIdentity)/.test(action);
  if (type === "anonymous") return /^s3:|^lambda:InvokeFunctionUrl$/.test(action);
  return !action.startsWith("sts:AssumeRoleWith");
}

type Tried = Pick<Asked, "statement" | "zone" | "budget"> & {
  action: string;
  arn: string;
  outsider: Outsider;
};

function trialOf(resource: Resource, { statement, ...tried }: Tried) {
  return {
    ...tried,
    statement,
    owner: resource.owner,
    known: resource.known,
    policies: {
      resource: resource.policy,
      resourceControl: resource.resourceControl,
      restrictPublic: resource.restrictPublic,
      grants: [],
    },
    denies: deniesOf(resource, tried.action),
  };
}

/** The resource, or things inside of it: an example, and those that the statement names. */
function arnsIn({ arn }: Resource, { source }: CompiledStatement, inside: string): string[] {
  const named = (source.resources?.not === false ? source.resources.patterns : []).flatMap(
    textsFor,
  );
  const within = named.filter((one) =>
    inside === "" ? one === arn || one.startsWith(`${arn}:`) : one.startsWith(`${arn}/`),
  );
  return [...new Set([arn + inside, ...within])].slice(0, 12);
}
