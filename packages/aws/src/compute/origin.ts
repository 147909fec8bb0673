import type { Network } from "../network/network.ts";
import { reach } from "../network/reach.ts";
import { allViews } from "../services/ec2/state.ts";
import type { Origin } from "../world/origin.ts";
import type { World } from "../world/world.ts";
import { instanceAt } from "./credentials.ts";

/** The networks of all accounts and regions as one, so that peerings across accounts lead somewhere. */
export function worldNetwork(world: World, region: string): Network {
  const all = allViews(world).map(({ state }) => state.network);
  const joined = <K extends keyof Omit<Network, "region">>(list: K): Network[K] =>
    all.flatMap((one) => one[list] as unknown[]) as Network[K];
  return {
    region,
    vpcs: all.flatMap((one) => one.vpcs.map((vpc) => ({ region: one.region, ...vpc }))),
    subnets: joined("subnets"),
    interfaces: joined("interfaces"),
    instances: joined("instances"),
    securityGroups: joined("securityGroups"),
    networkAcls: joined("networkAcls"),
    routeTables: joined("routeTables"),
    internetGateways: joined("internetGateways"),
    egressOnlyGateways: joined("egressOnlyGateways"),
    natGateways: joined("natGateways"),
    peerings: joined("peerings"),
    endpoints: joined("endpoints"),
    prefixLists: joined("prefixLists"),
  };
}

/**
 * Where a call that an instance makes comes from: through an endpoint, whose policy then has a say, or out by a gateway
 * under a public address. Null where the packets of the call do not get there.
 */
export function originFrom(world: World, instanceId: string, service: string): Origin | null {
  const found = instanceAt(world, instanceId);
  if (found?.instance.state !== "running") return null;
  const { state, region } = found.view;
  const network = worldNetwork(world, region);
  const to = `com.amazonaws.${region}.${service}`;
  const { reachable, steps } = reach(network, { from: instanceId, to, port: 443 });
  if (!reachable) return null;
  const own = network.interfaces.find(({ instance }) => instance === instanceId);
  const passed = new Set(steps.filter(({ way }) => way === "out").map(({ at }) => at));
  const endpoint = network.endpoints.find(({ id, service: of }) => of === to && passed.has(id));
  if (endpoint) {
    const policy = state.endpoints.get(endpoint.id)?.policy?.compiled ?? null;
    const { id, vpc } = endpoint;
    return { sourceIp: own?.addresses[0] ?? "", endpoint: { id, vpc, policy } };
  }
  const nat = network.natGateways.find(({ id }) => passed.has(id));
  return { sourceIp: nat?.publicAddress ?? own?.publicAddress ?? "", endpoint: null };
}
