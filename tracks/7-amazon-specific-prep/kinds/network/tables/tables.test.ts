import { describe, expect, test } from "vitest";

import { material } from "../fixture.ts";
import { apply } from "./apply.ts";
import { readTable } from "./read.ts";
import { tablesOf } from "./table.ts";

const { network } = material.brief;

test("what is written is read as it was", () => {
  for (const table of tablesOf(network)) {
    const { problems } = readTable(table.text, { network, table });
    expect(problems).toEqual([]);
    const { changed } = apply(network, [table.at], { [table.id]: `${table.text}\n\n# as it was` });
    expect({ id: table.id, changed }).toEqual({ id: table.id, changed: false });
  }
});

const group = { kind: "group", way: "in" } as const;
const acl = { kind: "acl", way: "out" } as const;
const routes = { kind: "routes", way: null } as const;

describe("a line", () => {
  test.each([
    [group, "tcp 443 from 10.0.0.0/16", { protocol: "tcp", ports: 443, from: "10.0.0.0/16" }],
    [group, "udp 53-60 from sg-web # names", { protocol: "udp", ports: "53-60", from: "sg-web" }],
    [group, "tcp from ::/0", { protocol: "tcp", from: "::/0" }],
    [group, "all from sg-mail", { protocol: "all", from: "sg-mail" }],
    [group, "icmp 8 from 0.0.0.0/0", { protocol: "icmp", icmp: { type: 8 }, from: "0.0.0.0/0" }],
    [
      acl,
      "90 deny tcp 22 to 0.0.0.0/0",
      { rule: 90, action: "deny", protocol: "tcp", ports: 22, to: "0.0.0.0/0" },
    ],
    [routes, "0.0.0.0/0 via igw-shop", { to: "0.0.0.0/0", via: "igw-shop" }],
    [
      routes,
      "10.9.0.0/16 via blackhole propagated",
      { to: "10.9.0.0/16", via: "blackhole", propagated: true },
    ],
  ])("%o %s", (table, text, rule) => {
    expect(readTable(text, { network, table })).toEqual({ rules: [rule], problems: [] });
  });

  test.each([
    [group, "tcp 443 10.0.0.0/16", "ends with “from” and who is meant"],
    [group, "tcp 443 to 10.0.0.0/16", "ends with “from” and who is meant"],
    [
      group,
      "tcp 443 from 10.0.0.0",
      "10.0.0.0 is not a CIDR, nor a group or prefix list of this network",
    ],
    [
      group,
      "tcp 443 from sg-gone",
      "sg-gone is not a CIDR, nor a group or prefix list of this network",
    ],
    [group, "tcp 70000 from ::/0", "70000 is no port, and no range such as 1024-65535"],
    [group, "tls 443 from ::/0", "tls is none of tcp, udp, icmp, icmpv6, all"],
    [group, "all 443 from ::/0", "all traffic has no ports"],
    [group, "tcp 443 444 from ::/0", "has a word too many before who is meant"],
    [group, "constructor from __proto__", "constructor is none of tcp, udp, icmp, icmpv6, all"],
    [acl, "deny tcp 22 to 0.0.0.0/0", "begins with a rule number, 1 to 32766"],
    [acl, "90 refuse tcp 22 to 0.0.0.0/0", "says allow or deny after its number"],
    [acl, "90 deny tcp 22 to sg-web", "sg-web is not a CIDR"],
    [routes, "0.0.0.0/0 igw-shop", "reads “10.0.0.0/16 via pcx-…”"],
    [routes, "0.0.0.0/0 via igw-gone", "igw-gone is nothing that a route leads to here"],
  ])("%o %s: refused", (table, text, message) => {
    expect(readTable(`\n${text}`, { network, table }).problems).toEqual([{ line: 2, message }]);
  });

  test("what may stand once stands once", () => {
    const twice = (text: string, table: typeof acl | typeof routes) =>
      readTable(`${text}\n${text}`, { network, table }).problems;
    expect(twice("90 deny all to ::/0", acl)[0]?.message).toBe("rule 90 stands on line 1 already");
    expect(twice("::/0 via igw-shop", routes)[0]?.message).toBe(
      "a route to ::/0 stands on line 1 already",
    );
  });

  test("too many lines are told, and read no further", () => {
    const text = Array.from({ length: 82 }, () => "all from ::/0").join("\n");
    expect(readTable(text, { network, table: group }).problems).toHaveLength(2);
  });
});

test("a gateway endpoint takes the prefix list of its service, and no CIDR", () => {
  const s3 = { id: "vpce-s3", vpc: "vpc-shop", service: "s3", type: "gateway" as const };
  const list = { id: "pl-s3", cidrs: ["52.218.0.0/17"] };
  const known = { ...network, endpoints: [s3], prefixLists: [list] } as typeof network;
  const read = (text: string) => readTable(text, { network: known, table: routes }).problems;
  expect(read("pl-s3 via vpce-s3")).toEqual([]);
  expect(read("0.0.0.0/0 via vpce-s3")).toEqual([
    { line: 1, message: "vpce-s3 takes the prefix list of its service alone, and no CIDR" },
  ]);
});
