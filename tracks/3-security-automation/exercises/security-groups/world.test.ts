import { buildWorld, callingAs } from "@loopwright/aws/world";
import { expect, it } from "vitest";

import type { Plan } from "../exercise.ts";
import { securityGroups } from "./exercise.ts";

type Permission = {
  IpProtocol: string;
  FromPort?: number;
  ToPort?: number;
  IpRanges: { CidrIp: string }[];
  Ipv6Ranges: { CidrIpv6: string }[];
  PrefixListIds: { PrefixListId: string }[];
};
type Group = { GroupId: string; IpPermissions: Permission[] };
type Interface = {
  Groups: { GroupId: string }[];
  Association?: { PublicIp: string };
  Ipv6Addresses: unknown[];
};
const ports = [22, 3306, 3389, 5432, 6379, 27017];
const isWide = (cidr: string) => Number(cidr.split("/")[1]) < 8 && !/^f[cd]/.test(cidr);

/** What an account answers, as a script sees it; null where it refuses. */
function asked(plan: Plan) {
  const made = securityGroups.make(plan);
  const world = buildWorld(made.declared, plan.seed);
  const { principal } = world.start!;
  const whose = "arn" in principal ? principal.arn : "";
  const call = (region: string) => {
    const calling = callingAs(world, whose, { region });
    return (operation: string, member: string, input = {}) => {
      const found: unknown[] = [];
      for (let NextToken: unknown; ;) {
        const { output } = calling("ec2", operation, {
          ...input,
          ...(NextToken ? { NextToken } : {}),
        });
        if (!output) return null;
        found.push(...(output[member] as unknown[]));
        NextToken = output["NextToken"];
        if (NextToken === undefined) return found;
      }
    };
  };
  return { made, world, call };
}

/** Read from the built account once more, through its calls. */
function readRegion(region: string, call: ReturnType<ReturnType<typeof asked>["call"]>) {
  const groups = call("DescribeSecurityGroups", "SecurityGroups") as Group[] | null;
  const interfaces = call("DescribeNetworkInterfaces", "NetworkInterfaces") as Interface[] | null;
  if (!groups || !interfaces) return null;
  const entries = (PrefixListId: string) =>
    (call("GetManagedPrefixListEntries", "Entries", { PrefixListId }) as { Cidr: string }[]).map(
      ({ Cidr }) => Cidr,
    );
  return groups.flatMap(({ GroupId, IpPermissions }) =>
    ports.flatMap((port) => {
      const sources = IpPermissions.filter(
        ({ IpProtocol, FromPort = -1, ToPort = -1 }) =>
          IpProtocol === "-1" || (IpProtocol === "tcp" && FromPort <= port && port <= ToPort),
      )
        .flatMap((one) => [
          ...one.IpRanges.map(({ CidrIp }) => CidrIp),
          ...one.Ipv6Ranges.map(({ CidrIpv6 }) => CidrIpv6),
          ...one.PrefixListIds.flatMap(({ PrefixListId }) => entries(PrefixListId)),
        ])
        .filter(isWide);
      const standing = interfaces.filter(({ Groups }) =>
        Groups.some((one) => one.GroupId === GroupId),
      );
      const isReached = standing.some(
        ({ Association, Ipv6Addresses }) =>
          (Association && sources.some((one) => !one.includes(":"))) ||
          (Ipv6Addresses.length > 0 && sources.some((one) => one.includes(":"))),
      );
      const state = isReached ? "exposed" : "dormant";
      return sources.length > 0 ? [[region, GroupId, port, state].join(" ")] : [];
    }),
  );
}

const plans = [[], ["wide"], ["lists"], ["sealed"], ["wide", "lists"]].flatMap((traits) =>
  ["a", "b"].map((seed) => ({ seed, size: 26, traits })),
);

it.each(plans)("what is right is right in the account of seed $seed with $traits", (plan) => {
  const { made, world, call } = asked(plan);
  const { findings, unread } = made.expected(world);
  const regions = call("eu-west-1")("DescribeRegions", "Regions") as { RegionName: string }[];
  const read = regions.map(
    ({ RegionName }) => [RegionName, readRegion(RegionName, call(RegionName))] as const,
  );
  const found = read.flatMap(([, one]) => one ?? []);
  expect(new Set(findings.map((one) => Object.values(one).join(" ")))).toEqual(new Set(found));
  expect(new Set(unread)).toEqual(new Set(read.filter(([, one]) => !one).map(([name]) => name)));
  const states = findings.map(({ state }) => state);
  expect(states.filter((one) => one === "exposed").length).toBeGreaterThan(4);
  expect(states.filter((one) => one === "dormant").length).toBeGreaterThan(4);
});
