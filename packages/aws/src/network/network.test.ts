import { describe, expect, test } from "vitest";

import { add, lets, questionOf, routes, set } from "./cases/case.ts";
import { edited, shop } from "./cases/shop.ts";
import { networkDeclaration } from "./declaration.ts";
import { explainReach } from "./explain.ts";
import { exposed } from "./exposed.ts";
import type { Network } from "./network.ts";
import { noticesOf } from "./notices.ts";
import { reach } from "./reach.ts";
import { rulesOf } from "./rules/list.ts";
import { essentialRules, withoutRule } from "./rules/without.ts";

const stops = (network: Network, asked: string) => reach(network, questionOf(asked)).decidedBy;

describe("what is not there, or not sound", () => {
  test.each([
    ["an unknown instance", [], "i-nobody > i-app tcp 1", "i-nobody", null],
    ["a target that is no id", [], "i-app > __proto__ tcp 1", "__proto__", null],
    ["a private address of nobody", [], "i-app > 10.0.9.9 tcp 1", "vpc-shop", null],
    [
      "a public address of nobody from outside",
      [],
      "internet > 198.51.100.77 tcp 1",
      "198.51.100.77",
      null,
    ],
    [
      "a route to nothing",
      [routes("rtb-private", "0.0.0.0/0 nat-gone")],
      "i-app > internet tcp 443",
      "nat-gone",
      "rtb-private routes by nat-gone, which is not there.",
    ],
    [
      "a group that is not there",
      [set("interfaces", "eni-app", { groups: ["sg-gone"] })],
      "i-web > i-app tcp 8080",
      "eni-app/in/none",
      "eni-app names sg-gone, which is not there.",
    ],
    [
      "an interface without its subnet",
      [set("interfaces", "eni-app", { subnet: "subnet-gone" })],
      "i-web > i-app tcp 8080",
      "i-app",
      "eni-app names subnet-gone, which is not there.",
    ],
    [
      "a rule that names no address",
      [lets("sg-app", "in", "tcp 8080 10.0.0.0/33")],
      "i-web > i-app tcp 8080",
      "sg-app/in/none",
      "sg-app names 10.0.0.0/33, which is not a CIDR, group or prefix list that is there.",
    ],
    [
      "a rule with ports upside down",
      [lets("sg-app", "in", "tcp 9000-8000 0.0.0.0/0")],
      "i-web > i-app tcp 8080",
      "sg-app/in/none",
      "sg-app has the ports 9000-8000, which are none.",
    ],
    [
      "a peer that is not there",
      [set("peerings", "pcx-pay", { accepter: "vpc-gone" })],
      "i-app > i-pay tcp 8443",
      "pcx-pay",
      "pcx-pay names vpc-gone, which is not there.",
    ],
  ] as const)("%s", (_name, edits, asked, rule, notice) => {
    const network = edited(edits);
    expect(stops(network, asked)?.rule).toBe(rule);
    expect(noticesOf(network)).toEqual(notice === null ? [] : expect.arrayContaining([notice]));
  });

  test("routes in a circle end", () => {
    const second = { ...shop.interfaces.find(({ id }) => id === "eni-fw")! };
    const network = edited([
      add({
        interfaces: [
          {
            ...second,
            id: "eni-two",
            instance: "i-two",
            subnet: "subnet-data",
            addresses: ["10.0.3.9"],
          },
        ],
        instances: [{ id: "i-two", forwards: "plain" }],
      }),
      routes("rtb-private", "0.0.0.0/0 eni-fw"),
      add({
        routeTables: [
          {
            id: "rtb-fw",
            vpc: "vpc-shop",
            subnets: ["subnet-fw"],
            routes: [{ to: "0.0.0.0/0", via: "eni-two" }],
          },
        ],
      }),
    ]);
    expect(stops(network, "i-app > internet tcp 443")?.words).toBe("The routes lead in a circle.");
  });
});

describe("what the internet reaches", () => {
  test.each([
    ["the shop as it is", [], ["198.51.100.10 tcp 443 0.0.0.0/0", "2001:db8:1::10 tcp 443 ::/0"]],
    [
      "a range of ports for one office",
      [lets("sg-web", "in", "tcp 8000-8100 192.0.2.0/24")],
      ["198.51.100.10 tcp 8000-8100 192.0.2.0/24"],
    ],
    [
      "adjoining rules are one stretch",
      [lets("sg-web", "in", "udp 53 0.0.0.0/0", "udp 54-60 0.0.0.0/0")],
      ["198.51.100.10 udp 53-60 0.0.0.0/0"],
    ],
    ["a rule for inside is none", [lets("sg-web", "in", "all any 10.0.0.0/8")], []],
    [
      "without a way back there is none",
      [lets("sg-web", "in", "tcp 22 0.0.0.0/0"), routes("rtb-public")],
      [],
    ],
    [
      "everything, for everybody",
      [lets("sg-web", "in", "all any 0.0.0.0/0")],
      [
        "198.51.100.10 tcp 0-65535 0.0.0.0/0",
        "198.51.100.10 udp 0-65535 0.0.0.0/0",
        "198.51.100.10 icmp null 0.0.0.0/0",
      ],
    ],
  ] as const)("%s", (_name, edits, expected) => {
    const found = exposed(edited(edits)).filter(({ protocol }) => protocol !== "icmpv6");
    expect(found.map((one) => `${one.address} ${one.protocol} ${one.ports} ${one.from}`)).toEqual(
      expected,
    );
  });
});

describe("rules", () => {
  test("what an answer cannot do without", () => {
    const asked = questionOf("i-app > internet tcp 443");
    expect(essentialRules(shop, asked)).toEqual([
      "sg-app/out/1",
      "rtb-private/0.0.0.0/0",
      "rtb-public/0.0.0.0/0",
    ]);
    const twice = edited([lets("sg-app", "out", "tcp 443 0.0.0.0/0", "all any 0.0.0.0/0")]);
    expect(essentialRules(twice, asked)).not.toContain("sg-app/out/1");
    expect(essentialRules(shop, questionOf("internet > i-db tcp 5432"))).toEqual([]);
  });

  test("every written rule can be taken away, and no other", () => {
    const written = rulesOf(shop).filter(({ id }) => withoutRule(shop, id));
    expect(
      written.map(({ words }) => words).filter((words) => /local|matches|deny all/.test(words)),
    ).toEqual([]);
    expect(written.length).toBe(
      shop.securityGroups.flatMap(({ ingress, egress }) => [...ingress, ...egress]).length +
        shop.routeTables.flatMap((table) => table.routes).length,
    );
  });

  test("ids are unique", () => {
    const ids = rulesOf(shop).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test("in words", () => {
  const asked = questionOf("internet > i-web tcp 443");
  const network = edited([routes("rtb-public")]);
  const { summary, lines } = explainReach(asked, reach(network, asked));
  expect(summary).toBe(
    "Not reachable: internet to i-web, tcp port 443. rtb-public/none stops the answer.",
  );
  expect(lines.at(-1)).toBe("Answer, stopped: rtb-public has no route to 203.0.113.200.");
  expect(explainReach(asked, reach(shop, asked)).summary).toMatch(/^Reachable: /);
});

describe("as it is written in YAML", () => {
  test("what is left out is empty, and what is there stays as it is", () => {
    expect(networkDeclaration.parse(shop)).toEqual(shop);
    const { vpcs, region } = shop;
    expect(networkDeclaration.parse({ region, vpcs })).toMatchObject({ vpcs, interfaces: [] });
  });

  test.each([
    ["a region", { region: "here" }],
    ["a CIDR", { vpcs: [{ id: "vpc-a", cidrs: ["10.0.0.0"], more: 1 }] }],
    [
      "ports",
      {
        securityGroups: [
          { id: "sg-a", vpc: "v", ingress: [{ protocol: "tcp", ports: "9-1", from: "::/0" }] },
        ],
      },
    ],
    [
      "a rule number twice",
      {
        networkAcls: [
          {
            id: "acl-a",
            vpc: "v",
            ingress: [1, 1].map((rule) => ({
              rule,
              action: "deny",
              protocol: "all",
              from: "::/0",
            })),
          },
        ],
      },
    ],
    [
      "a destination twice",
      {
        routeTables: [
          { id: "r", vpc: "v", routes: [1, 2].map(() => ({ to: "::/0", via: "igw-a" })) },
        ],
      },
    ],
    [
      "a group in a network ACL",
      {
        networkAcls: [
          {
            id: "a",
            vpc: "v",
            egress: [{ rule: 1, action: "allow", protocol: "all", to: "sg-a" }],
          },
        ],
      },
    ],
  ])("refuses %s that is none", (_name, part) => {
    expect(networkDeclaration.safeParse({ region: "eu-west-1", ...part }).success).toBe(false);
  });
});
