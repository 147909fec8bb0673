import type { EgressRule, IngressRule } from "../../../network/network.ts";
import type { Held } from "../state.ts";
import { found } from "../kinds.ts";
import { ec2Operations, type Ctx } from "../operations.ts";
import { peerOf, portsOf } from "../security/rules.ts";
import type { Ec2Group, View } from "../state.ts";
import { tagsOf } from "../tags-of.ts";
import { described, named } from "./list.ts";

type Rule = Held<IngressRule> | Held<EgressRule>;
/** A rule with the group in which it stands. */
export type Standing = { rule: Rule; group: Ec2Group; egress: boolean };

const rulesOf = (group: Ec2Group): Standing[] => [
  ...group.ingress.map((rule) => ({ rule, group, egress: false })),
  ...group.egress.map((rule) => ({ rule, group, egress: true })),
];

const isV6 = (peer: string): boolean => peer.includes(":");

/** Rules of the same protocol and ports stand together, as EC2 lists them. */
function permissions(rules: readonly Rule[], view: View): Record<string, unknown>[] {
  const together = new Map<string, Rule[]>();
  for (const rule of rules) {
    const key = JSON.stringify(portsOf(rule));
    together.set(key, [...(together.get(key) ?? []), rule]);
  }
  return [...together.values()].map((same) => ({
    ...portsOf(same[0]!),
    IpRanges: same
      .filter((one) => kindOfPeer(peerOf(one)) === "v4")
      .map((one) => ({ CidrIp: peerOf(one), Description: one.note })),
    Ipv6Ranges: same
      .filter((one) => kindOfPeer(peerOf(one)) === "v6")
      .map((one) => ({ CidrIpv6: peerOf(one), Description: one.note })),
    PrefixListIds: same
      .filter((one) => kindOfPeer(peerOf(one)) === "list")
      .map((one) => ({ PrefixListId: peerOf(one), Description: one.note })),
    UserIdGroupPairs: same
      .filter((one) => kindOfPeer(peerOf(one)) === "group")
      .map((one) => ({ GroupId: peerOf(one), UserId: view.account.id, Description: one.note })),
  }));
}

const kindOfPeer = (peer: string): "v4" | "v6" | "group" | "list" => {
  if (peer.startsWith("sg-")) return "group";
  if (peer.startsWith("pl-")) return "list";
  return isV6(peer) ? "v6" : "v4";
};

const peerMember = { v4: "CidrIpv4", v6: "CidrIpv6", list: "PrefixListId" } as const;

export function writtenRule(
  { rule, group, egress }: Standing,
  view: View,
): Record<string, unknown> {
  const { region, account } = view;
  const peer = peerOf(rule);
  const kind = kindOfPeer(peer);
  return {
    SecurityGroupRuleId: rule.ruleId,
    GroupId: group.id,
    GroupOwnerId: account.id,
    IsEgress: egress,
    FromPort: -1,
    ToPort: -1,
    ...portsOf(rule),
    ...(kind === "group"
      ? { ReferencedGroupInfo: { GroupId: peer, UserId: account.id } }
      : { [peerMember[kind]]: peer }),
    Description: rule.note,
    Tags: tagsOf(view, rule.ruleId),
    SecurityGroupRuleArn: `arn:aws:ec2:${region}:${account.id}:security-group-rule/${rule.ruleId}`,
  };
}

/** By ids, and by names, which are those of the default VPC. */
function asked(context: Ctx): readonly Ec2Group[] {
  const names = context.input.texts("GroupNames");
  const all = named("security-group", "GroupIds")(context);
  if (names.length === 0) return all;
  return names.map((name) => {
    const inDefault = context.state.network.securityGroups.find(
      (one) => one.name === name && one.vpc === context.state.defaultVpc,
    );
    return inDefault ?? found(context.state, "security-group", name);
  });
}

const cidrs = (rules: readonly Rule[], kind: ReturnType<typeof kindOfPeer>) =>
  rules.map(peerOf).filter((peer) => kindOfPeer(peer) === kind);
const text = (value: number | undefined) => (value === undefined ? undefined : String(value));

export const groupReads = ec2Operations({
  DescribeSecurityGroups: described<Ec2Group>({
    member: "SecurityGroups",
    all: asked,
    id: ({ id }) => id,
    filters: {
      "group-id": ({ id }) => [id],
      "group-name": ({ name }) => [name],
      description: (one) => [one.description],
      "vpc-id": ({ vpc }) => [vpc],
      "owner-id": (_, { account }) => [account.id],
      "ip-permission.cidr": ({ ingress }) => cidrs(ingress, "v4"),
      "ip-permission.ipv6-cidr": ({ ingress }) => cidrs(ingress, "v6"),
      "ip-permission.group-id": ({ ingress }) => cidrs(ingress, "group"),
      "ip-permission.prefix-list-id": ({ ingress }) => cidrs(ingress, "list"),
      "ip-permission.protocol": ({ ingress }) => ingress.map((one) => portsOf(one).IpProtocol),
      "ip-permission.from-port": ({ ingress }) => ingress.map((one) => text(portsOf(one).FromPort)),
      "ip-permission.to-port": ({ ingress }) => ingress.map((one) => text(portsOf(one).ToPort)),
      "egress.ip-permission.cidr": ({ egress }) => cidrs(egress, "v4"),
      "egress.ip-permission.group-id": ({ egress }) => cidrs(egress, "group"),
      "egress.ip-permission.protocol": ({ egress }) => egress.map((one) => portsOf(one).IpProtocol),
      "egress.ip-permission.from-port": ({ egress }) =>
        egress.map((one) => text(portsOf(one).FromPort)),
      "egress.ip-permission.to-port": ({ egress }) =>
        egress.map((one) => text(portsOf(one).ToPort)),
    },
    written: (group, view) => ({
      GroupId: group.id,
      GroupName: group.name,
      Description: group.description,
      VpcId: group.vpc,
      OwnerId: view.account.id,
      SecurityGroupArn: `arn:aws:ec2:${view.region}:${view.account.id}:security-group/${group.id}`,
      IpPermissions: permissions(group.ingress, view),
      IpPermissionsEgress: permissions(group.egress, view),
      Tags: tagsOf(view, group.id),
    }),
  }),
  DescribeSecurityGroupRules: described<Standing>({
    member: "SecurityGroupRules",
    all: (context) => {
      const ids = named("security-group-rule", "SecurityGroupRuleIds")(context);
      const wanted = new Set(ids.map(({ id }) => id));
      return context.state.network.securityGroups
        .flatMap(rulesOf)
        .filter(({ rule }) => wanted.has(rule.ruleId));
    },
    id: ({ rule }) => rule.ruleId,
    filters: {
      "group-id": ({ group }) => [group.id],
      "security-group-rule-id": ({ rule }) => [rule.ruleId],
    },
    written: writtenRule,
  }),
});
