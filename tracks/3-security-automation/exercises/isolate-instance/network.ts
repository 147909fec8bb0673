import type { Plan } from "../exercise.ts";
import { quarantine, type Incident } from "./plan.ts";

const everywhere = "0.0.0.0/0";
const out = [{ protocol: "all", to: everywhere }];

/** The instance's VPC and another one, with groups that are called alike. */
export function network({ traits }: Plan, incident: Incident): object {
  const { vpc, subnets, groups } = incident;
  return {
    vpcs: [
      { id: vpc, name: "forecast", cidrs: ["10.20.0.0/16"] },
      { id: "vpc-lab", name: "lab", cidrs: ["10.40.0.0/16"] },
    ],
    subnets: [
      { id: subnets[0], vpc, cidrs: ["10.20.1.0/24"] },
      { id: subnets[1], vpc, cidrs: ["10.20.2.0/24"] },
    ],
    securityGroups: [
      {
        id: groups.web,
        name: "web",
        vpc,
        ingress: [{ protocol: "tcp", ports: 443, from: everywhere }],
        egress: out,
      },
      {
        id: groups.ops,
        name: "ops",
        vpc,
        ingress: [{ protocol: "tcp", ports: 22, from: "10.20.0.0/16" }],
        egress: out,
      },
      { id: groups.old, name: `${quarantine}-2024`, vpc, ingress: [], egress: out },
      { id: groups.elsewhere, name: quarantine, vpc: "vpc-lab", ingress: [], egress: [] },
      ...(isThere(traits) ? [kept(traits, incident)] : []),
    ],
    interfaces: interfaces(traits, incident),
  };
}

export const isThere = (traits: readonly string[]): boolean =>
  traits.includes("group") || traits.includes("half");

/** Somebody opened it to look at an instance last time, and left it so. */
const kept = (traits: readonly string[], { vpc, groups }: Incident) => ({
  id: groups.kept,
  name: quarantine,
  vpc,
  ingress: traits.includes("group")
    ? [
        { protocol: "tcp", ports: 22, from: "203.0.113.10/32" },
        { protocol: "tcp", ports: 3389, from: groups.ops },
      ]
    : [],
  egress: traits.includes("group") ? out : [],
});

/** Of a run that ended halfway the first one is in quarantine already. */
function interfaces(traits: readonly string[], incident: Incident): object[] {
  const { instance, sibling, subnets, groups } = incident;
  const own = incident.interfaces.map(({ id, groups: before }, index) => ({
    id,
    instance,
    subnet: subnets[index % 2],
    addresses: [`10.20.${(index % 2) + 1}.${10 + index}`],
    groups: traits.includes("half") && index === 0 ? [groups.kept] : before,
  }));
  return [
    ...own,
    {
      id: "eni-sibling",
      instance: sibling,
      subnet: subnets[0],
      addresses: ["10.20.1.77"],
      groups: [groups.web],
    },
  ];
}
