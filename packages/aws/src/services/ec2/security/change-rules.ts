import type { EgressRule, IngressRule } from "../../../network/network.ts";
import { resourceId } from "../../../world/ids.ts";
import type { Input } from "../../../world/input.ts";
import { refusal } from "../../../world/refusal.ts";
import { writtenRule, type Standing } from "../describe/groups.ts";
import { change } from "../edit.ts";
import { missing } from "../kinds.ts";
import { needOn } from "../keys.ts";
import { ec2Operations, type Ctx } from "../operations.ts";
import type { Ec2Group, Ec2State, Held } from "../state.ts";
import { needsToCreate, tagNew } from "../tagging.ts";
import { groupId, groupIn } from "./groups.ts";
import {
  canonical,
  groupIn as peerGroup,
  peerOf,
  portsOf,
  rulesIn,
  sameRule,
  toldRule,
  trafficIn,
  type Asked,
  type Way,
} from "./rules.ts";

type Rule = Held<IngressRule> | Held<EgressRule>;

/** AWS's own limit: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
const rulesMax = 60;

const standing = ({ peer, ...rule }: Asked, way: Way, ruleId: string): Rule =>
  way === "ingress" ? { ...rule, from: peer, ruleId } : { ...rule, to: peer, ruleId };

const put = (state: Ec2State, group: Ec2Group, { way, rules }: { way: Way; rules: Rule[] }): void =>
  change(state, "securityGroups", { id: group.id, to: (one) => ({ ...one, [way]: rules }) });

const asAsked = (rule: Rule) => ({ ...rule, peer: peerOf(rule) });

function authorizeRules(context: Ctx, way: Way): Record<string, unknown> {
  const { state, world } = context;
  const group = groupIn(context);
  const known: Rule[] = [...group[way]];
  const asked = rulesIn(context);
  for (const [index, rule] of asked.entries()) {
    const twice = asked.slice(0, index).some((other) => sameRule(rule, other));
    if (twice)
      throw refusal("InvalidParameterValue", "The same permission must not appear multiple times");
    if (known.some((one) => sameRule(rule, asAsked(one)))) {
      const message = `the specified rule "${toldRule(rule)}" already exists`;
      throw refusal("InvalidPermission.Duplicate", message);
    }
  }
  if (known.length + asked.length > rulesMax) {
    const message = "The maximum number of rules per security group has been reached.";
    throw refusal("RulesPerSecurityGroupLimitExceeded", message);
  }
  const added = asked.map((rule) => standing(rule, way, resourceId(world, "sgr")));
  put(state, group, { way, rules: [...known, ...added] });
  for (const { ruleId } of added) tagNew(context, "security-group-rule", ruleId);
  const egress = way === "egress";
  return {
    Return: true,
    SecurityGroupRules: added.map((rule) => writtenRule({ rule, group, egress }, context)),
  };
}

/** Rules by id, or those that say what the request says. */
function meant(context: Ctx, group: Ec2Group, way: Way): { rules: Rule[]; unknown: Asked[] } {
  const ids = context.input.texts("SecurityGroupRuleIds");
  const known: readonly Rule[] = group[way];
  if (ids.length > 0) {
    const rules = ids.map((id) => {
      const rule = known.find(({ ruleId }) => ruleId === id);
      if (rule) return rule;
      throw missing("security-group-rule", id);
    });
    return { rules, unknown: [] };
  }
  const asked = rulesIn(context);
  const unknown = asked.filter((rule) => !known.some((one) => sameRule(rule, asAsked(one))));
  const rules = known.filter((one) => asked.some((rule) => sameRule(rule, asAsked(one))));
  return { rules, unknown };
}

/**
 * Where one of the rules is not there, nothing is revoked; in the default VPC the answer names it instead.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RevokeSecurityGroupIngress.html
 */
function revokeRules(context: Ctx, way: Way): Record<string, unknown> {
  const { state } = context;
  const group = groupIn(context);
  const { rules, unknown } = meant(context, group, way);
  if (unknown.length > 0 && group.vpc !== state.defaultVpc) {
    const message = "The specified rule does not exist in this security group.";
    throw refusal("InvalidPermission.NotFound", message);
  }
  const gone = new Set(rules.map(({ ruleId }) => ruleId));
  put(state, group, { way, rules: group[way].filter(({ ruleId }) => !gone.has(ruleId)) });
  for (const id of gone) state.tags.delete(id);
  const egress = way === "egress";
  return {
    Return: true,
    UnknownIpPermissions: unknown.map((rule) => ({
      ...portsOf(rule),
      IpRanges: rule.peer.includes("/") ? [{ CidrIp: rule.peer }] : [],
    })),
    RevokedSecurityGroupRules: rules.map((rule) => revoked({ rule, group, egress }, context)),
  };
}

/** A rule that is gone is told without owner, ARN and tags. */
function revoked(standing: Standing, context: Ctx): Record<string, unknown> {
  const {
    ReferencedGroupInfo,
    GroupOwnerId: _o,
    SecurityGroupRuleArn: _a,
    Tags: _t,
    ...written
  } = writtenRule(standing, context);
  const referenced = ReferencedGroupInfo as { GroupId: string } | undefined;
  return { ...written, ReferencedGroupId: referenced?.GroupId };
}

/** Whole rules: what a request leaves out is not kept. */
function modified(context: Ctx, given: Input): Asked {
  const note = given.optional("Description");
  const cidr = given.optional("CidrIpv4") ?? given.optional("CidrIpv6");
  const group = given.optional("ReferencedGroupId");
  const list = given.optional("PrefixListId");
  const peer =
    cidr === null ? (group === null ? list : peerGroup(context, group)) : canonical(cidr);
  if (peer === null)
    throw refusal("MissingParameter", "A security group rule needs a source or destination.");
  return { ...trafficIn(given), peer, ...(note === null ? {} : { note }) };
}

function modifyRules(context: Ctx): Record<string, unknown> {
  const group = groupIn(context);
  const rules = { ingress: [...group.ingress] as Rule[], egress: [...group.egress] as Rule[] };
  for (const one of context.input.list("SecurityGroupRules")) {
    const id = one.text("SecurityGroupRuleId");
    const way = (["ingress", "egress"] as const).find((each) =>
      rules[each].some(({ ruleId }) => ruleId === id),
    );
    if (!way) throw missing("security-group-rule", id);
    const next = standing(modified(context, one.inside("SecurityGroupRule")), way, id);
    rules[way] = rules[way].map((rule) => (rule.ruleId === id ? next : rule));
  }
  for (const way of ["ingress", "egress"] as const)
    put(context.state, group, { way, rules: rules[way] });
  return { Return: true };
}

const onGroup = (context: Ctx) => [needOn(context, ["security-group", groupId(context)])];
/** Rules bear tags of their own: setting them takes ec2:CreateTags too. */
const withTags = (context: Ctx) => {
  const tagging = needsToCreate(context, "security-group-rule").slice(1);
  return [...onGroup(context), ...tagging];
};

export const ruleOperations = ec2Operations({
  AuthorizeSecurityGroupIngress: {
    readOnly: false,
    needs: withTags,
    run: (context) => authorizeRules(context, "ingress"),
  },
  AuthorizeSecurityGroupEgress: {
    readOnly: false,
    needs: withTags,
    run: (context) => authorizeRules(context, "egress"),
  },
  RevokeSecurityGroupIngress: {
    readOnly: false,
    needs: onGroup,
    run: (context) => revokeRules(context, "ingress"),
  },
  RevokeSecurityGroupEgress: {
    readOnly: false,
    needs: onGroup,
    run: (context) => revokeRules(context, "egress"),
  },
  ModifySecurityGroupRules: { readOnly: false, needs: onGroup, run: modifyRules },
});
