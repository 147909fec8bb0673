import { lookUp } from "../kinds.ts";
import { ec2Operations } from "../operations.ts";
import type { View } from "../state.ts";
import { tagsOf } from "../tags-of.ts";
import { listed } from "./list.ts";
import { groupsNamed } from "./places.ts";

type Endpoint = View["state"]["network"]["endpoints"][number];

/** https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html#default-endpoint-policy */
const fullAccess = JSON.stringify({
  Version: "2008-10-17",
  Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }],
});

const types = {
  gateway: "Gateway",
  interface: "Interface",
  "gateway-load-balancer": "GatewayLoadBalancer",
} as const;

/** Tables in which a route leads to it. */
export const tablesOf = ({ state }: View, id: string): string[] =>
  state.network.routeTables
    .filter(({ routes }) => routes.some(({ via }) => via === id))
    .map((table) => table.id);

export function writtenEndpoint(one: Endpoint, view: View): Record<string, unknown> {
  const { state, account, region } = view;
  const detail = state.endpoints.get(one.id);
  const interfaces = (one.interfaces ?? []).flatMap(
    (id) => lookUp(state, "network-interface", id) ?? [],
  );
  const groups = [...new Set(interfaces.flatMap((own) => own.groups))];
  const name = one.service.split(".").at(-1);
  return {
    VpcEndpointId: one.id,
    VpcEndpointType: types[one.type],
    VpcId: one.vpc,
    ServiceName: one.service,
    ServiceRegion: region,
    State: "available",
    PolicyDocument:
      one.type === "gateway-load-balancer" ? undefined : (detail?.policy?.text ?? fullAccess),
    RouteTableIds: one.type === "gateway" ? tablesOf(view, one.id) : [],
    SubnetIds: [...interfaces.map(({ subnet }) => subnet), ...(one.subnet ? [one.subnet] : [])],
    Groups: groupsNamed(view, groups),
    IpAddressType: "ipv4",
    PrivateDnsEnabled: one.privateDns ?? false,
    DnsOptions: {
      DnsRecordIpType: "ipv4",
      PrivateDnsOnlyForInboundResolverEndpoint: one.privateDnsOnlyInbound,
    },
    DnsEntries:
      one.type === "interface"
        ? [{ DnsName: `${one.id}.${name}.${region}.vpce.amazonaws.com` }]
        : [],
    NetworkInterfaceIds: one.interfaces ?? [],
    RequesterManaged: false,
    CreationTimestamp: detail?.createdMs,
    OwnerId: account.id,
    Tags: tagsOf(view, one.id),
  };
}

export const endpointReads = ec2Operations({
  DescribeVpcEndpoints: listed("vpc-endpoint", "VpcEndpointIds", {
    member: "VpcEndpoints",
    filters: {
      "vpc-endpoint-id": ({ id }) => [id],
      "vpc-endpoint-type": ({ type }) => [types[type]],
      "vpc-id": ({ vpc }) => [vpc],
      "service-name": ({ service }) => [service],
      "vpc-endpoint-state": () => ["available"],
    },
    written: writtenEndpoint,
  }),
});
