import type { Network } from "@loopwright/aws/network";

import styles from "./estate.module.css";

type WaysProps = { network: Network; vpc: string };

/** What leads out of a VPC, and lists of ranges that rules name. */
export function Ways({ network, vpc }: WaysProps) {
  const ways = waysOf(network, vpc);
  if (ways.length === 0) return null;
  return (
    <dl className={styles.ways}>
      {ways.map(([id, words]) => (
        <div key={id}>
          <dt>
            <code>{id}</code>
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

function waysOf(network: Network, vpc: string): [id: string, words: string][] {
  const subnets = new Set(network.subnets.filter((one) => one.vpc === vpc).map(({ id }) => id));
  const own = <T extends { vpc?: string }>(list: readonly T[]) =>
    list.filter((one) => one.vpc === vpc);
  const named = JSON.stringify([own(network.securityGroups), own(network.routeTables)]);
  return [
    ...own(network.internetGateways).map(({ id }): [string, string] => [id, "internet gateway"]),
    ...own(network.egressOnlyGateways).map(({ id }): [string, string] => [
      id,
      "egress-only internet gateway",
    ]),
    ...network.natGateways
      .filter(({ subnet }) => subnets.has(subnet))
      .map(({ id, subnet, connectivity = "public", publicAddress }): [string, string] => [
        id,
        `${connectivity} NAT gateway in ${subnet}${publicAddress === undefined ? "" : `, ${publicAddress}`}`,
      ]),
    ...network.peerings
      .filter(({ requester, accepter }) => [requester, accepter].includes(vpc))
      .map(({ id, requester, accepter, state = "active" }): [string, string] => [
        id,
        `peering with ${requester === vpc ? accepter : requester}, ${state}`,
      ]),
    ...own(network.endpoints).map(
      ({ id, type, service, interfaces = [], privateDns }): [string, string] => {
        const at = interfaces.length > 0 ? ` at ${interfaces.join(", ")}` : "";
        return [id, `${type} endpoint of ${service}${at}${privateDns ? ", private DNS" : ""}`];
      },
    ),
    ...network.prefixLists
      .filter(({ id }) => named.includes(`"${id}"`))
      .map(({ id, name, cidrs }): [string, string] => [id, `${name}: ${cidrs.join(", ")}`]),
  ];
}
