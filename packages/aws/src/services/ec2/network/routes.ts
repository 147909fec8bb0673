import type { Route } from "../../../network/network.ts";
import { refusal } from "../../../world/refusal.ts";
import { change } from "../edit.ts";
import { found, type Kind } from "../kinds.ts";
import { needOn } from "../keys.ts";
import { ec2Operations, required, type Ctx } from "../operations.ts";
import { canonical } from "../security/rules.ts";

function destinationIn({ state, input }: Ctx): string {
  const list = input.optional("DestinationPrefixListId");
  if (list !== null) return found(state, "prefix-list", list).id;
  const cidr = input.optional("DestinationCidrBlock") ?? input.optional("DestinationIpv6CidrBlock");
  if (cidr !== null) return canonical(cidr);
  const message =
    "The request must contain exactly one of destinationCidrBlock, destinationIpv6CidrBlock, destinationPrefixListId";
  throw refusal("MissingParameter", message);
}

const targets: readonly (readonly [member: string, kind: Kind])[] = [
  ["GatewayId", "internet-gateway"],
  ["NatGatewayId", "natgateway"],
  ["EgressOnlyInternetGatewayId", "egress-only-internet-gateway"],
  ["NetworkInterfaceId", "network-interface"],
  ["VpcPeeringConnectionId", "vpc-peering-connection"],
  ["VpcEndpointId", "vpc-endpoint"],
  ["InstanceId", "instance"],
];

function targetIn({ state, input }: Ctx): string {
  const given = targets.filter(([member]) => input.has(member));
  if (input.flag("LocalTarget") === true) return "local";
  if (given.length !== 1) {
    const message =
      "The request must contain exactly one of gatewayId, natGatewayId, networkInterfaceId, vpcPeeringConnectionId, egressOnlyInternetGatewayId, vpcEndpointId, instanceId";
    throw refusal("MissingParameter", message);
  }
  const [member, kind] = given[0]!;
  const id = input.text(member);
  return id === "local" ? id : found(state, kind, id).id;
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html#vpc-limits-route-tables */
const routesMax = 500;

const tableIn = (context: Ctx) =>
  found(context.state, "route-table", required(context, "RouteTableId"));

const put = (context: Ctx, routes: Route[]): void =>
  change(context.state, "routeTables", {
    id: tableIn(context).id,
    to: (table) => ({ ...table, routes }),
  });

const onTable = (context: Ctx) => [
  needOn(context, ["route-table", required(context, "RouteTableId")]),
];

const noRoute = (to: string, table: string) =>
  refusal(
    "InvalidRoute.NotFound",
    `no route with destination-cidr-block ${to} in route table ${table}`,
  );

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html */
export const routeOperations = ec2Operations({
  CreateRoute: {
    readOnly: false,
    needs: onTable,
    run: (context) => {
      const { id, routes } = tableIn(context);
      const to = destinationIn(context);
      const via = targetIn(context);
      const known = routes.find((one) => one.to === to && !one.propagated);
      // The same route once more changes nothing; another way to the same destination is refused.
      if (known && known.via !== via)
        throw refusal("RouteAlreadyExists", `The route identified by ${to} already exists.`);
      if (context.state.network.vpcs.some(({ cidrs }) => cidrs.includes(to)) && via === "local")
        throw refusal("InvalidParameterValue", `The route of ${id} to ${to} is there already.`);
      if (routes.length >= routesMax)
        throw refusal("RouteLimitExceeded", "The maximum number of routes has been reached.");
      if (!known) put(context, [...routes, { to, via }]);
      return { Return: true };
    },
  },
  ReplaceRoute: {
    readOnly: false,
    needs: onTable,
    run: (context) => {
      const { id, routes } = tableIn(context);
      const to = destinationIn(context);
      const via = targetIn(context);
      if (routes.every((one) => one.to !== to || one.propagated)) throw noRoute(to, id);
      put(
        context,
        routes.map((one) => (one.to === to && !one.propagated ? { to, via } : one)),
      );
    },
  },
  DeleteRoute: {
    readOnly: false,
    needs: onTable,
    run: (context) => {
      const { id, routes } = tableIn(context);
      const to = destinationIn(context);
      const kept = routes.filter((one) => one.to !== to || one.propagated);
      if (kept.length === routes.length) throw noRoute(to, id);
      put(context, kept);
    },
  },
});
