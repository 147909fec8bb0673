import type { Network, NetworkInterface } from "@loopwright/aws/network";

import styles from "./estate.module.css";

type HostsProps = { network: Network; vpc: string };

/** Interfaces of a VPC, a row each, with all that decides about them. */
export function Hosts({ network, vpc }: HostsProps) {
  const subnets = network.subnets.filter((one) => one.vpc === vpc);
  const rows = subnets.flatMap((subnet) =>
    network.interfaces
      .filter((one) => one.subnet === subnet.id)
      .map((one) => ({ one, subnet, ...guards(network, subnet) })),
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways, so keys must reach it
    <div className={styles.scroll} role="region" aria-label={`Hosts of ${vpc}`} tabIndex={0}>
      <table className={styles.hosts}>
        <thead>
          <tr>
            {["Host", "Address", "Groups", "Subnet", "Network ACL", "Route table"].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ one, subnet, acl, table }) => (
            <tr key={one.id}>
              <th scope="row">
                <code>{one.instance ?? one.id}</code>
                <span className={styles.soft}>{nameOf(network, one)}</span>
              </th>
              <td>
                {one.addresses.join(", ")}
                {one.publicAddress !== undefined && (
                  <span className={styles.soft}>public {one.publicAddress}</span>
                )}
              </td>
              <td>{one.groups.join(", ")}</td>
              <td>
                {subnet.id}
                <span className={styles.soft}>{subnet.cidrs.join(", ")}</span>
              </td>
              <td>{acl}</td>
              <td>{table}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const nameOf = (network: Network, one: NetworkInterface): string =>
  one.name ?? network.instances.find(({ id }) => id === one.instance)?.name ?? "";

type Place = { id: string; vpc: string };

/** The ACL and the route table of a subnet, the VPC's own where it names none. */
function guards(network: Network, { id, vpc }: Place) {
  const acls = network.networkAcls.filter((one) => one.vpc === vpc);
  const acl = acls.find((one) => one.subnets.includes(id)) ?? acls.find((one) => one.default);
  const tables = network.routeTables.filter((one) => one.vpc === vpc && one.gateway === undefined);
  const table = tables.find((one) => one.subnets.includes(id)) ?? tables.find((one) => one.main);
  return { acl: acl?.id ?? "default: allows all", table: table?.id ?? "main: local alone" };
}
