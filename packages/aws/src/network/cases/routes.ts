import { add, pages, routes, type Case } from "./case.ts";

const { routes: tables, subnetRoutes, priority, vpnPriority, lists } = pages;

export const cases: Case[] = [
  ["local, within the VPC", tables, [], "i-batch > i-db tcp 5432", "yes"],
  ["no route", tables, [routes("rtb-private")], "i-app > i-pay tcp 8443", "rtb-private/none"],
  [
    "a route of the main table counts where no other is named",
    subnetRoutes,
    [],
    "i-app > internet tcp 443",
    "yes",
  ],
  [
    "a table of the subnet's own takes the main one's place",
    subnetRoutes,
    [
      add({
        routeTables: [{ id: "rtb-app", vpc: "vpc-shop", subnets: ["subnet-app"], routes: [] }],
      }),
    ],
    "i-app > internet tcp 443",
    "rtb-app/none",
  ],
  [
    "the most specific route",
    priority,
    [routes("rtb-private", "0.0.0.0/0 nat-shop", "203.0.113.0/24 blackhole")],
    "i-app > 203.0.113.9 tcp 443",
    "rtb-private/203.0.113.0/24",
  ],
  [
    "IPv4's default route says nothing of IPv6",
    priority,
    [routes("rtb-private", "0.0.0.0/0 nat-shop")],
    "i-app > internet tcp 443",
    "rtb-private/none",
    { family: 6 },
  ],
  [
    "a static route before a propagated one",
    priority,
    [routes("rtb-public", "0.0.0.0/0 vgw-office propagated", "0.0.0.0/0 igw-shop")],
    "i-web > internet tcp 443",
    "yes",
  ],
  [
    "a propagated route that is more specific",
    priority,
    [routes("rtb-public", "0.0.0.0/0 igw-shop", "203.0.113.0/24 vgw-office propagated")],
    "i-web > 203.0.113.9 tcp 443",
    "vgw-office",
  ],
  [
    "within the VPC local comes before a propagated route",
    vpnPriority,
    [routes("rtb-private", "10.0.3.0/24 vgw-office propagated")],
    "i-app > i-db tcp 5432",
    "yes",
  ],
  [
    "a route to a CIDR before one to a prefix list",
    priority,
    [routes("rtb-public", "0.0.0.0/0 igw-shop", "pl-offices blackhole", "192.0.2.0/24 igw-shop")],
    "i-web > 192.0.2.9 tcp 443",
    "yes",
  ],
  [
    "a route to a prefix list before a propagated one",
    priority,
    [routes("rtb-public", "pl-offices igw-shop", "192.0.2.0/24 vgw-office propagated")],
    "i-web > 192.0.2.9 tcp 443",
    "yes",
  ],
  [
    "a route to a prefix list",
    lists,
    [routes("rtb-public", "0.0.0.0/0 igw-shop", "pl-offices blackhole")],
    "i-web > 192.0.2.9 tcp 443",
    "rtb-public/pl-offices",
  ],
];
