import { randomFrom, token } from "@loopwright/core";

import type { Plan } from "../exercise.ts";
import { draw } from "../names.ts";
import { account, allow, deny, document, managed, powers, written, type Power } from "./powers.ts";
import { trusts, uses, type Trust, type Use } from "./trusts.ts";

export type Role = { name: string; path: string; power: Power; trust: Trust; use: Use };

/** Nobody who runs the script may look at the roles below it. */
export const sealedPath = "/counsel/";
/** A policy that nobody may read. */
export const sealedPolicy = "counsel-hold";
/** AWS and Identity Center look after what lies here. */
const kept = ["/aws-service-role/", "/aws-reserved/"];

export const isKept = ({ path }: Role): boolean => kept.some((prefix) => path.startsWith(prefix));
export const isSealed = ({ path, power }: Role): boolean =>
  path === sealedPath || power.attached?.includes(sealedPolicy) === true;

/** Each power in turn, in an order of the seed, with each trust and use in turn for those who are administrators. */
export function roles(plan: Plan): Role[] {
  const random = randomFrom(plan.seed);
  const has = (trait: string) => plan.traits.includes(trait);
  const shapes = shuffled(random, shapesFor(has));
  const doors = shuffled(random, [...trusts.plain, ...(has("strangers") ? trusts.strangers : [])]);
  const names = namesOf(random, plan.size);
  const dealt = { true: 0, false: 0 };
  const deal = (power: Power) => {
    const turn = dealt[`${power.admin}`]++;
    return { power, trust: doors[turn % doors.length]!, use: uses[turn % uses.length]! };
  };
  const made = names.map((name, index): Role => {
    const power = shapes[index % shapes.length]!({ name, path: "/" });
    const path = has("sealed") && index % 6 === 2 ? sealedPath : (power.path ?? "/");
    return { name, path, ...deal(power) };
  });
  const beside = [...edges(has("sealed")), ...(has("many") ? signIns(random) : [])];
  return [...made, ...beside.map((one) => ({ ...one, ...deal(one.power) }))];
}

/** What is plain, in full or as much as shows that a special case is one. */
function shapesFor(has: (trait: string) => boolean) {
  const special = (["patterns", "limits", "versions"] as const).filter(has);
  const isAdmin = (shape: (typeof powers.plain)[number]) => shape({ name: "", path: "/" }).admin;
  const plain = has("strangers")
    ? powers.plain.filter(isAdmin)
    : powers.plain.slice(0, special.length > 0 ? 4 : undefined);
  return [...plain, ...special.flatMap((kind) => powers[kind])];
}

type Beside = Pick<Role, "name" | "path" | "power">;
const signInPath = "/aws-reserved/sso.amazonaws.com/eu-central-1/";
const administrator = (): Power => powers.plain[0]!({ name: "", path: "/" });

/** Roles of Identity Center, as many as there are permission sets. */
const signIns = (random: () => number): Beside[] =>
  Array.from({ length: 80 }, (_, index) => ({
    name: `AWSReservedSSO_Team${index + 10}_${token(random, 16)}`,
    path: signInPath,
    power: administrator(),
  }));

/** Paths and names that look like those which are left out, and these. */
function edges(isAnySealed: boolean): Beside[] {
  const power = administrator();
  const iam = { admin: true, inline: { own: document(allow("iam:*")) } };
  return [
    { name: "AWSServiceRoleForSSO", path: "/aws-service-role/sso.amazonaws.com/", power: iam },
    {
      name: "AWSReservedSSO_AdministratorAccess_6f1c0b7a92d4e385",
      path: signInPath,
      power,
    },
    { name: "AWSServiceRoleForTolls", path: "/", power },
    { name: "aws-reserved-reader", path: "/team/aws-reserved/", power: iam },
    ...(isAnySealed
      ? ["counsel-export", "counsel-archive"].map((name) => ({
          name,
          path: "/",
          power: { ...power, attached: [...power.attached!, sealedPolicy] },
        }))
      : []),
  ];
}

const parts = [
  "atlas bridge convoy depot dock ferry freight fuel harbour hub junction lane meter parcel pallet route shift tour traffic van yard".split(
    " ",
  ),
  "audit backup build cache deploy export feed forecast import index ingest mirror planner report runner sync tagger worker".split(
    " ",
  ),
] as const;

function namesOf(random: () => number, count: number): string[] {
  const names = new Set<string>();
  while (names.size < count) {
    const name = `${draw(random, parts[0])}-${draw(random, parts[1])}`;
    names.add(names.has(name) ? `${name}-${names.size}` : name);
  }
  return [...names];
}

function shuffled<T>(random: () => number, list: readonly T[]): T[] {
  const keyed = list.map((one) => ({ one, at: random() }));
  return keyed.toSorted((a, b) => a.at - b.at).map(({ one }) => one);
}

const now = "2026-09-07T06:00:00Z";
const reviewer = "role-review";

/** The account, with the role that the script runs as. */
export function declared(plan: Plan): object {
  const isAnySealed = plan.traits.includes("sealed");
  return {
    format: 1,
    now,
    accounts: [{ id: account, name: "routing-1", iam: iamOf(roles(plan), isAnySealed) }],
    history: written.map(({ name, document: policy, inForce }, index) => ({
      at: `2026-0${index + 2}-11T09:00:00Z`,
      as: "user/pipeline",
      call: "iam:CreatePolicyVersion",
      input: {
        PolicyArn: `arn:aws:iam::${account}:policy/${name}`,
        PolicyDocument: JSON.stringify(policy),
        SetAsDefault: inForce,
      },
    })),
    throttles: plan.traits.includes("throttled")
      ? [{ call: "iam:ListAttachedRolePolicies", after: 6, seconds: 25 }]
      : [],
    start: `arn:aws:iam::${account}:role/${reviewer}`,
  };
}

const iamOf = (all: readonly Role[], isAnySealed: boolean) => ({
  policies: [
    ...managed,
    ...(isAnySealed ? [{ name: sealedPolicy, document: document(allow("s3:GetObject")) }] : []),
  ],
  users: [{ name: "pipeline", keys: 1, inline: { work: document(allow("iam:*")) } }],
  roles: [
    ...all.map(({ name, path, power, trust, use }) => ({
      name,
      path,
      attached: power.attached ?? [],
      inline: power.inline ?? {},
      ...(power.boundary !== undefined && { boundary: power.boundary }),
      trust: document(...trust.statements),
      ...use,
    })),
    {
      name: reviewer,
      trust: document({
        Effect: "Allow",
        Principal: { Service: "lambda.amazonaws.com" },
        Action: "sts:AssumeRole",
      }),
      createdDaysAgo: 40,
      inline: reviewerPolicies(isAnySealed),
    },
  ],
});

const reviewerPolicies = (isAnySealed: boolean) => ({
  work: document(allow(["iam:Get*", "iam:List*", "iam:TagRole"])),
  guardrail: document(deny("iam:GetAccountAuthorizationDetails")),
  ...(isAnySealed && {
    counsel: document(
      deny(
        ["iam:ListRolePolicies", "iam:ListAttachedRolePolicies", "iam:GetRolePolicy"],
        `arn:aws:iam::${account}:role${sealedPath}*`,
      ),
      deny("iam:GetPolicyVersion", `arn:aws:iam::${account}:policy/${sealedPolicy}`),
    ),
  }),
});
