import type { CompiledCondition } from "../../../conditions/condition.ts";
import { principalOf, accountOf, type Principal } from "../../../policy/principal.ts";
import type { Principals } from "../../../policy/document.ts";
import { orgKeys, type Zone } from "../zone.ts";
import { textsFor } from "./values.ts";

/** Somebody who is tried. */
export type Outsider = {
  principal: Principal;
  /** Condition keys of theirs that are known. */
  known: Readonly<Record<string, string>>;
  /** Whether they might be in the world's own organisation. */
  mayBeMember: boolean;
  /** Nobody in particular: what they can do, everybody can. */
  anybody: boolean;
};

type Entry = Principals["entries"][number];

/** An account that nobody has. */
const stranger = "210987654321";

const strangers = (mayBeMember: boolean): Outsider[] =>
  [`arn:aws:iam::${stranger}:user/anybody`, `arn:aws:iam::${stranger}:role/anybody`].map((arn) => ({
    principal: principalOf(arn)!,
    known: { "kms:CallerAccount": stranger },
    mayBeMember,
    anybody: !mayBeMember,
  }));

const anonymous: Outsider = {
  principal: { type: "anonymous" },
  known: {},
  mayBeMember: false,
  anybody: true,
};

/**
 * Those outside of the zone of trust whom one entry of a Principal lets in. Services are none: the analyser does not
 * report them. https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-concepts.html
 */
export function outsidersOf(
  entry: Entry,
  conditions: readonly CompiledCondition[],
  zone: Zone,
): Outsider[] {
  const { type, value } = entry;
  if (type === "Federated") return [{ ...anonymous, principal: federated(value), anybody: false }];
  if (type !== "AWS") return [];
  const told = conditions.flatMap(toldBy).filter((one) => !isInside(one, zone));
  if (value === "*") {
    const members = zone.orgId === null && zone.organisation !== null ? strangers(true) : [];
    return [
      anonymous,
      ...strangers(false),
      ...told.map((one) => asOutsider(one, zone)),
      ...members,
    ];
  }
  const found = principalOf(value);
  if (!found || isInside(found, zone)) return [];
  if (found.type !== "root") return [asOutsider(found, zone)];
  const { account } = found;
  const everyone = ["user/anybody", "role/anybody", "root"].map((name) =>
    principalOf(`arn:aws:iam::${account}:${name}`)!,
  );
  const there = told.filter((one) => accountOf(one) === account);
  return [...everyone, ...there].map((one) => asOutsider(one, zone));
}

const federated = (provider: string): Principal => ({ type: "federated", provider });

const isInside = (principal: Principal, { accounts }: Zone): boolean => {
  const account = accountOf(principal);
  return account !== null && accounts.has(account);
};

function asOutsider(principal: Principal, zone: Zone): Outsider {
  const account = accountOf(principal) ?? "";
  return {
    principal,
    known: { ...orgKeys(zone, account), "kms:CallerAccount": account },
    mayBeMember: false,
    anybody: false,
  };
}

/** Principals that a condition speaks of: a statement for everybody may be meant for these alone. */
function toldBy({ key, operator, source }: CompiledCondition): Principal[] {
  if (operator.negated) return [];
  if (key === "aws:principalarn")
    return source.values.flatMap((value) =>
      textsFor(withAccount(value)).flatMap((arn) => principalOf(arn) ?? []),
    );
  if (key !== "aws:principalaccount" && key !== "kms:calleraccount") return [];
  return source.values.flatMap((value) => principalOf(`arn:aws:iam::${value}:user/anybody`) ?? []);
}

/** A pattern that leaves the account open is met by a stranger. */
function withAccount(pattern: string): string {
  const parts = pattern.split(":");
  if (parts[4]?.includes("*")) parts[4] = stranger;
  return parts.join(":");
}
