import type { Bindings, Call, Entry } from "../catalogue/entry.ts";
import type { Landscape, Resource } from "../landscape.ts";
import { things } from "../things.ts";
import {
  account,
  allow,
  deny,
  everything,
  home,
  lets,
  role,
  scp,
  user,
  type Made,
  type Statement,
} from "./made.ts";

/** How the account next to the one in which a path works differs from it. */
export type Change = {
  /** Actions that own policies deny, that the boundary leaves out, that a service control policy denies. */
  deny?: string;
  beyondBoundary?: string;
  scp?: string;
  /** The roles let in another service. */
  otherService?: true;
  /** Roles are passed to another service alone. */
  passedElsewhere?: true;
  /** Another role may be passed. */
  otherRole?: true;
  /** Every Allow hangs on an address, or on MFA. */
  condition?: object;
  /** Nothing runs. */
  nothingRuns?: true;
};

const ids: Readonly<Record<string, string>> = { partition: "aws", account: home };

/** An account in which a path of the catalogue works, and nothing else is given. */
export function minimal(entry: Entry, change: Change = {}): { landscape: Landscape; self: string } {
  const { binds, calls, gives } = entry;
  const kind = binds.self ?? "user";
  const self = kind === "user" ? user("ana") : role("ana");
  const may = calls
    .filter(({ as }) => as === undefined)
    .map((call) => statementOf(entry, call, { self, change }));
  const own = {
    may: change.deny === undefined ? may : [...may, deny(change.deny)],
    ...(binds.policy === "self" && { attached: ["team"] }),
    ...(change.beyondBoundary !== undefined && { boundary: "edge" }),
  };
  const attached = binds.policy && binds.policy !== "self" ? { attached: ["team"] } : {};
  const strong = gives.plus ? {} : { may: everything };
  const made: Made = {
    users: {
      ...(kind === "user" && { ana: { ...own, ...(binds.group && { groups: ["staff"] }) } }),
      ...(binds.user && { goal: { ...strong, ...attached } }),
    },
    roles: {
      ...(kind === "role" && { ana: own }),
      ...rolesOf(entry, { self, change, role: { ...strong, ...attached } }),
    },
    groups: binds.group ? { staff: {}, admins: { may: everything } } : {},
    policies: {
      ...(binds.policy && { team: [allow("s3:ListAllMyBuckets")] }),
      ...(change.beyondBoundary !== undefined && {
        edge: [{ Effect: "Allow", NotAction: change.beyondBoundary, Resource: "*" }],
      }),
    },
  };
  return {
    self,
    landscape: {
      accounts: [account(made)],
      serviceControl: change.scp === undefined ? [] : [scp(deny(change.scp))],
      resources: change.nothingRuns ? [] : running(binds),
    },
  };
}

function rolesOf(
  { binds, calls, gives }: Entry,
  { self, change, role: goal }: { self: string; change: Change; role: object },
) {
  if (!binds.role) return {};
  const service = change.otherService ? "backup.amazonaws.com" : binds.role.lets;
  const assumed = calls.some(
    ({ action, trusts, as }) => action === "sts:AssumeRole" && !trusts && !as,
  );
  const trust = [...(service === null ? [] : [lets(service)]), ...(assumed ? [lets(self)] : [])];
  const through = gives.as === "target";
  return {
    goal: {
      ...goal,
      trust: trust.length > 0 ? trust : [lets("backup.amazonaws.com")],
      profile: binds.role.profile === true,
      ...(through && { may: [allow("sts:AssumeRole", role("deep"))] }),
    },
    ...(through && { deep: { may: everything, trust: [lets(role("goal"))] } }),
    ...(binds.second && {
      second: { trust: [lets(change.otherService ? "backup.amazonaws.com" : binds.second.lets)] },
    }),
  };
}

function statementOf(
  entry: Entry,
  call: Call,
  { self, change }: { self: string; change: Change },
): Statement {
  const places = typeof call.on === "string" ? [call.on] : call.on;
  const resources = [...new Set(places.map((place) => resourceOf(entry, place, self)))];
  if (call.action !== "iam:PassRole") return allow(call.action, resources, change.condition);
  const service = change.passedElsewhere
    ? "backup.amazonaws.com"
    : call.with!["iam:PassedToService"];
  return allow(call.action, change.otherRole ? role("another") : resources, {
    StringEquals: { "iam:PassedToService": service },
    ...change.condition,
  });
}

function resourceOf({ binds }: Entry, place: string, self: string): string {
  const known: Record<string, string> = {
    self,
    user: user("goal"),
    role: role("goal"),
    target: role("deep"),
    second: role("second"),
    group: `arn:aws:iam::${home}:group/${binds.group === "own" ? "staff" : "admins"}`,
    policy: `arn:aws:iam::${home}:policy/team`,
    thing: binds.thing ? running(binds)[0]!.arn : "",
  };
  return known[place] ?? place.replace(/\{(\w+)\}/g, (_all, name: string) => ids[name] ?? "*");
}

function running({ thing }: Bindings): Resource[] {
  if (!thing) return [];
  const values: Record<string, string> = { ...ids, region: "eu-west-1" };
  const arn = things[thing.type].arn.replace(
    /\{(\w+)\}/g,
    (_all, name: string) => values[name] ?? "one",
  );
  return [
    { type: thing.type, arn, role: thing.carries ? role("goal") : null, tags: null, policy: null },
  ];
}
