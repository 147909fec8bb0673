import type { Network } from "../network.ts";
import { group, routesOf, type Edit } from "./case.ts";

const all = ["all any 0.0.0.0/0", "all any ::/0"];

const one = (name: string, subnet: string, rest: object = {}) => ({
  id: `eni-${name}`,
  instance: `i-${name}`,
  subnet: `subnet-${subnet}`,
  addresses: [] as string[],
  groups: [`sg-${name}`],
  ...rest,
});

/**
 * A shop with public, application and data subnets, dual-stack; a payment VPC that is peered with it, and an archive
 * that is peered with the payment VPC alone.
 */
export const shop: Network = {
  region: "eu-west-1",
  vpcs: [
    { id: "vpc-shop", cidrs: ["10.0.0.0/16", "2001:db8:1::/56"] },
    { id: "vpc-pay", cidrs: ["10.1.0.0/16"] },
    { id: "vpc-archive", cidrs: ["10.2.0.0/16"] },
  ],
  subnets: [
    { id: "subnet-public", vpc: "vpc-shop", cidrs: ["10.0.0.0/24", "2001:db8:1::/64"] },
    { id: "subnet-app", vpc: "vpc-shop", cidrs: ["10.0.1.0/24", "2001:db8:1:1::/64"] },
    { id: "subnet-fw", vpc: "vpc-shop", cidrs: ["10.0.2.0/24"] },
    { id: "subnet-data", vpc: "vpc-shop", cidrs: ["10.0.3.0/24"] },
    { id: "subnet-pay", vpc: "vpc-pay", cidrs: ["10.1.0.0/24"] },
    { id: "subnet-archive", vpc: "vpc-archive", cidrs: ["10.2.0.0/24"] },
  ],
  interfaces: [
    one("web", "public", {
      addresses: ["10.0.0.10", "2001:db8:1::10"],
      publicAddress: "198.51.100.10",
    }),
    one("app", "app", { addresses: ["10.0.1.10", "2001:db8:1:1::10"] }),
    one("batch", "app", { addresses: ["10.0.1.11"], groups: ["sg-app"] }),
    one("db", "data", { addresses: ["10.0.3.10"] }),
    one("pay", "pay", { addresses: ["10.1.0.10"] }),
    one("archive", "archive", { addresses: ["10.2.0.10"], groups: ["sg-archive"] }),
    one("fw", "fw", { addresses: ["10.0.2.10"], sourceDestCheck: false }),
  ],
  instances: [
    ...["i-web", "i-app", "i-batch", "i-db", "i-pay", "i-archive"].map((id) => ({ id })),
    { id: "i-fw", forwards: "plain" },
  ],
  securityGroups: [
    group("sg-web vpc-shop", ["tcp 443 0.0.0.0/0", "tcp 443 ::/0"], all),
    group("sg-app vpc-shop", ["tcp 8080 sg-web"], all),
    group("sg-db vpc-shop", ["tcp 5432 sg-app"], []),
    group("sg-pay vpc-pay", ["tcp 8443 10.0.1.0/24"], all),
    group("sg-archive vpc-archive", ["all any 10.0.0.0/8"], all),
    group("sg-fw vpc-shop", ["all any 0.0.0.0/0"], all),
  ],
  networkAcls: [],
  routeTables: [
    {
      id: "rtb-public",
      vpc: "vpc-shop",
      subnets: ["subnet-public"],
      routes: routesOf(["0.0.0.0/0 igw-shop", "::/0 igw-shop"]),
    },
    {
      id: "rtb-private",
      vpc: "vpc-shop",
      main: true,
      subnets: [],
      routes: routesOf(["0.0.0.0/0 nat-shop", "::/0 eigw-shop", "10.1.0.0/16 pcx-pay"]),
    },
    {
      id: "rtb-pay",
      vpc: "vpc-pay",
      main: true,
      subnets: [],
      routes: routesOf(["10.0.0.0/16 pcx-pay", "10.2.0.0/16 pcx-archive"]),
    },
    {
      id: "rtb-archive",
      vpc: "vpc-archive",
      main: true,
      subnets: [],
      routes: routesOf(["10.0.0.0/15 pcx-archive"]),
    },
  ],
  internetGateways: [{ id: "igw-shop", vpc: "vpc-shop" }],
  egressOnlyGateways: [{ id: "eigw-shop", vpc: "vpc-shop" }],
  natGateways: [
    { id: "nat-shop", subnet: "subnet-public", address: "10.0.0.5", publicAddress: "198.51.100.5" },
  ],
  peerings: [
    { id: "pcx-pay", requester: "vpc-shop", accepter: "vpc-pay" },
    { id: "pcx-archive", requester: "vpc-pay", accepter: "vpc-archive" },
  ],
  endpoints: [],
  prefixLists: [
    {
      id: "pl-s3",
      name: "com.amazonaws.eu-west-1.s3",
      cidrs: ["3.5.64.0/21", "52.218.0.0/17"],
    },
    { id: "pl-offices", name: "offices", cidrs: ["192.0.2.0/24", "2001:db8:f::/48"] },
  ],
};

export const edited = (edits: readonly Edit[]): Network =>
  edits.reduce((network, edit) => edit(network), shop);
