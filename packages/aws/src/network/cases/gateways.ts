import { add, lets, pages, routes, routesOf, set, type Case } from "./case.ts";

const { routes: tables, subnetRoutes, gatewayRoutes, middlebox, igw, eigw } = pages;
const { nat, natGateways, natInstance } = pages;
const edge = (...texts: string[]) =>
  add({
    routeTables: [
      {
        id: "rtb-edge",
        vpc: "vpc-shop",
        subnets: [],
        gateway: "igw-shop",
        routes: routesOf(texts),
      },
    ],
  });
const natInstanceAt = set("instances", "i-fw", { forwards: "nat" });
const inspect = add({
  endpoints: [
    {
      id: "vpce-fw",
      vpc: "vpc-shop",
      type: "gateway-load-balancer",
      service: "firewall",
      subnet: "subnet-fw",
    },
  ],
});

export const cases: Case[] = [
  [
    "out by the internet gateway, with a public address",
    igw,
    [],
    "i-web > internet tcp 443",
    "yes",
  ],
  [
    "without a public address",
    igw,
    [set("interfaces", "eni-web", { publicAddress: undefined })],
    "i-web > internet tcp 443",
    "igw-shop",
  ],
  [
    "from outside without a public address",
    igw,
    [set("interfaces", "eni-web", { publicAddress: undefined })],
    "internet > i-web tcp 443",
    "i-web",
  ],
  ["IPv6 addresses are public already", igw, [], "internet > i-web tcp 443", "yes", { family: 6 }],
  [
    "an internet gateway that is not attached",
    igw,
    [set("internetGateways", "igw-shop", { vpc: undefined })],
    "i-web > internet tcp 443",
    "igw-shop",
  ],
  [
    "a public address in a subnet that has no way back to the internet gateway",
    subnetRoutes,
    [routes("rtb-public")],
    "internet > i-web tcp 443",
    "back rtb-public/none",
  ],
  [
    "a public address whose answers go to the NAT gateway",
    nat,
    [
      set("interfaces", "eni-app", { publicAddress: "198.51.100.11" }),
      lets("sg-app", "in", "tcp 443 0.0.0.0/0"),
    ],
    "internet > i-app tcp 443",
    "back nat-shop",
  ],
  ["out by an egress-only gateway", eigw, [], "i-app > internet tcp 443", "yes", { family: 6 }],
  [
    "in by an egress-only gateway",
    eigw,
    [lets("sg-app", "in", "tcp 443 ::/0")],
    "internet > i-app tcp 443",
    "back eigw-shop",
    { family: 6 },
  ],
  ["out by the NAT gateway", natGateways, [], "i-app > internet udp 123", "yes"],
  [
    "in by the NAT gateway's address",
    natGateways,
    [],
    "internet > 198.51.100.5 tcp 443",
    "nat-shop",
  ],
  [
    "a NAT gateway in a private subnet has no way out",
    natGateways,
    [set("natGateways", "nat-shop", { subnet: "subnet-fw", address: "10.0.2.5" })],
    "i-app > internet tcp 443",
    "nat-shop",
  ],
  [
    "what a private NAT gateway sends, the internet gateway drops",
    natGateways,
    [set("natGateways", "nat-shop", { connectivity: "private", publicAddress: undefined })],
    "i-app > internet tcp 443",
    "igw-shop",
  ],
  [
    "a NAT gateway that failed",
    natGateways,
    [set("natGateways", "nat-shop", { state: "failed" })],
    "i-app > internet tcp 443",
    "nat-shop",
  ],
  [
    "a NAT instance",
    natInstance,
    [
      natInstanceAt,
      set("interfaces", "eni-fw", {
        subnet: "subnet-public",
        addresses: ["10.0.0.20"],
        publicAddress: "198.51.100.20",
      }),
      routes("rtb-private", "0.0.0.0/0 i-fw"),
    ],
    "i-app > internet tcp 443",
    "yes",
  ],
  [
    "a NAT instance that still checks source and destination",
    natInstance,
    [
      natInstanceAt,
      set("interfaces", "eni-fw", {
        subnet: "subnet-public",
        addresses: ["10.0.0.20"],
        publicAddress: "198.51.100.20",
        sourceDestCheck: true,
      }),
      routes("rtb-private", "0.0.0.0/0 i-fw"),
    ],
    "i-app > internet tcp 443",
    "eni-fw",
  ],
  [
    "a NAT instance whose group lets nothing in",
    natInstance,
    [
      natInstanceAt,
      lets("sg-fw", "in"),
      set("interfaces", "eni-fw", {
        subnet: "subnet-public",
        addresses: ["10.0.0.20"],
        publicAddress: "198.51.100.20",
      }),
      routes("rtb-private", "0.0.0.0/0 i-fw"),
    ],
    "i-app > internet tcp 443",
    "sg-fw/in/none",
  ],
  [
    "within the VPC a more specific route leads through an appliance, there and back",
    middlebox,
    [
      lets("sg-app", "in", "tcp 8080 10.0.0.0/24"),
      routes("rtb-public", "10.0.1.0/24 eni-fw"),
      add({
        routeTables: [
          {
            id: "rtb-app",
            vpc: "vpc-shop",
            subnets: ["subnet-app"],
            routes: routesOf(["10.0.0.0/24 eni-fw"]),
          },
        ],
      }),
    ],
    "i-web > i-app tcp 8080",
    "yes",
  ],
  [
    "through an appliance on one of the two ways alone",
    gatewayRoutes,
    [lets("sg-app", "in", "tcp 8080 10.0.0.0/24"), routes("rtb-public", "10.0.1.0/24 eni-fw")],
    "i-web > i-app tcp 8080",
    "back eni-fw",
  ],
  [
    "behind an appliance a group that is named is not seen",
    pages.groupRules,
    [routes("rtb-public", "10.0.1.0/24 eni-fw")],
    "i-web > i-app tcp 8080",
    "sg-app/in/none",
  ],
  [
    "an appliance that is stopped",
    gatewayRoutes,
    [
      set("instances", "i-fw", { forwards: "plain", state: "stopped" }),
      routes("rtb-public", "10.0.1.0/24 eni-fw"),
    ],
    "i-web > i-app tcp 8080",
    "eni-fw",
  ],
  [
    "a gateway route table sends what comes in through inspection, and the subnet sends answers there",
    gatewayRoutes,
    [
      inspect,
      edge("10.0.0.0/24 vpce-fw"),
      routes("rtb-public", "0.0.0.0/0 vpce-fw"),
      add({
        routeTables: [
          {
            id: "rtb-fw",
            vpc: "vpc-shop",
            subnets: ["subnet-fw"],
            routes: routesOf(["0.0.0.0/0 igw-shop"]),
          },
        ],
      }),
    ],
    "internet > i-web tcp 443",
    "yes",
  ],
  [
    "inspected on the way in alone",
    gatewayRoutes,
    [
      inspect,
      edge("10.0.0.0/24 vpce-fw"),
      add({
        routeTables: [
          {
            id: "rtb-fw",
            vpc: "vpc-shop",
            subnets: ["subnet-fw"],
            routes: routesOf(["0.0.0.0/0 igw-shop"]),
          },
        ],
      }),
    ],
    "internet > i-web tcp 443",
    "back vpce-fw",
  ],
  [
    "an instance that is stopped",
    tables,
    [set("instances", "i-app", { state: "stopped" })],
    "i-web > i-app tcp 8080",
    "eni-app",
  ],
];
