import { trafficWords, type Network } from "@loopwright/aws/network";

/** What is written in one piece: one direction of a group or ACL, or the routes of a table. */
export type Table = {
  /** "sg-web/in", "acl-data/out", "rtb-app". */
  id: string;
  at: string;
  kind: "group" | "acl" | "routes";
  way: "in" | "out" | null;
  /** One rule a line, as `readTable` reads it. */
  text: string;
};

/** Every table of the network, as text. */
export function tablesOf(network: Network): Table[] {
  return [
    ...network.securityGroups.flatMap((group) => [
      side({ at: group.id, kind: "group", way: "in", lines: group.ingress.map(groupLine) }),
      side({ at: group.id, kind: "group", way: "out", lines: group.egress.map(groupLine) }),
    ]),
    ...network.networkAcls.flatMap((acl) => [
      side({ at: acl.id, kind: "acl", way: "in", lines: acl.ingress.map(aclLine) }),
      side({ at: acl.id, kind: "acl", way: "out", lines: acl.egress.map(aclLine) }),
    ]),
    ...network.routeTables.map(({ id, routes }): Table => {
      const lines = routes.map(
        ({ to, via, propagated }) => `${to} via ${via}${propagated ? " propagated" : ""}`,
      );
      return { id, at: id, kind: "routes", way: null, text: lines.join("\n") };
    }),
  ];
}

/** The tables that a drill lets change, as they stand at the start. */
export const editableTables = (network: Network, editable: readonly string[]): Table[] =>
  tablesOf(network).filter(({ at }) => editable.includes(at));

type Side = { at: string; kind: "group" | "acl"; way: "in" | "out"; lines: string[] };

const side = ({ at, kind, way, lines }: Side): Table => ({
  id: `${at}/${way}`,
  at,
  kind,
  way,
  text: lines.join("\n"),
});

type GroupRule = Network["securityGroups"][number]["ingress" | "egress"][number];
type AclEntry = Network["networkAcls"][number]["ingress" | "egress"][number];

const peerWords = (rule: GroupRule | AclEntry): string =>
  "from" in rule ? `from ${rule.from}` : `to ${rule.to}`;

function lineOf(rule: GroupRule | AclEntry): string {
  const { protocol, ports, icmp } = rule;
  const what = icmp
    ? `${protocol} ${icmp.type}`
    : protocol === "all" || ports !== undefined
      ? trafficWords({ protocol, ports }).replace("all traffic", "all")
      : protocol;
  return `${what} ${peerWords(rule)}`;
}

const groupLine = (rule: GroupRule): string =>
  lineOf(rule) + ("note" in rule && rule.note !== undefined ? ` # ${rule.note}` : "");

const aclLine = (entry: AclEntry): string => `${entry.rule} ${entry.action} ${lineOf(entry)}`;
