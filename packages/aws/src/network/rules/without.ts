import { routeId } from "../compile/routes.ts";
import { ruleId } from "../compile/rules.ts";
import type { Network } from "../network.ts";
import type { Question } from "../question.ts";
import { reach } from "../reach.ts";

/** The network without one written rule; null for what cannot be taken away, such as a local route. */
export function withoutRule(network: Network, rule: string): Network | null {
  let gone = 0;
  const keep = (id: string) => {
    if (id === rule) gone += 1;
    return id !== rule;
  };
  const rest: Network = {
    ...network,
    securityGroups: network.securityGroups.map((group) => ({
      ...group,
      ingress: group.ingress.filter((_, index) => keep(ruleId(group.id, "in", index + 1))),
      egress: group.egress.filter((_, index) => keep(ruleId(group.id, "out", index + 1))),
    })),
    networkAcls: network.networkAcls.map((acl) => ({
      ...acl,
      ingress: acl.ingress.filter((entry) => keep(ruleId(acl.id, "in", entry.rule))),
      egress: acl.egress.filter((entry) => keep(ruleId(acl.id, "out", entry.rule))),
    })),
    routeTables: network.routeTables.map((table) => ({
      ...table,
      routes: table.routes.filter((one) => keep(routeId(table.id, one.to, one.propagated))),
    })),
  };
  return gone > 0 ? rest : null;
}

/** The rules without any one of which the answer would be no. Empty where it is no already. */
export function essentialRules(network: Network, question: Question): string[] {
  return reach(network, question).standsOn.filter((rule) => {
    const rest = withoutRule(network, rule);
    return rest !== null && !reach(rest, question).reachable;
  });
}
