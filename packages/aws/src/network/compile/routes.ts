import { contains, rangeOf, type Range } from "../../conditions/ip.ts";
import type { RouteTable, Vpc } from "../network.ts";

/** A route of a table, one for each CIDR of a prefix list. `rank` decides between routes to the same CIDR. */
export type CompiledRoute = { rule: string; to: string; range: Range; via: string; rank: number };
export type Table = { id: string; routes: CompiledRoute[] };

const ranks = { static: 1, local: 2, list: 3, propagated: 4 };

/** Id of a route, unique in its table. */
export const routeId = (table: string, to: string, propagated = false): string =>
  `${table}/${to}${propagated ? "/propagated" : ""}`;

/**
 * Routes of a table, the most specific first. Between equals a static route to a CIDR comes before one to a prefix
 * list, which comes before a propagated one; a route to the VPC's whole CIDR takes the local route's place.
 * https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
 */
export function tableOf(
  table: RouteTable,
  vpc: Vpc & { ranges: Range[] },
  lists: Map<string, Range[]>,
): Table {
  const local = vpc.cidrs.flatMap((to, index): CompiledRoute[] => {
    const range = vpc.ranges[index];
    return range
      ? [{ rule: routeId(table.id, to), to, range, via: "local", rank: ranks.local }]
      : [];
  });
  const own = table.routes.flatMap(({ to, via, propagated }): CompiledRoute[] => {
    const single = rangeOf(to);
    const named = single ? [single] : (lists.get(to) ?? []);
    // Within the VPC a propagated route never counts, even where it is more specific than the local one.
    const ranges = propagated ? named.filter((one) => !within(vpc.ranges, one)) : named;
    const rank = propagated ? ranks.propagated : single ? ranks.static : ranks.list;
    return ranges.map((range) => ({
      rule: routeId(table.id, to, propagated),
      to,
      range,
      via,
      rank,
    }));
  });
  return {
    id: table.id,
    routes: [...own, ...local].toSorted(
      (a, b) => b.range.prefix - a.range.prefix || a.rank - b.rank,
    ),
  };
}

const within = (ranges: readonly Range[], one: Range): boolean =>
  ranges.some((range) => contains(range, one));

export const routeFor = (table: Table, address: Range): CompiledRoute | null =>
  table.routes.find(({ range }) => contains(range, address)) ?? null;
