import { rulesOf, type Network, type Rule } from "@loopwright/aws/network";
import type { ReactNode } from "react";

import styles from "./estate.module.css";
import { Hosts } from "./hosts.tsx";
import { Ways } from "./ways.tsx";

type EstateProps = {
  network: Network;
  /** One group, ACL or route table, with its written and unwritten rules. */
  renderTable: (at: string, rules: Rule[]) => ReactNode;
};

/** The network, VPC by VPC: who stands where, what leads out of it, and every rule. */
export function Estate({ network, renderTable }: EstateProps) {
  const rules = grouped(rulesOf(network));
  const shown = (list: readonly { id: string }[]) =>
    list.map(({ id }) => (
      <div key={id} className={styles.table}>
        {renderTable(id, rules.get(id) ?? [])}
      </div>
    ));
  return (
    <div className={styles.estate}>
      {network.vpcs.map((vpc) => {
        const own = <T extends { vpc?: string }>(list: readonly T[]) =>
          list.filter((one) => one.vpc === vpc.id);
        return (
          <section key={vpc.id} aria-labelledby={`estate-${vpc.id}`} className={styles.vpc}>
            <h2 id={`estate-${vpc.id}`} className={styles.title}>
              <code>{vpc.id}</code>
              {vpc.name !== undefined && <span>{vpc.name}</span>}
              <span className={styles.soft}>
                {vpc.cidrs.join(", ")}, {vpc.region ?? network.region}
              </span>
            </h2>
            <Hosts network={network} vpc={vpc.id} />
            <Ways network={network} vpc={vpc.id} />
            <div className={styles.tables}>
              {shown(own(network.securityGroups))}
              {shown(own(network.networkAcls))}
              {shown(own(network.routeTables))}
            </div>
          </section>
        );
      })}
    </div>
  );
}

function grouped(rules: readonly Rule[]): Map<string, Rule[]> {
  const map = new Map<string, Rule[]>();
  for (const rule of rules) map.set(rule.at, [...(map.get(rule.at) ?? []), rule]);
  return map;
}
