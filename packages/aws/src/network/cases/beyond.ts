import type { Endpoint } from "../network.ts";
import { acl, add, group, lets, pages, routes, set, type Case } from "./case.ts";

const { peering, peeringRoutes, gatewayEndpoint, s3Endpoint, interfaceEndpoint, privateDns, nat } =
  pages;
const s3 = "com.amazonaws.eu-west-1.s3";
const secrets = "com.amazonaws.eu-west-1.secretsmanager";
const gateway = add({
  endpoints: [{ id: "vpce-s3", vpc: "vpc-shop", type: "gateway", service: s3 }],
});
const withRoute = routes("rtb-private", "pl-s3 vpce-s3");

/** An interface endpoint in the data subnet, whose group lets 443 in from the application subnet. */
const interfaceOf = (rest: Partial<Endpoint> = {}, into = "tcp 443 sg-app") =>
  add({
    endpoints: [
      {
        id: "vpce-secrets",
        vpc: "vpc-shop",
        type: "interface",
        service: secrets,
        interfaces: ["eni-secrets"],
        privateDns: true,
        ...rest,
      },
    ],
    interfaces: [
      {
        id: "eni-secrets",
        subnet: "subnet-data",
        addresses: ["10.0.3.20"],
        groups: ["sg-secrets"],
      },
    ],
    securityGroups: [group("sg-secrets vpc-shop", [into], [])],
  });

export const cases: Case[] = [
  ["across a peering", peering, [], "i-app > i-pay tcp 8443", "yes"],
  [
    "a route is wanted on this side",
    peeringRoutes,
    [routes("rtb-private", "0.0.0.0/0 nat-shop")],
    "i-app > i-pay tcp 8443",
    "igw-shop",
  ],
  [
    "and on the other, for the answer",
    peeringRoutes,
    [routes("rtb-pay")],
    "i-app > i-pay tcp 8443",
    "back rtb-pay/none",
  ],
  [
    "a route back for another part of the VPC alone",
    peeringRoutes,
    [routes("rtb-pay", "10.0.3.0/24 pcx-pay")],
    "i-app > i-pay tcp 8443",
    "back rtb-pay/none",
  ],
  [
    "a peering that nobody accepted",
    peering,
    [set("peerings", "pcx-pay", { state: "pending-acceptance" })],
    "i-app > i-pay tcp 8443",
    "pcx-pay",
  ],
  [
    "a peering that was deleted",
    peering,
    [set("peerings", "pcx-pay", { state: "deleted" })],
    "i-app > i-pay tcp 8443",
    "pcx-pay",
  ],
  [
    "no transit to a VPC behind it",
    peering,
    [routes("rtb-private", "10.1.0.0/16 pcx-pay", "10.2.0.0/16 pcx-pay")],
    "i-app > i-archive tcp 443",
    "pcx-pay",
  ],
  [
    "no way to the peer's internet gateway",
    peering,
    [routes("rtb-pay", "10.0.0.0/16 pcx-pay", "0.0.0.0/0 pcx-pay")],
    "i-pay > internet tcp 443",
    "pcx-pay",
  ],
  [
    "no way to the peer's gateway endpoint",
    peering,
    [gateway, withRoute, routes("rtb-pay", "pl-s3 pcx-pay")],
    `i-pay > ${s3} tcp 443`,
    "pcx-pay",
  ],
  [
    "the ACL of the other side sees addresses of this one",
    peering,
    [acl("pay", { in: ["100 allow tcp 8443 10.1.0.0/16"] })],
    "i-app > i-pay tcp 8443",
    "acl-pay/in/*",
  ],
  [
    "the ACL of the other side, for the answer",
    peering,
    [acl("pay", { out: ["100 allow tcp 1024-65535 10.1.0.0/16"] })],
    "i-app > i-pay tcp 8443",
    "back acl-pay/out/*",
  ],
  [
    "without an endpoint S3 is reached by the NAT gateway",
    gatewayEndpoint,
    [],
    `i-app > ${s3} tcp 443`,
    "yes",
  ],
  [
    "without endpoint and NAT gateway it is not",
    gatewayEndpoint,
    [routes("rtb-private")],
    `i-app > ${s3} tcp 443`,
    "rtb-private/none",
  ],
  [
    "an endpoint of which no route knows",
    s3Endpoint,
    [gateway, routes("rtb-private")],
    `i-app > ${s3} tcp 443`,
    "rtb-private/none",
  ],
  ["by a gateway endpoint", s3Endpoint, [gateway, withRoute], `i-app > ${s3} tcp 443`, "yes"],
  [
    "the group has to let it out, which a rule with the prefix list does",
    s3Endpoint,
    [gateway, withRoute, lets("sg-app", "out", "tcp 443 pl-s3")],
    `i-app > ${s3} tcp 443`,
    "yes",
  ],
  [
    "a group that only knows the VPC",
    s3Endpoint,
    [gateway, withRoute, lets("sg-app", "out", "tcp 443 10.0.0.0/16")],
    `i-app > ${s3} tcp 443`,
    "sg-app/out/none",
  ],
  [
    "the ACL sees the service's addresses, on the way back",
    s3Endpoint,
    [gateway, withRoute, acl("app", { in: ["100 allow tcp 1024-65535 10.0.0.0/16"] })],
    `i-app > ${s3} tcp 443`,
    "back acl-app/in/*",
  ],
  [
    "a gateway endpoint leads to no other service",
    gatewayEndpoint,
    [gateway, withRoute],
    `i-app > ${secrets} tcp 443`,
    "rtb-private/none",
  ],
  [
    "a gateway endpoint is of one region",
    gatewayEndpoint,
    [
      gateway,
      withRoute,
      add({
        prefixLists: [
          { id: "pl-s3-us", name: "com.amazonaws.us-east-1.s3", cidrs: ["52.216.0.0/15"] },
        ],
      }),
    ],
    "i-app > com.amazonaws.us-east-1.s3 tcp 443",
    "rtb-private/none",
  ],
  [
    "by an interface endpoint, under the service's own name",
    privateDns,
    [interfaceOf(), routes("rtb-private")],
    `i-app > ${secrets} tcp 443`,
    "yes",
  ],
  [
    "its group has to let it in",
    interfaceEndpoint,
    [interfaceOf({}, "tcp 443 sg-web"), routes("rtb-private")],
    `i-app > ${secrets} tcp 443`,
    "sg-secrets/in/none",
  ],
  [
    "without private DNS the name leads outside",
    privateDns,
    [interfaceOf({ privateDns: false }), routes("rtb-private")],
    `i-app > ${secrets} tcp 443`,
    "rtb-private/none",
  ],
  [
    "private DNS wants the VPC's own DNS",
    privateDns,
    [interfaceOf(), routes("rtb-private"), set("vpcs", "vpc-shop", { dns: false })],
    `i-app > ${secrets} tcp 443`,
    "rtb-private/none",
  ],
  [
    "from a peered VPC by the endpoint's address",
    interfaceEndpoint,
    [interfaceOf({}, "tcp 443 10.1.0.0/16")],
    "i-pay > vpce-secrets tcp 443",
    "yes",
  ],
  [
    "a NAT gateway is not there for a peered VPC",
    nat,
    [routes("rtb-pay", "0.0.0.0/0 nat-shop")],
    "i-pay > internet tcp 443",
    "nat-shop",
  ],
];
