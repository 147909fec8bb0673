import { rangeOf } from "../conditions/ip.ts";
import { peerOf } from "./compile/rules.ts";
import { spanOf } from "./compile/spans.ts";
import type { Network } from "./network.ts";

/** What a network names and does not hold, or says in a form that means nothing: such a part lets nothing through. */
export function noticesOf(network: Network): string[] {
  return [...placeNotices(network), ...ruleNotices(network), ...routeNotices(network)];
}

const ids = (list: readonly { id: string }[]): Set<string> => new Set(list.map(({ id }) => id));

function placeNotices(network: Network): string[] {
  const vpcs = ids(network.vpcs);
  const subnets = ids(network.subnets);
  const groups = ids(network.securityGroups);
  const unknown = (at: string, name: string | undefined, known: Set<string>) =>
    name === undefined || known.has(name) ? [] : [`${at} names ${name}, which is not there.`];
  const inVpcs = [
    ...network.subnets,
    ...network.securityGroups,
    ...network.networkAcls,
    ...network.routeTables,
    ...network.internetGateways,
    ...network.egressOnlyGateways,
    ...network.endpoints,
  ];
  return [
    ...inVpcs.flatMap(({ id, vpc }) => unknown(id, vpc, vpcs)),
    ...[...network.interfaces, ...network.natGateways].flatMap(({ id, subnet }) =>
      unknown(id, subnet, subnets),
    ),
    ...network.interfaces.flatMap(({ id, groups: own }) =>
      own.flatMap((group) => unknown(id, group, groups)),
    ),
    ...network.peerings.flatMap(({ id, requester, accepter }) => [
      ...unknown(id, requester, vpcs),
      ...unknown(id, accepter, vpcs),
    ]),
    ...[...network.networkAcls, ...network.routeTables].flatMap(({ id, subnets: own }) =>
      own.flatMap((subnet) => unknown(id, subnet, subnets)),
    ),
  ];
}

function ruleNotices(network: Network): string[] {
  const named = new Set([...ids(network.securityGroups), ...ids(network.prefixLists)]);
  const sides = [
    ...network.securityGroups.map((one) => ({ one, lists: true })),
    ...network.networkAcls.map((one) => ({ one, lists: false })),
  ];
  return sides.flatMap(({ one, lists }) =>
    [...one.ingress, ...one.egress].flatMap((rule) => {
      const peer = peerOf(rule);
      const known = rangeOf(peer) !== null || (lists && named.has(peer));
      const what = lists ? "a CIDR, group or prefix list that is there" : "a CIDR";
      return [
        ...(known ? [] : [`${one.id} names ${peer}, which is not ${what}.`]),
        ...(rule.ports === undefined || spanOf(rule.ports)
          ? []
          : [`${one.id} has the ports ${rule.ports}, which are none.`]),
      ];
    }),
  );
}

function routeNotices(network: Network): string[] {
  const lists = ids(network.prefixLists);
  const targets = new Set([
    "local",
    "blackhole",
    ...ids(network.internetGateways),
    ...ids(network.egressOnlyGateways),
    ...ids(network.natGateways),
    ...ids(network.peerings),
    ...ids(network.endpoints),
    ...ids(network.interfaces),
    ...network.interfaces.flatMap(({ instance }) => instance ?? []),
  ]);
  return network.routeTables.flatMap(({ id, routes }) =>
    routes.flatMap(({ to, via }) => [
      ...(rangeOf(to) || lists.has(to) ? [] : [`${id} routes to ${to}, which is not there.`]),
      ...(targets.has(via) ? [] : [`${id} routes by ${via}, which is not there.`]),
    ]),
  );
}
