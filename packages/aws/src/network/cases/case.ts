import type { Network, Protocol, Traffic } from "../network.ts";
import type { Question } from "../question.ts";

/**
 * A network that differs from `shop` in these edits, a question ("i-web > i-app tcp 8080"), what decides (a rule's id,
 * after "back" where it stops the answer; or "yes"), and the page of AWS's documentation that says so.
 */
export type Case = [
  name: string,
  page: string,
  edits: Edit[],
  question: string,
  decides: string,
  extra?: Partial<Question>,
];

export type Edit = (network: Network) => Network;

const vpc = "https://docs.aws.amazon.com/vpc/latest/userguide/";
const peering = "https://docs.aws.amazon.com/vpc/latest/peering/";
const privatelink = "https://docs.aws.amazon.com/vpc/latest/privatelink/";

/** Pages that cases stand on. */
export const pages = {
  groups: `${vpc}vpc-security-groups.html`,
  groupRules: `${vpc}security-group-rules.html`,
  tracking:
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-connection-tracking.html",
  acls: `${vpc}nacl-basics.html`,
  aclRules: `${vpc}nacl-rules.html`,
  customAcl: `${vpc}custom-network-acl.html`,
  defaultAcl: `${vpc}default-network-acl.html`,
  routes: `${vpc}RouteTables.html`,
  subnetRoutes: `${vpc}subnet-route-tables.html`,
  priority: `${vpc}route-tables-priority.html`,
  vpnPriority: "https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html",
  gatewayRoutes: `${vpc}gateway-route-tables.html`,
  middlebox: `${vpc}route-table-options.html`,
  igw: `${vpc}VPC_Internet_Gateway.html`,
  eigw: `${vpc}egress-only-internet-gateway.html`,
  nat: `${vpc}nat-gateway-basics.html`,
  natGateways: `${vpc}vpc-nat-gateway.html`,
  natInstance: `${vpc}work-with-nat-instances.html`,
  lists: `${vpc}managed-prefix-lists.html`,
  peering: `${peering}vpc-peering-basics.html`,
  peeringRoutes: `${peering}vpc-peering-routing.html`,
  peeringGroups: `${peering}vpc-peering-security-groups.html`,
  gatewayEndpoint: `${privatelink}gateway-endpoints.html`,
  s3Endpoint: `${privatelink}vpc-endpoints-s3.html`,
  interfaceEndpoint: `${privatelink}create-interface-endpoint.html`,
  privateDns: `${privatelink}privatelink-access-aws-services.html`,
} as const;

const traffic = (protocol: string, ports: string): Traffic => {
  if (protocol === "all") return { protocol };
  if (protocol.startsWith("icmp")) {
    const type = ports === "any" ? -1 : Number(ports);
    return { protocol: protocol as Protocol, icmp: { type } };
  }
  return { protocol: protocol as Protocol, ...(ports !== "any" && { ports }) };
};

/** "tcp 443 sg-web", "all any 0.0.0.0/0". */
const ruleOf = (text: string) => {
  const [protocol = "", ports = "", peer = ""] = text.split(" ");
  return { ...traffic(protocol, ports), peer };
};
const ingress = (texts: readonly string[]) =>
  texts.map((text) => {
    const { peer, ...rest } = ruleOf(text);
    return { ...rest, from: peer };
  });
const egress = (texts: readonly string[]) =>
  texts.map((text) => {
    const { peer, ...rest } = ruleOf(text);
    return { ...rest, to: peer };
  });

/** "100 allow tcp 443 0.0.0.0/0". */
const numbered = <T>(texts: readonly string[], read: (texts: readonly string[]) => T[]) =>
  texts.flatMap((text) => {
    const [number, action, ...rest] = text.split(" ");
    const head = { rule: Number(number), action: action as "allow" | "deny" };
    return read([rest.join(" ")]).map((one) => ({ ...one, ...head }));
  });

/** One resource with other properties. */
export const set =
  (key: keyof Network, id: string, change: object): Edit =>
  (network) => ({
    ...network,
    [key]: (network[key] as unknown as { id: string }[]).map((one) =>
      one.id === id ? { ...one, ...change } : one,
    ),
  });

export const add = (more: Partial<Network>): Edit => {
  const entries = Object.entries(more) as [keyof Network, unknown[]][];
  return (network) => ({
    ...network,
    ...Object.fromEntries(entries.map(([key, list]) => [key, [network[key], list].flat()])),
  });
};

/** All rules of one direction of a group. */
export const lets = (id: string, way: "in" | "out", ...rules: string[]): Edit =>
  way === "in"
    ? set("securityGroups", id, { ingress: ingress(rules) })
    : set("securityGroups", id, { egress: egress(rules) });

const open = ["100 allow all any 0.0.0.0/0", "101 allow all any ::/0"];

/** A network ACL `acl-<subnet>` of its own for subnet-<subnet>. */
export const acl = (subnet: string, rules: { in?: string[]; out?: string[] }): Edit => {
  const id = `acl-${subnet}`;
  const side = {
    ingress: numbered(rules.in ?? open, ingress),
    egress: numbered(rules.out ?? open, egress),
  };
  const of = subnet === "pay" ? "vpc-pay" : "vpc-shop";
  return add({ networkAcls: [{ id, vpc: of, subnets: [`subnet-${subnet}`], ...side }] });
};

/** All routes of a table: "0.0.0.0/0 igw-shop", with "propagated" as a third word where it is. */
export const routesOf = (texts: readonly string[]) =>
  texts.map((text) => {
    const [to = "", via = "", propagated] = text.split(" ");
    return { to, via, ...(propagated && { propagated: true }) };
  });
export const routes = (table: string, ...texts: string[]): Edit =>
  set("routeTables", table, { routes: routesOf(texts) });

/** `id` and VPC stand in one text: "sg-web vpc-shop". */
export const group = (name: string, into: string[], out: string[]) => ({
  id: name.split(" ")[0] ?? "",
  vpc: name.split(" ")[1] ?? "",
  ingress: ingress(into),
  egress: egress(out),
});

/** "i-web > i-app tcp 8080", "internet > i-web icmp". */
export function questionOf(text: string, extra: Partial<Question> = {}): Question {
  const [from = "", , to = "", protocol = "tcp", port] = text.split(" ");
  const at = port === undefined ? {} : { port: Number(port) };
  return { from, to, protocol: protocol as Protocol, ...at, ...extra };
}
