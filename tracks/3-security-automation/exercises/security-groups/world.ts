import { randomFrom } from "@loopwright/core";

import type { Plan } from "../exercise.ts";
import {
  anywhere,
  anywhere6,
  listShapes,
  lists,
  plainShapes,
  wideShapes,
  type Shape,
} from "./groups.ts";

export const account = "703318264490";
const home = "eu-west-1";
/** Where nothing may be asked, and where interfaces may not. */
export const sealedRegions = { all: "sa-east-1", interfaces: "ap-south-1" };
const regionNames = [home, "us-east-1", sealedRegions.interfaces, sealedRegions.all];

/** How an interface stands in the world. */
const standings = [
  { public: true, v6: false },
  { public: false, v6: false },
  null,
  { public: false, v6: true },
  { public: true, v6: true },
] as const;
type Standing = (typeof standings)[number];

export type Group = { id: string; shape: Shape; standing: Standing };
export type Region = { region: string; groups: Group[] };

/** Groups of every shape and standing; the home region has as many as asked for. */
export function regionsOf({ seed, size, traits }: Plan): Region[] {
  const random = randomFrom(seed);
  const shapes = [
    ...(traits.includes("lists") ? listShapes : []),
    ...(traits.includes("wide") ? wideShapes : []),
    ...plainShapes(random),
  ];
  return regionNames.map((region, at) => {
    const count = at === 0 ? size : Math.min(size, 2 * at + 5);
    const first = Math.floor(random() * standings.length);
    const groups = Array.from({ length: count }, (_, index): Group => {
      const turn = Math.floor(index / shapes.length);
      return {
        id: `sg-0${hex(random, 16)}`,
        shape: shapes[(index + at * 3) % shapes.length]!,
        standing: standings[(index * 3 + turn + first) % standings.length]!,
      };
    });
    return { region, groups };
  });
}

const hex = (random: () => number, length: number): string =>
  Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join("");

function networkOf({ region, groups }: Region): object {
  const open = groups.find(({ shape }) => shape.opens.length > 0)?.id ?? groups[0]!.id;
  const shut = groups.find(({ shape }) => shape.opens.length === 0)?.id;
  const placed = groups.filter(({ standing }) => standing !== null);
  return {
    vpcs: [{ id: "vpc-games", name: "games", cidrs: ["10.20.0.0/16", "2001:db8:20::/56"] }],
    subnets: [
      { id: "subnet-front", vpc: "vpc-games", cidrs: ["10.20.0.0/20", "2001:db8:20:1::/64"] },
    ],
    internetGateways: [{ id: "igw-games", vpc: "vpc-games" }],
    routeTables: [
      {
        id: "rtb-games",
        vpc: "vpc-games",
        main: true,
        routes: [
          { to: anywhere, via: "igw-games" },
          { to: anywhere6, via: "igw-games" },
        ],
      },
    ],
    prefixLists: prefixListsOf(region),
    instances: placed.flatMap((_, index) =>
      isService(index) ? [] : [{ id: `i-${index}`, name: `host-${index}` }],
    ),
    interfaces: placed.flatMap((group, index) => interfacesOf(group, { index, shut })),
    securityGroups: groups.map(({ id, shape }, index) => ({
      id,
      name: `${shape.name}-${index}`,
      vpc: "vpc-games",
      ingress: shape.ingress.map((rule) => ({
        ...rule,
        from: rule.from === "$self" ? id : rule.from === "$open" ? open : rule.from,
      })),
      egress: [{ protocol: "all", to: anywhere }],
    })),
  };
}

/** Load balancers and databases have interfaces as well, and no instance. */
const isService = (index: number): boolean => index % 4 === 1;

/** Some stand behind a group that opens nothing, and some groups have a second interface that nobody reaches. */
function interfacesOf(
  { id, standing }: Group,
  { index, shut }: { index: number; shut: string | undefined },
): object[] {
  const address = (from: number) => `10.20.${from + Math.floor(index / 200)}.${10 + (index % 200)}`;
  const own = {
    id: `eni-${index}`,
    subnet: "subnet-front",
    ...(!isService(index) && { instance: `i-${index}` }),
    addresses: [
      address(1),
      ...(standing!.v6 ? [`2001:db8:20:1::${(index + 16).toString(16)}`] : []),
    ],
    ...(standing!.public && { publicAddress: `203.0.113.${1 + (index % 250)}` }),
    groups: index % 3 === 0 && shut !== undefined && shut !== id ? [shut, id] : [id],
  };
  const inside = {
    id: `eni-${index}-inside`,
    subnet: "subnet-front",
    addresses: [address(8)],
    groups: [id],
  };
  return index % 3 === 2 ? [own, inside] : [own];
}

/** Somebody has added everybody to the partners, far down. */
function prefixListsOf(region: string): object[] {
  const partners = Array.from({ length: 130 }, (_, index) =>
    index === 117 ? anywhere : `198.51.100.${index}/32`,
  );
  return [
    { id: lists.offices, name: "offices", cidrs: ["198.51.100.0/25", "192.0.2.64/26"] },
    { id: lists.partners, name: "partners", cidrs: partners },
    { id: lists.players, name: "players", cidrs: ["2001:db8:77::/48", anywhere6] },
    { id: lists.storage, name: `com.amazonaws.${region}.s3`, cidrs: ["192.0.2.0/26"] },
  ];
}

/** The account, with the role that the script runs as: it could do more than it should. */
export const declared = (plan: Plan): object => ({
  format: 1,
  now: "2026-05-11T06:00:00Z",
  accounts: [
    {
      id: account,
      name: "games-live",
      iam: {
        roles: [
          {
            name: "port-watch",
            trust: statements({
              Effect: "Allow",
              Principal: { Service: "lambda.amazonaws.com" },
              Action: "sts:AssumeRole",
            }),
            inline: {
              work: statements({ Effect: "Allow", Action: "ec2:*", Resource: "*" }),
              ...(plan.traits.includes("sealed") && { sealed }),
            },
          },
        ],
      },
      regions: Object.fromEntries(
        regionsOf(plan).map((one) => [one.region, { ec2: { network: networkOf(one) } }]),
      ),
    },
  ],
  throttles: plan.traits.includes("throttled")
    ? [{ call: "ec2:DescribeSecurityGroups", after: 6, seconds: 25 }]
    : [],
  start: `arn:aws:iam::${account}:role/port-watch`,
});

const statements = (...Statement: object[]) => ({ Version: "2012-10-17", Statement });
const denied = (Action: string, region: string) => ({
  Effect: "Deny",
  Action,
  Resource: "*",
  Condition: { StringEquals: { "aws:RequestedRegion": region } },
});
const sealed = statements(
  denied("ec2:*", sealedRegions.all),
  denied("ec2:DescribeNetworkInterfaces", sealedRegions.interfaces),
);
